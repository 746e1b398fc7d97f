/**
 * Finds in a text where one of many strings stands, at next to no cost for text that holds
 * none: one small expression of pieces of them (`grams.ts`) runs over the text, and only what it
 * finds is compared with the strings themselves.
 *
 * The first run on a page is what a reader pays for, and there an expression costs by its
 * length: on a text of 14,000 characters one of the scout's strings took 4 ms to compile and
 * run, one of the grams of one script 0.3 to 0.5 ms (measured, Chromium 156).
 */
import { gramsOf, patternOf } from './grams.ts';
import { expressionOf, isSeparator, keyFrom, LONGEST_RUN, nameKey } from './name-key.ts';

/** As the extension carries it. */
export interface Prefilter {
  /**
   * Sources of the grams, parted by "|"; a line for each of `GROUPS`, and first one for Latin.
   * A "=" behind it says that a gram is one of the strings.
   */
  readonly grams: string;
  /**
   * The strings in order, parted by "|": of each how many units of the one before it keeps, in
   * base 36, and the rest. One that is a gram is left out.
   */
  readonly strings: string;
}

const PARTING = '|';
const WHOLE = '=';

/**
 * Scripts that are searched for apart, so that a page compiles only what its own text can hold:
 * with two cases (Greek, Cyrillic, Armenian); Hebrew and Arabic; of India, Thailand and Georgia;
 * of China, Korea and Japan.
 */
