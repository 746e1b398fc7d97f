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
/** Longest run of separators inside a name: source code indents a wrapped name by dozens of spaces. */
const LONGEST_RUN = 60;

/** Does the unit only part the words of a name? */
export function isSeparator(unit: string): boolean {
  return SEPARATOR.test(unit);
}

/** The expression of a compiled source, in which a plain space stands for a run of separators. */
export function expressionOf(source: string, flags: string): RegExp {
  return new RegExp(source.replaceAll(' ', `${SEPARATORS}+`), flags);
}

/** The key of a listed form. */
export function nameKey(form: string): string {
  let key = '';
  for (const { char } of keyUnits(form, 0)) key += char;
  return key.trimEnd();
}

/**
 * The units of a text's key from `start` on, each with the offset where its
 * piece of text ends. Stops at a run of separators too long for a name.
 */
export function* keyUnits(
  text: string,
  start: number,
): Generator<{ readonly char: string; readonly end: number }> {
  let at = start;
  let last = '';
  while (at < text.length) {
    const unit = text.charAt(at);
    if (unit.charCodeAt(0) !== 0x20 && !isSeparator(unit)) {
      last = unit === '’' ? "'" : unit;
      // Lower case of one unit can be two ("İ"): each ends where the unit does.
      for (const char of last.toLowerCase()) yield { char, end: at + 1 };
      at++;
      continue;
    }
    const from = at;
    while (at < text.length && isSeparator(text.charAt(at))) at++;
    if (at - from > LONGEST_RUN) return;
    if (last !== '.') yield { char: ' ', end: at };
    last = ' ';
  }
}
