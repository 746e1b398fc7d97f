/** The year beside a treaty's name: another treaty's, or its own. */
import type { Span } from '../model.ts';
import { YEAR_REACH } from './reaches.ts';

// Years of other treaties between the two countries, or of North Korea with China:
// "the 1961 treaty", "treaty of 1961"; "replaces the one of 1961" is not its own year.
const OTHER_YEAR = '(?<!\\d)(?:1949|1950|1961|2000|2001)(?!\\d)';
const YEAR_BEFORE = new RegExp(
  `${OTHER_YEAR}[\\s'’\\-년年の的]{0,3}(?:[\\p{L}\\p{M}]{1,4}\\s)?$`,
  'u',
);
const YEAR_BEHIND = new RegExp(
  `^[\\s,(«"'’]{0,3}(?:[\\p{L}\\p{M}]{1,9}\\s|(?:[\\p{L}\\p{M}]{1,7}[.]?\\s){2,3})?\\(?${OTHER_YEAR}`,
  'u',
);
const SOME_YEAR = /19|200/;
const OWN_YEAR = /(?<!\d)2024(?!\d)/;

/** Is it another treaty, by the year written to its name? */
export function hasOtherYear(text: string, { start, end }: Span): boolean {
  const before = westernDigits(text.slice(Math.max(0, start - YEAR_REACH), start));
  const behind = westernDigits(text.slice(end, end + YEAR_REACH));
  // Most treaties have no year beside them, and the whole expressions are dear to compile.
  return (
    (SOME_YEAR.test(before) && YEAR_BEFORE.test(before)) ||
    (SOME_YEAR.test(behind) && YEAR_BEHIND.test(behind))
  );
}

/** Does the year of its signing stand near? */
export function hasOwnYear(text: string, { start, end }: Span): boolean {
  return OWN_YEAR.test(
    westernDigits(text.slice(Math.max(0, start - YEAR_REACH), end + YEAR_REACH)),
  );
}

const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g;

/** Years in the digits of Arabic, Persian, Hindi, Bengali and Japanese text, every offset kept. */
function westernDigits(text: string): string {
  return text.replace(DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    // Arabic, Persian and full-width digits begin a row of sixteen, Indian ones stand sixth in theirs.
    const isIndian = code >= 0x0966 && code <= 0x09ef;
    return String((code & 0xf) - (isIndian ? 6 : 0));
  });
}
