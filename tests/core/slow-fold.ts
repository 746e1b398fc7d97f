/** Folding once more, a letter at a time: the words of `fold.ts` and nothing for speed. */

/** A unit of the folded text, and the original units it stands for. */
export interface SlowUnit {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

const isBetween = (char: string, first: number, last: number): boolean =>
  char.charCodeAt(0) >= first && char.charCodeAt(0) <= last;

/** Soft hyphen, zero width, direction, byte order mark, variation; Hebrew points, Arabic vowels, tatweel. */
export function isHidden(char: string): boolean {
  return (
    '\u00ad\u061c\u180e\ufeff\u0640\u0670\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7'.includes(char) ||
    isBetween(char, 0x200b, 0x200f) ||
    isBetween(char, 0x202a, 0x202e) ||
    isBetween(char, 0x2060, 0x2069) ||
    isBetween(char, 0xfe00, 0xfe0f) ||
    isBetween(char, 0x0591, 0x05bd) ||
    isBetween(char, 0x064b, 0x0652)
  );
}

const isJamo = (char: string): boolean => isBetween(char, 0x1100, 0x11ff);
const isMark = (char: string): boolean =>
  isBetween(char, 0x0300, 0x036f) || isBetween(char, 0x3099, 0x309a);
/** Form C takes them apart. */
const isTakenApart = (char: string): boolean =>
  '\u0929\u0931\u0934\u09dc\u09dd\u09df'.includes(char) || isBetween(char, 0x0958, 0x095f);
/** Kelvin, Ångström and Ohm signs and the Han letters of compatibility: form C writes the letters they are. */
const isTwin = (char: string): boolean =>
  '\u2126\u212a\u212b'.includes(char) || isBetween(char, 0xf900, 0xfaff);
/** Letters that form C writes otherwise by themselves, and İ. */
const isRewritten = (char: string): boolean => char === 'İ' || isTakenApart(char) || isTwin(char);

/** Drop what shows nothing, compose what was taken apart, write İ as I. */
export function foldSlowly(text: string): SlowUnit[] {
  const units: SlowUnit[] = [];
  const write = (start: number, end: number): void => {
    const composed = text.slice(start, end).normalize('NFC').replaceAll('İ', 'I');
    for (let at = 0; at < composed.length; at++) {
      units.push({ unit: composed.charAt(at), start, end });
    }
  };
  for (let at = 0; at < text.length; ) {
    const start = at;
    const first = text.charAt(at++);
    if (isHidden(first)) continue;
    if (isJamo(first)) {
      while (at < text.length && isJamo(text.charAt(at))) at++;
      write(start, at);
      continue;
    }
    if (!isRewritten(first)) {
      while (at < text.length && isMark(text.charAt(at))) at++;
    }
    if (at > start + 1 || isMark(first) || isRewritten(first)) write(start, at);
    else units.push({ unit: first, start, end: at });
  }
  return units;
}
