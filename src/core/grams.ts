/**
 * Short pieces of strings (grams), so few that an expression of them costs next to nothing to
 * compile, and so rare that what it finds in a text is worth a closer look.
 */

/** Grams have at most so many units. */
const LONGEST = 7;
/** Han, Kana and Hangul say as much with one sign as others with two or three. */
const DENSE = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
/**
 * What a gram costs by its length in units: each is written once, and short ones are met in
 * every text. Chosen by reading what came out: no gram that is a common piece of words.
 */
const COSTS = [Infinity, 200, 80, 30, 4, 1.8, 1] as const;
const DENSE_COSTS = [Infinity, 200, 3, 1.5, 1] as const;
/** A space stands for a run of separators, which is longer to write. */
const SPACE_COSTS = 1;

/**
 * Grams of which each of the strings, none of them empty, contains at least one: those that
 * many strings share are taken first.
 */
export function gramsOf(strings: readonly string[]): string[] {
  const holders = new Map<string, Set<string>>();
  for (const string of strings) {
    for (const gram of piecesOf(string)) {
      const known = holders.get(gram) ?? new Set();
      holders.set(gram, known.add(string));
    }
  }
  const grams: string[] = [];
  const open = new Set(strings);
  while (open.size > 0) {
    let best = '';
    let bestValue = 0;
    for (const [gram, held] of holders) {
      const value = [...held].filter((string) => open.has(string)).length / costOf(gram);
      if (value > bestValue || (value === bestValue && gram < best)) {
        best = gram;
        bestValue = value;
      }
    }
    grams.push(best);
    for (const string of holders.get(best) ?? []) open.delete(string);
    holders.delete(best);
  }
  // A gram that holds a shorter one was taken before that one was.
  return grams
    .filter((gram) => !grams.some((other) => other !== gram && gram.includes(other)))
    .sort();
}

function piecesOf(string: string): string[] {
  const units = string.split('');
  return units.flatMap((_unit, from) =>
    Array.from({ length: Math.min(LONGEST, units.length - from) }, (_, at) =>
      string.slice(from, from + at + 1),
    ).filter((piece) => piece === string || !(HALF.test(piece) || LOOSE.test(piece))),
  );
}

/** Begins or ends within a surrogate pair, or with a sign that a text may leave out. */
const LOOSE = /^[ '.]|[ '.]$/;
const HALF = /^[\udc00-\udfff]|[\ud800-\udbff]$/;

function costOf(gram: string): number {
  const spaces = gram.split(' ').length - 1;
  const costs: readonly number[] = DENSE.test(gram) ? DENSE_COSTS : COSTS;
  return (costs[gram.length - spaces] ?? 1) + spaces * SPACE_COSTS;
}

/**
 * A key, or a sign of one, as an expression's source. A plain space stands for a run of
 * separators, and is written out by `expressionOf`.
 */
export function patternOf(key: string): string {
  return (
    key
      .replace(/[\\^$*+?()[\]{}|/-]/g, '\\$&')
      .replaceAll("'", "['’]")
      // A key has no space behind its full stops, a text may: "V. Putin".
      .replaceAll('.', '\\.(?: )?')
  );
}
