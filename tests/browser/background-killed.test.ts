/**
 * The browser ends the background whenever it likes: a hundred times here, while a page loads,
 * when it is painted, before a card opens and between two changes. Everything comes all the same.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExtensionLife, extensionLife } from '../../src/tools/extension-life.ts';
import { readCard } from '../../src/tools/watch-card.ts';
import { hover, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openOwnPage, type Reader, store, stored } from './reader.ts';

type Api = typeof import('wxt/browser').browser;

const article = fixture('en-article');
const others = article.mentions.filter(({ entity }) => entity !== 'kim-jong-un');
const KILLS = 100;
/** Pages loaded, each with a death during the load and one before the card. */
const LOADS = 10;
/** The deaths during a load come a little later each time, up to when all has come, in ms. */
const LATER_MS = 15;

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let life: ExtensionLife;
  let tab: Page;
  let own: Page;
  let kills = 0;
  beforeAll(async () => {
    reader = await createReader(family);
    life = await extensionLife(reader.browser);
    own = await openOwnPage(reader, 'library.html');
    await store(own, { 'site:kept.example': 'off', delay: 0 });
    tab = await reader.open(article);
    await waitForPainted(tab, article.mentions.length);
  });
  afterAll(async () => {
    await reader?.close();
  });

  const kill = async (): Promise<void> => {
    if (await life.stopBackground()) kills++;
  };
  /** What the toolbar says of the page in front. */
  const badge = (): Promise<string> =>
    own.evaluate(async (url) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { tabs, action } = (browser ?? chrome) as Api;
      const [found] = await tabs.query({ url });
      return action.getBadgeText({ tabId: found?.id ?? -1 });
    }, article.url);

  test('while a page loads, and before its card opens', async () => {
    for (let at = 0; at < LOADS; at++) {
      // Awake, so that there is something to kill in the middle of its work.
      await store(own, { 'site:awake.example': at % 2 ? 'on' : 'off' });
      await tab.goto(article.url, { waitUntil: 'domcontentloaded' });
      await tab.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), at * LATER_MS);
      await kill();
      await waitForPainted(tab, article.mentions.length);
      await expect.poll(badge, { message: `load ${at}` }).toBe(String(article.mentions.length));
      await kill();
      await hover(tab, at % 2 ? 'vladimir-putin' : 'partnership-treaty');
      await expect
        .poll(async () => (await readCard(tab, family)).text, { message: `load ${at}` })
        .toContain('June 2024');
    }
  });

  test('between any two changes', async () => {
    for (let at = 0; kills < KILLS; at++) {
      if (at > 2 * KILLS) throw new Error(`only ${kills} backgrounds were there to be killed`);
      const isHidden = at % 2 === 0;
      await store(own, { 'hidden:kim-jong-un': isHidden });
      const left = isHidden ? others : article.mentions;
      await waitForPainted(tab, left.length);
      await expect.poll(badge).toBe(String(left.length));
      await kill();
    }
    expect(kills).toBeGreaterThanOrEqual(KILLS);
  });

  test('settings are as they were set, here and in sync, and nothing went wrong', async () => {
    await store(own, { 'hidden:kim-jong-un': false, 'site:awake.example': 'on' });
    const all = {
      ...{ 'site:kept.example': 'off', 'site:awake.example': 'on', delay: 0 },
      'hidden:kim-jong-un': false,
    };
    await expect.poll(() => stored(own, 'sync')).toEqual(all);
    expect(await stored(own)).toEqual(all);
    expect(reader.errors).toEqual([]);
  });
});
