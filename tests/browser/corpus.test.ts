/**
 * Saved pages of real news sites, labelled by reading, where that corpus lies beside
 * the project. Floors lie a little under what was measured (see the note in docs/evaluation.md).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgePages } from '../../src/tools/eval-pages.ts';
import { judgeSentences, scores, tallyBy } from '../../src/tools/eval-sentences.ts';
import { ROOT } from '../../src/tools/read-data.ts';
import { createTextReader } from '../../src/tools/text-reader.ts';

const CORPUS = join(ROOT, '..', 'shared', 'corpus', 'dev');

describe.skipIf(!existsSync(CORPUS))('on real pages and sentences', () => {
  test('saved pages: the right words are highlighted, and hardly any wrong', {
    timeout: 300_000,
  }, async () => {
    const pages = await judgePages(CORPUS);
    const judgements = pages.flatMap((page) => page.judgements);
    const all = tallyBy(judgements, 'entity').get('all') ?? { right: 0, wrong: 0, missed: 0 };
    const wrong = judgements.filter(({ outcome }) => outcome === 'wrong').map(({ where }) => where);
    expect(all.right).toBeGreaterThan(100);
    expect(scores(all).precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.985);
    expect(scores(all).recall).toBeGreaterThanOrEqual(0.92);
    const news = pages.filter((page) => page.isNews);
    const taken = news.filter((page) => page.state !== 'not-news');
    expect(taken.length / news.length).toBeGreaterThanOrEqual(0.9);
  });

  test('sentences: no wrong mention at all', () => {
    const judgements = judgeSentences(CORPUS, createTextReader());
    const all = tallyBy(judgements, 'entity').get('all') ?? { right: 0, wrong: 0, missed: 0 };
    expect(judgements.filter(({ outcome }) => outcome === 'wrong')).toEqual([]);
    expect(scores(all).recall).toBeGreaterThanOrEqual(0.92);
  });
});
