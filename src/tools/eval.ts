/**
 * `npm run eval -- <corpus folder>`: precision, recall and F1 by language and by
 * entity, on labelled sentences and, in a real Chromium, on saved pages; the
 * errors themselves; and which pages were taken for news.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildFor } from './build.ts';
import { judgePages, type PageResult } from './eval-pages.ts';
import { type Judgement, judgeSentences, scores, tallyBy } from './eval-sentences.ts';
import { createTextReader } from './text-reader.ts';

const [folder, ...flags] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, 'sentences.jsonl'))) {
  console.error(
    'Usage: npm run eval -- <corpus folder> [--sentences]\nThe folder holds sentences.jsonl.',
  );
  process.exit(1);
}
const corpus = resolve(folder);

report('Sentences', judgeSentences(corpus, createTextReader()));
if (!flags.includes('--sentences') && existsSync(join(corpus, 'pages.jsonl'))) {
  buildFor('chromium');
  const pages = await judgePages(corpus);
  report(
    'Pages',
    pages.flatMap((page) => page.judgements),
  );
  tableOf(
    'Pages, those not taken for news turned on',
    pages.flatMap((page) => page.turnedOn),
    'entity',
  );
  reportNews(pages);
}

function tableOf(title: string, judgements: readonly Judgement[], key: 'entity' | 'lang'): void {
  console.log(`\n${title}, by ${key === 'lang' ? 'language' : 'entity'}`);
  console.log('                      right  wrong missed  precision recall    F1');
  for (const [name, tally] of [...tallyBy(judgements, key)].sort()) {
    const { precision, recall, f1 } = scores(tally);
    const counts = [tally.right, tally.wrong, tally.missed].map((n) => String(n).padStart(6));
    const rates = [precision, recall, f1].map((n) => n.toFixed(3).padStart(8));
    console.log(`${name.padEnd(20)} ${counts.join(' ')} ${rates.join(' ')}`);
  }
}

function report(title: string, judgements: readonly Judgement[]): void {
  for (const key of ['entity', 'lang'] as const) tableOf(title, judgements, key);
  for (const outcome of ['wrong', 'missed'] as const) {
    const errors = judgements.filter((judgement) => judgement.outcome === outcome);
    if (errors.length > 0) console.log(`\n${title}, ${outcome}:`);
    for (const { lang, entity, where } of errors) {
      console.log(`  ${lang} ${entity} ${where.replace(/\s+/g, ' ')}`);
    }
  }
}

function reportNews(pages: readonly PageResult[]): void {
  const labelled = pages.filter((page) => page.isNews !== undefined);
  const taken = (page: PageResult): boolean => page.state !== 'not-news';
  const count = (isNews: boolean, isTaken: boolean): number =>
    labelled.filter((page) => page.isNews === isNews && taken(page) === isTaken).length;
  console.log('\nNews pages              taken for news   left alone');
  console.log(
    `  news            ${String(count(true, true)).padStart(12)} ${String(count(true, false)).padStart(12)}`,
  );
  console.log(
    `  other           ${String(count(false, true)).padStart(12)} ${String(count(false, false)).padStart(12)}`,
  );
  for (const page of pages) {
    const hasLabels = page.judgements.some((judgement) => judgement.outcome !== 'wrong');
    const isNews = page.isNews ?? (hasLabels ? true : undefined);
    if (isNews !== undefined && isNews !== taken(page)) {
      console.log(`  ${isNews ? 'left alone' : 'taken'}: ${page.url} (${page.reasons.join(', ')})`);
    }
    if (page.state === 'no-answer') console.log(`  no answer: ${page.url}`);
  }
}
