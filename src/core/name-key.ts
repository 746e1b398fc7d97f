/**
 * One spelling for all the ways a name can be spaced: lower case, and one plain
 * space for every run of spaces, hyphens and middle dots.
 *
 * "Kim Jong‑un", "Kim Jong Un" and "KIM JONG-UN" share a key; "Kim Jongun" is
 * another form and is listed as such. Initials may be spaced or not: a space
 * after a dot is dropped.
 */

// White space (with NBSP and its kin through \s), hyphens, dashes, the Hebrew
// maqaf, and the middle dots of Japanese and Chinese transliteration.
const SEPARATORS = String.raw`[\s\-\u058a\u05be\u2010-\u2015\u2212\u00b7\u2022\u2027\u30fb\uff65\uff0d]`;
const SEPARATOR = new RegExp(SEPARATORS);
const EVERY_SEPARATOR = new RegExp(SEPARATORS, 'g');
/** Longest run of separators inside a name: source code indents a wrapped name by dozens of spaces. */
export const LONGEST_RUN = 60;

/** Units that are written two ways; the Turkish İ would become two in lower case. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['İ', 'I'],
]);

/** Does the unit only part the words of a name? */
export function isSeparator(unit: string): boolean {
  // Letters of the commonest scripts need no expression.
  const code = unit.charCodeAt(0);
  if (code > 0x2d && code < 0xa0) return false;
  return SEPARATOR.test(unit);
}

/** A text with each unit as it would stand in a key, separators not yet drawn together: offsets stay. */
export function unitsOf(text: string): string {
  return text.replaceAll('İ', 'I').toLowerCase().replaceAll('’', "'").replace(EVERY_SEPARATOR, ' ');
}

/** The expression of a compiled source, in which a plain space stands for a run of separators. */
export function expressionOf(source: string, flags: string): RegExp {
  return new RegExp(source.replaceAll(' ', `${SEPARATORS}+`), flags);
}

/** The key of a listed form. */
export function nameKey(form: string): string {
  return keyFrom(form, 0).key.trimEnd();
}

/** The beginning of a text's key, and for each of its units the offset where its piece of text ends. */
export interface KeyPart {
  readonly key: string;
  readonly ends: readonly number[];
}

/**
 * The key of a text from `start` on, at least `most` units of it where there are so many.
 * Stops at a run of separators too long for a name.
 */
export function keyFrom(text: string, start: number, most = Infinity): KeyPart {
  const ends: number[] = [];
  let key = '';
  let at = start;
  let last = '';
  while (at < text.length && key.length < most) {
    const unit = text.charAt(at);
    if (unit !== ' ' && !isSeparator(unit)) {
      last = SAME.get(unit) ?? unit;
      const lower = last.toLowerCase();
      at++;
      key += lower;
      // Lower case of one unit can be two ("İ"): each ends where the unit does.
      for (let units = lower.length; units > 0; units--) ends.push(at);
      continue;
    }
    const from = at;
    while (at < text.length && isSeparator(text.charAt(at))) at++;
    if (at - from > LONGEST_RUN) break;
    if (last !== '.') {
      key += ' ';
      ends.push(at);
    }
    last = ' ';
  }
  return { key, ends };
}
