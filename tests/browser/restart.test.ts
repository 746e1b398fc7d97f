/**
 * The browser is started again with the same profile: what was set holds. And of what was read in a
 * private window, if the reader let us into those, nothing was ever stored.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extensionLife } from '../../src/tools/extension-life.ts';
import { hover, painted, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openOwnPage, type Reader, store, stored } from './reader.ts';

type Api = typeof import('wxt/browser').browser;

const article = fixture('en-article');
const read = fixture('nn-article');
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

  test('read in a private window: annotated, and nothing stored', async () => {
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
    const everything = await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { local, sync, session } = ((browser ?? chrome) as Api).storage;
      const areas = await Promise.all([local, sync, session].map((area) => area.get(null)));
      return JSON.stringify(areas);
    });
    expect(everything).not.toContain(new URL(read.url).hostname.replace(/^www\./, ''));
    expect(JSON.parse(everything)).toEqual([
      { synced: { agreed: {}, state: 'ok' } },
      { format: 1 },
      { 'scout-brought': true },
    ]);
    await page.close();
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
    await expect
      .poll(async () => ({ count: (await painted(tab)).length, stored: await stored(again) }))
      .toEqual({ count: others.length, stored: ITEMS });
    await hover(tab, 'vladimir-putin');
    expect(reader.errors).toEqual([]);
  });
});

/** Chromium counts a private window's pages among the targets only. */
async function pageAt({ browser }: Reader, url: string): Promise<Page> {
  const target = await browser.driver.waitForTarget((one) => one.url() === url);
  const page = await target.page();
  if (!page) throw new Error(`no page in the target of ${url}`);
  return page;
}
