/**
 * Text made to be dear to read: sixteen times as much of it costs about sixteen times as much,
 * up to a megabyte, and ten megabytes in one line are read to the end.
 */
import { describe, expect, test } from 'vitest';
import { compileNames } from '../../src/core/compile-names.ts';
import { fold } from '../../src/core/fold.ts';
import { languageOf } from '../../src/core/language-of.ts';
import { createMatcher } from '../../src/core/matcher.ts';
import { mergeContexts } from '../../src/core/merge-contexts.ts';
import { resolveMentions } from '../../src/core/resolver.ts';
import { placesOf, searchable } from '../../src/core/search-text.ts';
import { readSettingsFile } from '../../src/core/settings-file.ts';
import { parsePattern } from '../../src/core/site-pattern.ts';
import { readData } from '../../src/tools/read-data.ts';
import { formsIn } from './hostile-text.ts';

const { names } = readData();
const all = compileNames(names);
const matcher = createMatcher([all]);
const contexts = mergeContexts([all]);
const longestForms = [...new Set(formsIn(names))].sort((a, b) => b.length - a.length).slice(0, 40);

/** Linear is 16. */
const MOST = 40;
/** Below, the clock says more of the machine than of us, in ms. */
const FLOOR = 2;
/** In units of two bytes. */
const MEGABYTE = 2 ** 19;

/** This thread's own time for a run, in ms: what else the machine does does not count. */
function cost(run: () => unknown): number {
  const from = process.threadCpuUsage();
  run();
  return process.threadCpuUsage(from).user / 1000;
}

/** The middle one of three: the clock of threads ticks every 4 ms on some systems, and a collector may come by. */
function usualCost(run: () => unknown): number {
  return [cost(run), cost(run), cost(run)].sort((a, b) => a - b)[1] ?? 0;
}

/** Sixteen times as much takes about sixteen times as long. */
function expectLinear<Made>(
  size: number,
  made: (size: number) => Made,
  run: (given: Made) => unknown,
): void {
  const short = made(size / 16);
  const long = made(size);
  run(short);
  const small = Math.max(
    FLOOR,
    usualCost(() => run(short)),
  );
  const large = usualCost(() => run(long));
  expect(large, `${small} ms for a sixteenth, ${large} ms`).toBeLessThan(MOST * small);
}

/** The piece over and over, to a length in units. */
const textOf =
  (piece: string) =>
  (length: number): string =>
    piece.repeat(Math.ceil(length / piece.length));

const PIECES: readonly (readonly [name: string, piece: string])[] = [
  ['half names', 'Kim Jong-'],
  ['names glued together', 'putin'],
  [
    'the longest names without their last letter',
    longestForms.map((form) => form.slice(0, -1)).join(' '),
  ],
  ['letters written onto names', 'وبوب'],
  ['runs of separators as long as a name may have', `Kim${' '.repeat(60)}`],
  ['runs of hyphens', 'kim-'.repeat(3) + '-'.repeat(500)],
  ['initials', 'В. В. '],
  ['apostrophes', "d'’d"],
  ['marks', 'e\u0301\u0301\u0301'],
  ['marks on a name', 'Putin\u0301'],
  ['direction marks', '\u202ePu\u2066tin\u2069'],
  ['soft hyphens', 'P\u00adu\u00adt\u00adi\u00adn\u00ad '],
  ['jamo', '\u1100\u1161\u11ab'],
  ['half pairs', '\ud800'],
  ['Han without a space', '金正金普'],
];

describe('the matcher', () => {
  test.each(PIECES)('%s', (_name, piece) => {
    expectLinear(MEGABYTE, textOf(piece), (text) => matcher.find(text));
  });

  test.each([
    ['plain', 'The ministers met on Tuesday. '],
    ['with a soft hyphen in each word', 'minis\u00adters met on Tues\u00adday. '],
  ])('ten megabytes in one line, %s', (_name, piece) => {
    const text = `${piece.repeat(Math.ceil((20 * MEGABYTE) / piece.length))}Kim Jong-un`;
    expect(matcher.find(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Kim Jong-un',
    ]);
  });
});

describe('the resolver', () => {
  test.each([
    ['many a bare name', 'Kim '],
    ['his name and others', 'Kim Jong-un, Kim Yo-jong, Kim '],
    ['sentences without an end', 'Putin and Kim and North Korea and '],
    ['treaties and parties', 'the strategic partnership treaty of Russia, China and '],
    ['quotation marks', '"Kim" '],
    ['full stops', 'Kim... '],
  ])('%s, in one block and in many', (_name, piece) => {
    expectLinear(MEGABYTE / 32, textOf(piece), (text) =>
      resolveMentions([{ text, lang: 'en', candidates: matcher.find(text) }], contexts),
    );
    const candidates = matcher.find(piece);
    expectLinear(
      1600,
      (count) => Array.from({ length: count }, () => ({ text: piece, lang: 'en', candidates })),
      (blocks) => resolveMentions(blocks, contexts),
    );
  });
});

describe('what else reads text', () => {
  test.each(PIECES)('%s', (_name, piece) => {
    const text = textOf(piece);
    expectLinear(MEGABYTE, text, fold);
    expectLinear(MEGABYTE / 4, text, (given) => placesOf(searchable(given), [piece, 'a', 'in']));
    expectLinear(MEGABYTE, text, (given) => languageOf('en', given));
    expectLinear(MEGABYTE, text, (given) => parsePattern(given, (host) => host));
    expectLinear(MEGABYTE, text, readSettingsFile);
  });
});
