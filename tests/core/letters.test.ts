import { describe, expect, test } from 'vitest';
import { isUnspaced } from '../../src/core/characters.ts';
import {
  isLetter,
  isLower,
  isNumber,
  isUncasedLetter,
  isUpper,
  isWordSign,
} from '../../src/core/letters.ts';

const CLASSES = [
  ['a letter', isLetter, /^\p{L}/u],
  ['a capital', isUpper, /^\p{Lu}/u],
  ['a small letter', isLower, /^\p{Ll}/u],
  ['a letter without case', isUncasedLetter, /^\p{Lo}/u],
  ['a number', isNumber, /^\p{N}/u],
  ['a sign of words', isWordSign, /^[\p{L}\p{N}\p{M}]/u],
  [
    'of a script without spaces',
    isUnspaced,
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
  ],
] as const;

describe('every character is what Unicode says it is', () => {
  test.each(CLASSES)('%s', (_name, is, expression) => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x1ffff; code++) {
      const char = String.fromCodePoint(code);
      if (is(char) !== expression.test(char)) wrong.push(`U+${code.toString(16)} ${char}`);
    }
    expect(wrong).toEqual([]);
  });

  test('nothing at the edge of a text', () => {
    for (const [, is] of CLASSES) expect(is('')).toBe(false);
  });
});
