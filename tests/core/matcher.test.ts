/** Finding candidates: where words begin and end, how names are written, and at what cost. */
import { describe, expect, test } from 'vitest';
import { compileNames } from '../../src/core/compile-names.ts';
import { createMatcher } from '../../src/core/matcher.ts';
import { readData } from '../../src/tools/read-data.ts';

const matcher = createMatcher([compileNames(readData().names)]);

const found = (text: string, edges?: readonly number[]): string[] =>
  matcher.find(text, edges).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Kim Jong\u2011un', ['Kim Jong\u2011un']],
  ['Kim\u00a0Jong\u00a0Un', ['Kim\u00a0Jong\u00a0Un']],
  ['Pu\u00adtin', ['Pu\u00adtin']],
  ['\u200bPutin\u200b', ['Putin']],
  ["Putin’s and Putin's", ['Putin', 'Putin']],
  ["Putin'in Putin’in", ['Putin', 'Putin']],
  ['V.V.\u00a0Putin', ['V.V.\u00a0Putin']],
  ['Вл. Путина', ['Вл. Путина']],
  ['PUTİN', ['PUTİN']],
  ['#putin', ['putin']],
  ['V. V. Putin', ['V. V. Putin']],
  ['В. В. Путиным', ['В. В. Путиным']],
  ['V.V.Putinisse', ['V.V.Putinisse']],
  ['პუტინი და ᲞᲣᲢᲘᲜᲘ', ['პუტინი', 'ᲞᲣᲢᲘᲜᲘ']],
  // Korean keyboards write 金 so where it is read "Kim".
  ['\uf90a正恩', ['\uf90a正恩']],
  ['푸틴은', ['푸틴']],
  ['וּפוטין ושפוטין', ['פוטין', 'פוטין']],
  ['وبوتين', ['بوتين']],
  ['computing Putinism Rasputin', []],
  ['putin', []],
  ['\ud800Putin\udc00', ['Putin']],
])('in %j: %j', (text, names) => {
  expect(found(text)).toEqual(names);
});

test('a word may end where markup does', () => {
  expect(found('RusslandPutin')).toEqual([]);
  expect(found('RusslandPutin', [0, 8])).toEqual(['Putin']);
});

describe('the cost grows with the text and no faster', () => {
  const texts: readonly (readonly [name: string, piece: string])[] = [
    ['half names', 'Kim Jong-'],
    ['names glued together', 'putin'],
    ['spaces', 'Kim '],
    ['marks', 'e\u0301\u0301\u0301'],
    ['jamo', '\u1100\u1161'],
    ['initials', 'V. V. '],
    ['half a treaty', 'comprehensive strategic partnership '],
  ];
  /** Four times as long may take about four times as long, and never minutes. */
  const time = (piece: string, units: number): number => {
    const text = piece.repeat(Math.ceil(units / piece.length));
    // The thread's own time: what else the machine does does not count.
    const from = process.threadCpuUsage();
    matcher.find(text);
    return process.threadCpuUsage(from).user / 1000;
  };
  test.each(texts)('%s', (_name, piece) => {
    time(piece, 60_000);
    const quarter = Math.max(20, time(piece, 60_000));
    expect(time(piece, 240_000)).toBeLessThan(quarter * 16);
  });
});
