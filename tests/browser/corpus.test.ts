/**
 * Saved pages of real news sites, labelled by reading, where that corpus lies beside
 * the project. Floors lie a little under what was measured (see the note in docs/evaluation.md).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { judgePages, type PageResult } from '../../src/tools/eval-pages.ts';
import {
  type Judgement,
  judgeSentences,
  scores,
  type Tally,
  tallyBy,
} from '../../src/tools/eval-sentences.ts';
import { ROOT } from '../../src/tools/read-data.ts';
import { createTextReader } from '../../src/tools/text-reader.ts';

const CORPUS = join(ROOT, '..', 'shared', 'corpus', 'dev');

/** Tallies of the names of the two men together, and of the treaty. */
function tallies(judgements: readonly Judgement[]): { men: Tally; treaty: Tally } {
  const none: Tally = { right: 0, wrong: 0, missed: 0 };
  const by = tallyBy(judgements, 'entity');
  const [kim, putin] = [by.get('kim-jong-un') ?? none, by.get('vladimir-putin') ?? none];
  return {
    men: {
      right: kim.right + putin.right,
      wrong: kim.wrong + putin.wrong,
      missed: kim.missed + putin.missed,
    },
    treaty: by.get('partnership-treaty') ?? none,
  };
}

const wrongOnes = (judgements: readonly Judgement[]): string[] =>
  judgements.filter(({ outcome }) => outcome === 'wrong').map(({ where }) => where);

describe.skipIf(!existsSync(CORPUS))('on real pages and sentences', () => {
  let pages: readonly PageResult[] = [];
  beforeAll(async () => {
    pages = await judgePages(CORPUS);
  }, 300_000);

  test('saved pages: the right words are highlighted, and no wrong name', () => {
    const judgements = pages.flatMap((page) => page.judgements);
    const { men, treaty } = tallies(judgements);
    expect(men.wrong, wrongOnes(judgements).join('\n')).toBe(0);
    expect(scores(men).recall).toBeGreaterThanOrEqual(0.955);
    expect(men.right).toBeGreaterThan(135);
    // One treaty in a text on the two countries that the labels leave out.
    expect(treaty.wrong, wrongOnes(judgements).join('\n')).toBeLessThanOrEqual(1);
  });

  test('saved pages, turned on where not taken for news', () => {
    const judgements = pages.flatMap((page) => page.turnedOn);
    const { men } = tallies(judgements);
    expect(men.wrong, wrongOnes(judgements).join('\n')).toBe(0);
    expect(scores(men).recall).toBeGreaterThanOrEqual(0.97);
  });

  test('news pages are taken for news, other pages are not', () => {
    const taken = (page: PageResult): boolean => page.state !== 'not-news';
    const news = pages.filter((page) => page.isNews === true);
    const others = pages.filter((page) => page.isNews === false);
    expect(news.filter(taken).length / news.length).toBeGreaterThanOrEqual(0.98);
    // The front of a news site is among the others.
    expect(others.filter(taken).map(({ url }) => url).length).toBeLessThanOrEqual(1);
  });

  test('sentences: no wrong mention at all', () => {
    const judgements = judgeSentences(CORPUS, createTextReader());
    const { men, treaty } = tallies(judgements);
    expect(wrongOnes(judgements)).toEqual([]);
    expect(scores(men).recall).toBeGreaterThanOrEqual(0.97);
    expect(scores(treaty).recall).toBeGreaterThanOrEqual(0.9);
  });
});
