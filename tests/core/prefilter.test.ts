import { describe, expect, test } from 'vitest';
import { gramsOf } from '../../src/core/grams.ts';
import { createSearch, prefilterOf } from '../../src/core/prefilter.ts';

const KEYS = [
  'putin',
  'pu tin',
  'kim jong',
  'nordkorea',
  'š.korėj',
  "ким ч'е",
  'путин',
  '金正恩',
  'בוטין',
];

/** Where strings are found, one after the other; `edges` are where other pieces of text begin. */
function foundIn(text: string, edges: readonly number[] = [], keys: readonly string[] = KEYS) {
  const search = createSearch([prefilterOf(keys)]);
  return search(text).flatMap((next) => {
    const found: number[] = [];
    for (let from = 0; ; from = (found.at(-1) ?? 0) + 1) {
      const start = next(from, (offset) => edges.includes(offset));
      if (start === undefined) return found;
      found.push(start);
    }
  });
}

describe('where the strings stand', () => {
  test.each([
    ['nothing in nothing', '', []],
    ['at both ends', 'Putin, PUTIN', [0, 7]],
    ['not within a word', 'computing, nordkoreansk', [11]],
    [
      'with a hyphen, a wide space and a run of both for a space',
      'Pu-tin pu\u00a0tin PU -  tin',
      [0, 7, 14],
    ],
    ['over a line and its indentation', 'Kim\n            Jong-un', [0]],
    ['not over more than a name has between its words', `Kim${' '.repeat(61)}Jong`, []],
    ['with a space behind the full stop, and without', 'Š. Korėja; š.korėjos', [0, 11]],
    ['with either apostrophe', "Ким Ч'е, ким ч’е", [0, 9]],
    ['in another script, in any case', 'ПУТИН и Путин', [0, 8]],
    ['where words are not parted', '見金正恩和בוטין', [1, 5]],
    ['a gram without its string', 'Kim Kardashian; Korea', []],
  ])('%s', (_name, text, expected) => {
    expect(foundIn(text).sort()).toEqual([...expected].sort());
  });

  test('within letters, where another piece of text begins', () => {
    expect(foundIn('WorldPutin', [5])).toEqual([5]);
    expect(foundIn('WorldPutin')).toEqual([]);
  });

  test('several prefilters at once: neither hides what the other holds', () => {
    const search = createSearch([prefilterOf(['kim jong un']), prefilterOf(['kim', 'jong'])]);
    const [next] = search('Kim Jong-un');
    expect(next?.(0, () => false)).toBe(0);
    expect(next?.(1, () => false)).toBe(4);
  });
});

test('each string holds a gram, and no gram holds another', () => {
  const grams = gramsOf(KEYS);
  for (const key of KEYS)
    expect(
      grams.filter((gram) => key.includes(gram)),
      key,
    ).not.toEqual([]);
  for (const gram of grams) {
    expect(grams.filter((other) => other.includes(gram))).toEqual([gram]);
  }
});

test.each([[''], ['a|b'], ['a=b']])('a key that cannot be written is refused: "%s"', (key) => {
  expect(() => prefilterOf(['putin', key])).toThrow(`"${key}"`);
});
