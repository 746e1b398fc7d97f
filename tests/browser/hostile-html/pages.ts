/** Pages to damage: our own, and saved ones where those lie beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../src/tools/read-data.ts';
import type { Random } from './damage-html.ts';

const PAGES = join(ROOT, 'tests', 'fixtures', 'pages');
const SAVED = join(ROOT, '..', 'shared', 'corpus', 'dev', 'html');

/** Of a saved page a stretch like a whole page of ours, in units. */
const STRETCH = 12_000;

/** They bring no script and no file of their own. */
export const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
};

const read = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.html'))
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
    : [];

const own = read(PAGES);
const saved = read(SAVED);
if (saved.length === 0) console.log('No saved pages beside the project: only our own.');

/** A page as it was before the damage: of a saved one, where one is wanted and there is one, a stretch. */
export function pickPage(random: Random, isSaved: boolean): string {
  const pages = isSaved && saved.length > 0 ? saved : own;
  const html = pages[random(pages.length)] ?? '';
  const from = pages === saved ? random(Math.max(1, html.length - STRETCH)) : 0;
  return html.slice(from, from + STRETCH);
}
