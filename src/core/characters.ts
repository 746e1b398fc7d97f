/**
 * What kind of character stands beside a name.
 *
 * A name in an alphabet ends where its letters end. Han, Hangul, Thai and their
 * kin write no spaces, so a name there may be followed by anything; Katakana
 * runs are words, so a run that goes on is another word.
 */

import { isPunctuation, isSurelyUncased, isWordSign } from './letters.ts';

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
  return char === '_' || isWordSign(char);
}

/** Does its script write words without spaces between them? */
export function isUnspaced(char: string): boolean {
  const code = char.charCodeAt(0);
  if (!(code >= UNSPACED_FROM) || isPunctuation(code)) return false;
  if (isSurelyUncased(code)) return !isKatakana(char);
  return UNSPACED.test(char);
}

/** Thai is the first of these scripts. */
const UNSPACED_FROM = 0x0e00;

function isKatakana(char: string): boolean {
  return char.charCodeAt(0) >= 0x30a1 && KATAKANA.test(char);
}

/** Does a word end between these two neighbours? `""` stands for the text's edge. */
export function isWordEdge(before: string, after: string): boolean {
  const isKana = isKatakana(before);
  if (isKana && isKatakana(after)) return false;
  if (!isWordChar(before) || !isWordChar(after)) return true;
  if (isKana || isKatakana(after)) return true;
  return isUnspaced(before) || isUnspaced(after);
}

/** Is it a capital letter, in a script that has them? */
export function isCapital(char: string): boolean {
  return char !== char.toLowerCase() && char === char.toUpperCase();
}
