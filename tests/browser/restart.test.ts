/**
 * The browser is started again with the same profile: what was set holds. And of what was read in a
 * private window, if the reader let us into those, nothing was ever stored. Tabs that the browser
 * brings back have all they had.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { extensionLife } from '../../src/tools/extension-life.ts';
import { readCard } from '../../src/tools/watch-card.ts';
import { hover, painted, waitForPainted } from '../../src/tools/watch-page.ts';
import {
  badge,
  clearStorage,
  createReader,
  fixture,
  openOwnPage,
  openPopup,
  pastDelay,
  pressChoice,
  type Reader,
  store,
  stored,
} from './reader.ts';

type Api = typeof import('wxt/browser').browser;

const article = fixture('en-article');
const read = fixture('nn-article');
/** Longer than anything of ours waits before it stores, in ms. */
const LATER_MS = 1000;
const ITEMS = { 'hidden:kim-jong-un': true, delay: 0, 'site:kept.example': 'off' };
const others = article.mentions.filter(({ entity }) => entity !== 'kim-jong-un');

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  const profile = mkdtempSync(join(tmpdir(), 'bakteppe-profile-'));
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family, { profile });
  });
  afterAll(async () => {
    await reader?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('read in a private window: annotated, and nothing stored but what is set there', async () => {
    await (await extensionLife(reader.browser)).allowPrivate();
    const own = await openOwnPage(reader, 'library.html');
    reader.server.serve(read.url, { body: read.html });
    await own.evaluate(async (url) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      await ((browser ?? chrome) as Api).windows.create({ incognito: true, url });
    }, read.url);
    const page = await pageAt(reader, read.url);
    await waitForPainted(page, read.mentions.length);
    await hover(page, 'kim-jong-un');
    const host = new URL(read.url).hostname.replace(/^www\./, '');
    const isNothingStored = async (): Promise<void> => {
      const everything = await everythingStored(own);
      expect(everything).not.toContain(host);
      expect(JSON.parse(everything)).toEqual([
        { synced: { agreed: {}, state: 'ok' } },
        { format: 1 },
        { 'scout-brought': true },
      ]);
    };
    await isNothingStored();
    // Nor a moment later.
    await pastDelay(page, LATER_MS);
    await isNothingStored();
    const popup = await openPopup(reader, page);
    await pressChoice(popup, 'Off');
    await expect.poll(() => stored(popup, 'sync')).toEqual({ [`site:${host}`]: 'off' });
    expect(await stored(popup)).toEqual({ [`site:${host}`]: 'off' });
    await waitForPainted(page, 0);
    await page.close();
    await clearStorage(own);
    await expect.poll(() => stored(own, 'sync')).toEqual({});
    await popup.close();
    await own.close();
  });

  test('after a restart all is as it was set', async () => {
    const own = await openOwnPage(reader, 'library.html');
    await store(own, ITEMS);
    await expect.poll(() => stored(own, 'sync')).toEqual(ITEMS);
    const { errors } = reader;
    await reader.close();
    reader = await createReader(family, { profile, keepWelcome: true });
    reader.errors.push(...errors);
    const again = await openOwnPage(reader, 'library.html');
    expect(await stored(again)).toEqual(ITEMS);
    const tab = await reader.open(article);
    // What the scout says of the page is for the one who looks into a failure.
    await expect
      .poll(async () => ({
        count: (await painted(tab)).length,
        stored: await stored(again),
        status: await statusOf(again, article.url),
      }))
      .toMatchObject({ count: others.length, stored: ITEMS, status: { state: 'annotated' } });
    await hover(tab, 'vladimir-putin');
    expect(reader.errors).toEqual([]);
    await again.close();
  });

  test('a tab that the browser brings back is painted and counted, and has cards', async () => {
    await reader.close();
    const settings = { profile, keepWelcome: true, restoresTabs: true };
    reader = await createReader(family, settings, [article]);
    const tab = await tabAt(reader, article.url);
    await waitForPainted(tab, others.length);
    await tab.bringToFront();
    await hover(tab, 'vladimir-putin');
    expect((await readCard(tab, family)).text).toContain('June 2024');
    const popup = await openPopup(reader, tab);
    await expect.poll(() => badge(popup)).toMatchObject({ text: String(others.length) });
    // Chromium has it in its cache, and asks for it not even once.
    const loads = reader.server.requests.filter((url) => url === article.url);
    expect(loads.length).toBeLessThan(2);
  });
});

/** What the page's scout answers the popup, or why it does not. */
function statusOf(own: Page, url: string): Promise<unknown> {
  return own.evaluate(async (address) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    const { tabs } = (browser ?? chrome) as Api;
    const found = (await tabs.query({})).find((tab) => tab.url === address);
    if (found?.id === undefined) return 'no tab';
    return tabs.sendMessage(found.id, { type: 'status?' }).catch(String);
  }, url);
}

function everythingStored(own: Page): Promise<string> {
  return own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    const { local, sync, session } = ((browser ?? chrome) as Api).storage;
    const areas = await Promise.all([local, sync, session].map((area) => area.get(null)));
    return JSON.stringify(areas);
  });
}

/** A tab that nobody here opened. */
async function tabAt({ browser }: Reader, url: string): Promise<Page> {
  return vi.waitFor(
    async () => {
      for (const page of await browser.driver.pages()) {
        const address = await page.evaluate(() => location.href).catch(() => '');
        if (address === url) return page;
      }
      throw new Error(`no tab at ${url}`);
    },
    { timeout: 15_000, interval: 100 },
  );
}

/** Chromium counts a private window's pages among the targets only. */
async function pageAt({ browser }: Reader, url: string): Promise<Page> {
  const target = await browser.driver.waitForTarget((one) => one.url() === url);
  const page = await target.page();
  if (!page) throw new Error(`no page in the target of ${url}`);
  return page;
}
