/**
 * Marks in the page, on pages that mind: what is not for reading has none, the page's tree is
 * the same once they go, and a page that takes them out again keeps its words and its peace.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/tools/read-data.ts';
import { createReader, openOwnPage, pastDelay, type Reader, store } from './reader.ts';

const fixtureOf = (name: string): string =>
  readFileSync(join(ROOT, 'tests', 'fixtures', 'hostile', `${name}.html`), 'utf8');
const UNTOUCHED = fixtureOf('untouched');
const ARTICLE = fixtureOf('article');
/** Longer than the page has to wait between two tries, in ms. */
const BETWEEN_TRIES_MS = 500;
/** Marks are tried so often at most, and may each be several elements. */
const MOST_TRIES = 40;

/**
 * Ways to take marks out again, each run at the end of every frame and at every change; the
 * functions go to the page as text.
 */
const REVERTS: Readonly<Record<string, (before: string) => void>> = {
  'writes its article anew': (before) => {
    const article = document.querySelector('article') as Element;
    article.innerHTML = before;
  },
  'puts the words in the place of each mark': () => {
    for (const mark of document.querySelectorAll('mark')) mark.replaceWith(mark.textContent);
  },
  'lets the words out of each mark': () => {
    for (const mark of document.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  },
};

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let own: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    own = await openOwnPage(reader, 'options.html');
    await store(own, { where: 'all', painter: 'marks' });
  });
  afterAll(async () => {
    await reader?.close();
  });

  let count = 0;
  const open = (html: string, script: string): Promise<Page> =>
    reader.open({
      url: `http://marked.example.org/world/2024/06/21/${++count}`,
      html: html.replace('<!--script-->', `<script>${script}</script>`),
    });

  test('editors, fields, code and drawings have none, and the tree is the same once they go', async () => {
    const tab = await open(
      UNTOUCHED,
      `addEventListener('DOMContentLoaded', () => { window.before = document.documentElement.outerHTML; });`,
    );
    const marks = (): Promise<string[]> =>
      tab.evaluate(() => [...document.querySelectorAll('mark')].map((mark) => mark.textContent));
    await expect.poll(marks).toEqual(['Vladimir Putin', 'Kim Jong-un']);
    await tab.evaluate(() =>
      document.getElementById('later')?.setAttribute('contenteditable', 'true'),
    );
    await expect.poll(marks).toEqual(['Vladimir Putin']);
    await tab.evaluate(() => document.getElementById('later')?.removeAttribute('contenteditable'));
    await expect.poll(marks).toEqual(['Vladimir Putin', 'Kim Jong-un']);
    await store(own, { on: false });
    await expect.poll(marks).toEqual([]);
    const { html, before } = await tab.evaluate(() => ({
      html: document.documentElement.outerHTML,
      before: Reflect.get(window, 'before'),
    }));
    expect(html).toBe(before);
    await store(own, { on: true });
    await tab.close();
  });

  describe.each(['in every frame', 'at once'])('a page that %s', (when) => {
    test.each(Object.keys(REVERTS))('%s: it has its words, and is let be', async (name) => {
      const tab = await open(ARTICLE, revertScript(String(REVERTS[name]), when === 'at once'));
      const state = (): Promise<{ tries: number; words: string; before: string }> =>
        tab.evaluate(() => ({
          tries: Number(Reflect.get(window, 'tries')),
          words: document.querySelector('article')?.textContent ?? '',
          before: String(Reflect.get(window, 'words')),
        }));
      await expect.poll(async () => (await state()).tries).toBeGreaterThan(1);
      // Until it was left alone for longer than we ever wait.
      await expect
        .poll(
          async () => {
            const { tries } = await state();
            await pastDelay(tab, BETWEEN_TRIES_MS);
            return (await state()).tries - tries;
          },
          { timeout: 30_000 },
        )
        .toBe(0);
      const { tries, words, before } = await state();
      expect(words).toBe(before);
      expect(tries).toBeLessThan(MOST_TRIES);
      expect(reader.errors).toEqual([]);
      await tab.close();
    });
  });
});

/** Takes marks out and counts how often any were there. */
function revertScript(revert: string, isAtOnce: boolean): string {
  return `window.tries = 0;
addEventListener('DOMContentLoaded', () => {
  const article = document.querySelector('article');
  const before = article.innerHTML;
  window.words = article.textContent;
  const look = () => {
    if (!document.querySelector('mark')) return;
    window.tries++;
    (${revert})(before);
  };
  ${
    isAtOnce
      ? 'new MutationObserver(look).observe(document, { childList: true, subtree: true });'
      : 'const frame = () => { look(); requestAnimationFrame(frame); }; frame();'
  }
});`;
}
