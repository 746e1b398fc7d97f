/** The pages that are measured: our fixtures, and real ones where a corpus lies beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/tools/read-data.ts';

export interface BenchPage {
  readonly id: string;
  readonly lang: string;
  readonly html: string;
  /** Undefined where nobody counted. */
  readonly hasMention: boolean | undefined;
}

const CORPUS = join(ROOT, '..', 'shared', 'corpus', 'dev');

interface SavedPage {
  readonly id: string;
  readonly lang: string;
  readonly labelled_for_mentions: boolean;
  readonly n_labels?: number;
}

/** Real pages labelled for mentions, at most so many, spread evenly over their sizes; none without a corpus. */
export function realPages(most: number): BenchPage[] {
  if (!existsSync(join(CORPUS, 'pages.jsonl'))) return [];
  const rows = readFileSync(join(CORPUS, 'pages.jsonl'), 'utf8').split('\n').filter(Boolean);
  const pages = rows
    .map((row) => JSON.parse(row) as SavedPage)
    .filter((page) => page.labelled_for_mentions)
    .map((page) => ({ page, path: join(CORPUS, 'html', `${page.id.replaceAll('/', '__')}.html`) }))
    .filter(({ path }) => existsSync(path))
    .map(({ page, path }) => ({
      id: page.id,
      lang: page.lang,
      html: readFileSync(path, 'utf8'),
      hasMention: (page.n_labels ?? 0) > 0,
    }))
    .sort((a, b) => a.html.length - b.html.length);
  return evenly(pages, most);
}

/** Our own articles. */
export function fixturePages(): BenchPage[] {
  const folder = join(ROOT, 'tests', 'fixtures', 'pages');
  return readdirSync(folder)
    .filter((name) => /^([a-z]{2}-article|front-page|no-mention)\.html$/.test(name))
    .map((name) => {
      const facts = JSON.parse(readFileSync(join(folder, name.replace('.html', '.json')), 'utf8'));
      return {
        id: name,
        lang: facts.lang as string,
        html: readFileSync(join(folder, name), 'utf8'),
        hasMention: facts.mentions.length > 0,
      };
    });
}

function evenly<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from(
    { length: most },
    (_, at) => items[Math.floor(((at + 0.5) * items.length) / most)] as Item,
  );
}
