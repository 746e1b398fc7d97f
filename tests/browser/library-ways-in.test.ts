/** The ways into the facts library: from a card on a page, from the popup, from our other pages. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pressInCard, readCard } from '../../src/tools/watch-card.ts';
import { hover, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openOwnPage, openPopup, type Reader, store } from './reader.ts';

type Api = typeof import('wxt/browser').browser;

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let own: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    own = await openOwnPage(reader, 'options.html');
  });
  afterEach(async () => {
    await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { tabs } = (browser ?? chrome) as Api;
      const open = await tabs.query({});
      await tabs.remove(open.flatMap(({ id, url }) => (/library/.test(url ?? '') && id) || []));
    });
  });
  afterAll(async () => {
    await reader?.close();
  });

  /** Addresses of the open library tabs, from the page's name on, and whether each is in front. */
  const libraries = (): Promise<string[]> =>
    own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
      return tabs.flatMap(({ url = '', active }) =>
        url.includes('/library.html')
          ? `${active ? 'in front' : 'behind'}: ${url.split('/').at(-1)}`
          : [],
      );
    });

  test('from the card: the entity’s facts, in the card’s language, at the fact that came first', async () => {
    const article = fixture('nb-article');
    const tab = await reader.open(article);
    await waitForPainted(tab, article.mentions.length);
    await hover(tab, 'vladimir-putin');
    const { text } = await readCard(tab, family);
    await pressInCard(tab, family, 'Mer');
    await pressInCard(tab, family, 'Åpne alle opplysninger');
    await expect
      .poll(libraries, { timeout: 10_000 })
      .toEqual([
        expect.stringMatching(/^in front: library\.html\?about=vladimir-putin&lang=nb#[a-z-]+$/),
      ]);
    const address = (await libraries())[0]?.replace('in front: ', '') ?? '';
    const library = await openOwnPage(reader, address);
    const entry = await library.evaluate(() => ({
      lead: document.activeElement?.querySelector('.lead')?.textContent ?? 'nothing in focus',
      lang: document.documentElement.lang,
    }));
    expect(text).toContain(entry.lead);
    expect(entry.lang).toBe('nb');
    await library.close();
    await tab.close();
  });

  test('from the popup', async () => {
    const tab = await reader.open(fixture('en-article'));
    const popup = await openPopup(reader, tab);
    await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.about .link')]
        .find(({ textContent }) => textContent === 'All facts')
        ?.click(),
    );
    await expect.poll(libraries, { timeout: 10_000 }).toEqual(['in front: library.html']);
    await popup.close();
    await tab.close();
  });

  test('from the head of our other pages', async () => {
    const href = await own.evaluate(
      () => document.querySelector<HTMLAnchorElement>('.frame-nav a[href="library.html"]')?.href,
    );
    expect(href).toBe(`${reader.browser.origin}/library.html`);
  });

  test('it speaks the language chosen for the cards, unless its address says another', async () => {
    await store(own, { language: 'uk' });
    const lang = async (address: string): Promise<string> => {
      const library = await openOwnPage(reader, address);
      const found = await library.evaluate(() => document.documentElement.lang);
      await library.close();
      return found;
    };
    expect(await lang('library.html')).toBe('uk');
    expect(await lang('library.html?lang=ko')).toBe('ko');
    await store(own, { language: 'automatic' });
    expect(await lang('library.html')).toBe('en');
  });
});
