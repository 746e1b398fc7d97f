/** Each control of the options page, pressed, with its effect on a news page that stays open. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readCard } from '../../src/tools/watch-card.ts';
import { hover, painted, waitForPainted } from '../../src/tools/watch-page.ts';
import {
  clearStorage,
  createReader,
  fixture,
  openOwnPage,
  type Reader,
  store,
  stored,
  waitForText,
} from './reader.ts';

const article = fixture('en-article');

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let options: Page;
  let tab: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    options = await openOwnPage(reader, 'options.html');
    tab = await reader.open(article);
  });
  afterEach(async () => {
    await clearStorage(options);
    await tab.keyboard.press('Escape');
    await waitForPainted(tab, article.mentions.length);
  });
  afterAll(async () => {
    await reader?.close();
  });

  const press = (selector: string, text = ''): Promise<void> =>
    options.evaluate(
      (css, words) => {
        const found = [...document.querySelectorAll<HTMLElement>(css)].find((element) =>
          (element.closest('label') ?? element).textContent?.includes(words),
        );
        if (!found) throw new Error(`no ${css} "${words}"`);
        found.click();
      },
      selector,
      text,
    );

  test('language of the cards', async () => {
    await options.bringToFront();
    await options.select('select[name="language"]', 'uk');
    await expect.poll(() => stored(options)).toEqual({ language: 'uk' });
    await tab.bringToFront();
    await hover(tab, 'vladimir-putin');
    await expect.poll(async () => (await readCard(tab, family)).text).toContain('Володимир Путін');
  });

  test('whom to highlight', async () => {
    await press('input[role="switch"]', 'Vladimir Putin');
    const others = article.mentions.filter(({ entity }) => entity !== 'vladimir-putin');
    await waitForPainted(tab, others.length);
    expect(await painted(tab)).toEqual(others);
    await press('input[role="switch"]', 'Vladimir Putin');
    await waitForPainted(tab, article.mentions.length);
  });

  test('a switch that was pressed goes back at no time on the way', async () => {
    // What sets it is Preact: only the property changes, and nothing tells of that.
    await options.evaluate(() => {
      const { get, set } =
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked') ?? {};
      const noted = globalThis as { switched?: boolean[] };
      noted.switched = [];
      const input = document.querySelector<HTMLInputElement>('input[role="switch"]');
      if (!input || !set || !get) throw new Error('no switch');
      Object.defineProperty(input, 'checked', {
        configurable: true,
        get() {
          return get.call(this);
        },
        set(value: boolean) {
          noted.switched?.push(value);
          set.call(this, value);
        },
      });
    });
    const entity = await options.evaluate(
      () => document.querySelector('input[role="switch"]')?.closest('label')?.textContent,
    );
    await press('input[role="switch"]', entity ?? '');
    await expect.poll(async () => Object.keys(await stored(options))).toHaveLength(1);
    await waitForPainted(tab);
    await options.waitForFunction(
      () =>
        document.querySelector('input[role="switch"]')?.getAttribute('aria-checked') === 'false',
      { timeout: 10_000, polling: 50 },
    );
    expect(await options.evaluate(() => (globalThis as { switched?: boolean[] }).switched)).toEqual(
      [],
    );
  });

  test('marks in the page, and back', async () => {
    await press('input[type="radio"]', 'Put marks into the page');
    await tab.waitForFunction(() => document.querySelector('mark[data-bakteppe]') !== null, {
      timeout: 10_000,
      polling: 50,
    });
    // Text that comes while marks are in the page: all mentions are marked anew, old and new.
    await tab.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.id = 'late';
      paragraph.textContent = 'Later, Putin called.';
      document.querySelector('article, main, body')?.append(paragraph);
    });
    await tab.waitForFunction(
      (count) => document.querySelectorAll('mark[data-bakteppe]').length >= count,
      { timeout: 10_000, polling: 50 },
      article.mentions.length + 1,
    );
    await tab.evaluate(() => document.querySelector('#late')?.remove());
    await press('input[type="radio"]', 'Highlight them');
    await tab.waitForFunction(() => document.querySelector('mark[data-bakteppe]') === null, {
      timeout: 10_000,
      polling: 50,
    });
    await waitForPainted(tab, article.mentions.length);
  });

  test('a choice for a site is listed, and forgotten at a press', async () => {
    const site = new URL(article.url).hostname.replace(/^www\./, '');
    await store(options, { [`site:${site}`]: 'off' });
    await waitForPainted(tab, 0);
    await waitForText(options, site);
    await press('.sites button');
    await waitForPainted(tab, article.mentions.length);
    await waitForText(options, 'You have made none');
  });

  test('a broken setting shows as its default, and the others stay', async () => {
    await store(options, { language: 7, painter: 'fireworks', 'hidden:kim-jong-un': true });
    const others = article.mentions.filter(({ entity }) => entity !== 'kim-jong-un');
    await waitForPainted(tab, others.length);
    const shown = await options.evaluate(() => ({
      language: document.querySelector<HTMLSelectElement>('select[name="language"]')?.value,
      painter: document.querySelector<HTMLInputElement>('input[value="automatic"]:checked')?.value,
    }));
    expect(shown).toEqual({ language: 'automatic', painter: 'automatic' });
  });
});
