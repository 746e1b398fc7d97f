/** `npm run check`: is the data fit to ship? Says every problem, exits 1 if there is one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOwnWords } from '../core/check-own-words.ts';
import { compileNames, missingEntities } from '../core/compile-names.ts';
import { staleJsonSchemas } from './json-schemas.ts';
import { ROOT, readData } from './read-data.ts';

function articleText(): string | undefined {
  try {
    return readFileSync(join(ROOT, '..', 'shared', 'source', 'article.nb.txt'), 'utf8');
  } catch {
    return undefined;
  }
}

try {
  const { data, texts, names } = readData();
  const missing = missingEntities(compileNames(names));
  if (missing.length > 0) throw new Error(`data/names: no name of ${missing.join(', ')}`);
  const stale = staleJsonSchemas();
  if (stale.length > 0) {
    throw new Error(`data/schema: ${stale.join(', ')}: not in step; run "npm run schemas"`);
  }
  const article = articleText();
  const copied = article === undefined ? [] : checkOwnWords(article, texts);
  if (copied.length > 0) {
    throw new Error(copied.map((p) => `${p.file}: ${p.field}: ${p.reason}`).join('\n'));
  }
  console.log(
    `data: ${data.facts.length} facts in ${texts.length} languages, names in ${names.length} languages` +
      (article === undefined ? '' : ', own words'),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
