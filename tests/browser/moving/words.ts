/** Pages that move: fixtures of their own, and what is painted on them wherever it stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { ROOT } from '../../../src/tools/read-data.ts';

/** A page from `tests/fixtures/moving`, under an address of its own. */
export function movingPage(name: string, host = 'gazette.example.org') {
  const html = readFileSync(join(ROOT, 'tests', 'fixtures', 'moving', `${name}.html`), 'utf8');
  return { url: `http://${host}/world/2024/06/20/${name}`, html };
}

/** The painted words, those of each entity in the order of the page: shadow roots have no order among them. */
export function paintedWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['kim-jong-un', 'vladimir-putin', 'partnership-treaty'].flatMap((entity) => {
      const highlight = CSS.highlights.get(`bakteppe-${entity}`) as unknown as Set<Range>;
      return [...(highlight ?? [])].map(String);
    }),
  );
}

/** Wait until exactly these words are painted; what is painted instead is said. */
export async function waitForWords(page: Page, words: readonly string[], why = ''): Promise<void> {
  await expect.poll(() => paintedWords(page), { timeout: 15_000, message: why }).toEqual(words);
}
