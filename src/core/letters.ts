/**
 * What kind of sign a character is, without Unicode expressions where that is possible:
 * compiling a single `\p{L}` costs a page 0.2 ms, and a sentence's end asked for in one
 * expression 1.8 ms (measured), more than reading the text. Below Hebrew a letter is what
 * has two cases; an expression is asked only about the few signs that this leaves open.
 * A test compares all of Unicode's first plane with the expressions.
 */

/** Scripts with two cases end before Hebrew; the few beyond it are left to the expressions. */
const CASED_UP_TO = 0x0590;
/** General punctuation holds no letter, number or mark up to the raised digits. */
const PUNCTUATION_FROM = 0x2000;
const PUNCTUATION_UP_TO = 0x2070;

/** Runs of letters without case, none left out: Hebrew, Arabic, Devanagari, Thai, Kana, Han, Hangul. */
const UNCASED_RUNS: readonly (readonly [from: number, to: number])[] = [
  [0x05d0, 0x05ea],
  [0x0620, 0x063f],
  [0x0641, 0x064a],
  [0x0904, 0x0939],
  [0x0e01, 0x0e30],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fef],
  [0xac00, 0xd7a3],
];

/** Surely a letter without case; where this says no, another test decides. */
export function isSurelyUncased(code: number): boolean {
  return code >= 0x05d0 && UNCASED_RUNS.some(([from, to]) => code >= from && code <= to);
}

/** Is it a letter (`\p{L}`)? Of a longer text, is its first character? */
export function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (isPunctuation(code)) return false;
  if (code < CASED_UP_TO && hasTwoCases(char, code)) return true;
  if (isSurelyUncased(code)) return true;
  return Number.isNaN(code) ? false : LETTER().test(char);
}

/** Is it a capital letter (`\p{Lu}`)? */
export function isUpper(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x80) return code >= 65 && code <= 90;
  if (isPunctuation(code)) return false;
  if (code < CASED_UP_TO && hasTwoCases(char, code) && !isTitleLetter(code)) {
    return char !== char.toLowerCase();
  }
  return Number.isNaN(code) || isSurelyUncased(code) ? false : UPPER().test(char);
}

/** Is it a small letter (`\p{Ll}`)? */
export function isLower(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x80) return code >= 97 && code <= 122;
  if (isPunctuation(code)) return false;
  if (code < CASED_UP_TO && hasTwoCases(char, code) && !isTitleLetter(code)) {
    return char === char.toLowerCase();
  }
  return Number.isNaN(code) || isSurelyUncased(code) ? false : LOWER().test(char);
}

/** Is it a letter, a number or a mark (`\p{L}`, `\p{N}`, `\p{M}`)? */
export function isWordSign(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x80) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  if (isPunctuation(code)) return false;
  if (code < CASED_UP_TO && hasTwoCases(char, code)) return true;
  if (isSurelyUncased(code)) return true;
  return Number.isNaN(code) ? false : WORD().test(char);
}

/** Is it a number (`\p{N}`)? */
export function isNumber(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x80) return code >= 48 && code <= 57;
  if (isPunctuation(code)) return false;
  if (code < CASED_UP_TO && hasTwoCases(char, code)) return false;
  return Number.isNaN(code) || isSurelyUncased(code) ? false : NUMBER().test(char);
}

/** Is it a letter without case (`\p{Lo}`)? */
export function isUncasedLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x80 || isPunctuation(code)) return false;
  if (code < CASED_UP_TO && hasTwoCases(char, code)) return false;
  if (isSurelyUncased(code)) return true;
  return Number.isNaN(code) ? false : UNCASED().test(char);
}

/** Of the common signs: surely no letter, number or mark. */
export function isPunctuation(code: number): boolean {
  return (
    (code >= PUNCTUATION_FROM && code < PUNCTUATION_UP_TO) ||
    // NBSP to inverted question mark, but for the letters and numbers among them.
    (code >= 0x80 && code <= 0xbf && !LATIN_1_SIGNS.has(code)) ||
    isEastPunctuation(code)
  );
}

/** Marks of Chinese and Japanese, and their wide forms of ours, but for the letters and numbers among them. */
function isEastPunctuation(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x3004) ||
    (code >= 0x3008 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20)
  );
}

/** ª µ º and raised digits and fractions. */
const LATIN_1_SIGNS = new Set([0xaa, 0xb2, 0xb3, 0xb5, 0xb9, 0xba, 0xbc, 0xbd, 0xbe]);

/** A combining iota has an upper case and is a mark. */
function hasTwoCases(char: string, code: number): boolean {
  return code !== 0x345 && char.length === 1 && char.toLowerCase() !== char.toUpperCase();
}

/** ǅ, ǈ, ǋ, ǲ: capital and small in one. */
function isTitleLetter(code: number): boolean {
  return code === 0x1c5 || code === 0x1c8 || code === 0x1cb || code === 0x1f2;
}

// Made when first asked for: most pages never do.
const LETTER = lazily(() => /^\p{L}/u);
const UPPER = lazily(() => /^\p{Lu}/u);
const LOWER = lazily(() => /^\p{Ll}/u);
const UNCASED = lazily(() => /^\p{Lo}/u);
const NUMBER = lazily(() => /^\p{N}/u);
const WORD = lazily(() => /^[\p{L}\p{N}\p{M}]/u);

function lazily(make: () => RegExp): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
