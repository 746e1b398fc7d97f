/**
 * What kind of character stands beside a name.
 *
 * A name in an alphabet ends where its letters end. Han, Hangul, Thai and their
 * kin write no spaces, so a name there may be followed by anything; Katakana
 * runs are words, so a run that goes on is another word.
 */

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const KATAKANA = /[\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]/;

/** The whole character that starts at `index`, or "" past the end. */
export function charAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The whole character that ends at `index`, or "" at the start. */
export function charBefore(text: string, index: number): string {
  if (index <= 0) return '';
  const unit = text.charCodeAt(index - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return isLowSurrogate && index >= 2 ? text.slice(index - 2, index) : text.charAt(index - 1);
}

/** Is it a letter, digit or mark, so that it may belong to a word? */
export function isWordChar(char: string): boolean {
  if (char === '') return false;
  const code = char.charCodeAt(0);
  if (code < 0x80) {
    return (
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      code === 95
    );
  }
  return WORD.test(char);
}

/** Does its script write words without spaces between them? */
export function isUnspaced(char: string): boolean {
  return char !== '' && char.charCodeAt(0) >= 0x0e00 && UNSPACED.test(char);
}

/** Does a word end between these two neighbours? `""` stands for the text's edge. */
export function isWordEdge(before: string, after: string): boolean {
  if (KATAKANA.test(before) && KATAKANA.test(after)) return false;
  if (!isWordChar(before) || !isWordChar(after)) return true;
  if (KATAKANA.test(before) || KATAKANA.test(after)) return true;
  return isUnspaced(before) || isUnspaced(after);
}

/** Is it a capital letter, in a script that has them? */
export function isCapital(char: string): boolean {
  return char !== char.toLowerCase() && char === char.toUpperCase();
}
