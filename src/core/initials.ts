/**
 * His initials before his surname, in the alphabets of the press: "V. Putin",
 * "В.В. Путина", "Wł. Putin". They are part of the name, not a name of their own:
 * other initials say nothing, since a sentence may end in one.
 */
import { charBefore } from './characters.ts';
import { isLetter, isNumber } from './letters.ts';

const INITIAL = '(?:[VW\u0412\u0423\u0392][l\u0142\u043b]?|\u054e\u056c?|\u10d5)\\.';
const INITIALS = new RegExp(`${INITIAL}[ \\u00a0]?(?:${INITIAL}[ \\u00a0]?)?$`);
/** "Wł. Wł. " and no longer, in units. */
const LONGEST = 8;

/** Where a surname that starts at `start` begins with its initials. */
export function withInitials(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const from = start - (INITIALS.exec(before)?.[0].length ?? 0);
  const beside = charBefore(text, from);
  return beside === '.' || isLetter(beside) || isNumber(beside) ? start : from;
}