const GROUPS = [
  /[\u0370-\u058f]/,
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/,
  /[\u0900-\u1dff]/,
  /[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/,
] as const;
/** Any of them, and little else, as the inside of a class: what most pages of the Latin script are asked once. */
export const ANY_GROUP = '\\u0370-\\u1dff\\u2e80-\\ud7ff\\uf900-\\uffef';
const HAS_ANY_GROUP = new RegExp(`[${ANY_GROUP}]`);

/**
 * Makes a prefilter of name keys, when the extension is built. Throws on a key that is empty or
 * holds one of the signs that part them.
 */
export function prefilterOf(keys: readonly string[]): Prefilter {
  const bad = keys.find((key) => key === '' || /[|=\n]/.test(key));
  if (bad !== undefined) throw new Error(`a name may not be empty or hold "|" or "=": "${bad}"`);
  const isLatin = (key: string): boolean => !GROUPS.some((group) => group.test(key));
  const groups = [keys.filter(isLatin), ...GROUPS.map(() => [] as string[])];
  for (const key of keys) {
    // Whichever of its grams is found: a text without this script does not hold the key.
    const own = GROUPS.findIndex((group) => group.test(key));
    if (own >= 0) groups[own + 1]?.push(key);
  }
  const grams = groups.map(gramsOf);
  // What is written otherwise in an expression is no string any more.
  const isWhole = (key: string): boolean => keys.includes(key) && patternOf(key) === key;
  const written = (gram: string): string => patternOf(gram) + (isWhole(gram) ? WHOLE : '');
  const whole = new Set(grams.flat().filter(isWhole));
  return {
    grams: grams.map((some) => some.map(written).join(PARTING)).join('\n'),
    strings: packStrings(keys.filter((key) => !whole.has(key))),
  };
}

/** Most units that one figure can say are kept. */
const MOST_KEPT = 35;

function packStrings(keys: readonly string[]): string {
  let before = '';
  return [...keys]
    .sort()
    .map((key) => {
      let kept = 0;
      while (kept < Math.min(before.length, MOST_KEPT) && key[kept] === before[kept]) kept++;
      before = key;
      return kept.toString(36) + key.slice(kept);
    })
    .join(PARTING);
}

function unpackStrings(packed: string): string[] {
  let before = '';
  return packed.split(PARTING).map((entry) => {
    before = before.slice(0, Number.parseInt(entry.charAt(0), 36)) + entry.slice(1);
    return before;
  });
}

/**
 * For each group of scripts that a text holds: asks, with ascending offsets, where the next of
 * the strings begins, from an offset on; undefined where none does. One that begins with a plain
 * letter begins a word, or stands where `isEdge` says that another piece of text begins.
 * `isLatin`: it is known that the text holds letters of no other script.
 */
export type Search = (text: string, isLatin?: boolean) => readonly NextFound[];
export type NextFound = (from: number, isEdge: (offset: number) => boolean) => number | undefined;

/** Looks for the strings of all the prefilters at once. Costs nothing until it is asked. */
export function createSearch(prefilters: readonly Prefilter[]): Search {
  const lines = prefilters.map(({ grams }) => grams.replaceAll(WHOLE, '').split('\n'));
  const expressions = [undefined, ...GROUPS].map((script, group) => {
    let grams: RegExp | undefined;
    const sources = lines.map((line) => line[group] ?? '').filter(Boolean);
    return (text: string): RegExp | undefined => {
      if (sources.length === 0 || (script && !script.test(text))) return undefined;
      grams ??= gramExpression(sources.join(PARTING));
      return grams;
    };
  });
  let strings: readonly string[] | undefined;
  const byGram = new Map<string, readonly string[]>();
  const stringsWith = (gram: string): readonly string[] => {
    strings ??= prefilters.flatMap(stringsOf);
    const known = byGram.get(gram) ?? strings.filter((string) => string.includes(gram));
    byGram.set(gram, known);
    return known;
  };

  const nextIn = (text: string, grams: RegExp): NextFound => {
    return (from, isEdge) => {
      grams.lastIndex = from;
      for (let match = grams.exec(text); match; match = grams.exec(text)) {
        const { index } = match;
        const gram = nameKey(match[0]);
        const rest = keyFrom(text, index, LONGEST_STRING).key;
        for (const string of stringsWith(gram)) {
          const at = string.indexOf(gram);
          if (!rest.startsWith(string.slice(at))) continue;
          const start = startBefore(text, index, string.slice(0, at));
          if (start === undefined || start < from) continue;
          if (!isPlain(string) || !isPlain(text.charAt(start - 1)) || isEdge(start)) return start;
        }
        grams.lastIndex = index + 1;
      }
      return undefined;
    };
  };
  return (text, isLatin = !HAS_ANY_GROUP.test(text)) =>
    (isLatin ? expressions.slice(0, 1) : expressions).flatMap((expressionFor) => {
      const grams = expressionFor(text);
      return grams ? [nextIn(text, grams)] : [];
    });
}

function stringsOf({ grams, strings }: Prefilter): string[] {
  const whole = grams.split(/[|\n]/).filter((gram) => gram.endsWith(WHOLE));
  return [...unpackStrings(strings), ...whole.map((gram) => gram.slice(0, -WHOLE.length))];
}

/** Letters of scripts with two cases, the small ones. */
const SMALL = /[a-z\u00b5-\u058f\u10d0-\u10ff\u1e00-\u1fff]/g;

/**
 * Each small letter with its capital: an expression that ignores case takes twice as long to
 * compile, and three times where letters are not plain (measured).
 */
function gramExpression(source: string): RegExp {
  // The shorter first: of two grams at one place it is the one that more strings hold.
  const sorted = source.split(PARTING).sort((a, b) => a.length - b.length);
  const cased = sorted.join(PARTING).replace(SMALL, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === 1 && capital !== letter ? `[${letter}${capital}]` : letter;
  });
  return expressionOf(cased, 'g');
}

/** Strings are compared so far, in units. */
const LONGEST_STRING = 32;

/** Where a key begins whose text ends at an offset; undefined if another text does. */
function startBefore(text: string, end: number, key: string): number | undefined {
  let at = end;
  for (let unit = key.length - 1; unit >= 0; unit--) {
    const wanted = key.charAt(unit);
    const isSpace = wanted === ' ';
    // No key has a space behind its full stops, a text may.
    if (isSpace || wanted === '.') {
      const from = at;
      while (isSeparator(text.charAt(at - 1))) at--;
      if (from - at > LONGEST_RUN || (isSpace && from === at)) return undefined;
      if (isSpace) continue;
    }
    if (nameKey(text.charAt(--at)) !== wanted) return undefined;
  }
  return at;
}

/** Begins with a letter, digit or line that `\b` knows: "putin" stands not in "computing". */
export function isPlain(key: string): boolean {
  return /^\w/.test(key);
}
