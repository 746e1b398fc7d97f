/**
 * A page lies in the browser's memory, left with a card open, while the extension is loaded anew. Gone
 * back to, it shows nothing that no longer works: in Firefox it is bare until it is loaded anew,
 * Chromium loads it anew itself.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extensionLife } from '../../src/tools/extension-life.ts';
import { hover, waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import { movingPage } from './moving/words.ts';
import { changes, takePicture } from './pixels.ts';
import { createReader, openOwnPage, type Reader, store } from './reader.ts';

type Api = typeof import('wxt/browser').browser;

const STORY = movingPage('story');
const OTHER = movingPage('other');
const CASES = (['chromium', 'firefox'] as const).flatMap((family) =>
  (['automatic', 'marks'] as const).map((painter) => ({ family, painter })),
);

describe.each(CASES)('in $family, painter $painter', ({ family, painter }) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family);
    reader.server.serve(OTHER.url, { body: OTHER.html });
  });
  afterAll(async () => {
    await reader?.close();
  });

  test('the page is left with a card open, and comes back without', async () => {
    const life = await extensionLife(reader.browser);
    const own = await openOwnPage(reader, 'options.html');
    await store(own, { on: false, ground: 'strong' });
    const tab = await reader.open(STORY);
    const bare = await takePicture(tab);
    await store(own, { on: true });
    await waitForPainted(tab, 2);
    await tab.bringToFront();
    await hover(tab, 'vladimir-putin');
    await store(own, { painter });
    const isMarked = (): Promise<boolean> =>
      tab.evaluate(() => document.querySelector('mark[data-bakteppe]') !== null);
    await expect.poll(isMarked).toBe(painter === 'marks');
    await tab.mouse.move(2, 2);
    await tab.evaluate(() => document.querySelector('a')?.click());
    await tab.waitForFunction(() => document.title.startsWith('Another'), { polling: 50 });
    await life.reload();
    // The new background brings its scout to pages that are there: had it not done so, to one that comes back, too.
    const watcher = await openOwnPage(reader, 'library.html');
    await expect.poll(() => hasBroughtScout(watcher)).toBe(true);
    await watcher.close();
    await tab.bringToFront();
    await tab.evaluate(() => history.back());
    await tab.waitForFunction(() => !document.title.startsWith('Another'), { polling: 50 });
    if (family === 'chromium') await expect.poll(() => isAnnotated(painter)).toBe(true);
    else {
      expect(await tab.evaluate(() => (globalThis as { isBack?: boolean }).isBack)).toBe(true);
      // Beneath is the link, which has the colour of one that was followed now.
      const place = { left: 0, top: 0, right: bare.width, bottom: await linkTop(tab) };
      await expect.poll(async () => changes(bare, await takePicture(tab), place).length).toBe(0);
    }
    await waitForCard(tab, false);

    function isAnnotated(by: string): Promise<boolean> {
      return by === 'marks'
        ? isMarked()
        : tab.evaluate(() => (CSS.highlights.get('bakteppe-vladimir-putin')?.size ?? 0) > 0);
    }
  });
});

function hasBroughtScout(own: Page): Promise<boolean> {
  return own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    const { session } = ((browser ?? chrome) as Api).storage;
    return (await session.get('scout-brought'))['scout-brought'] === true;
  });
}

function linkTop(tab: Page): Promise<number> {
  return tab.evaluate(() => document.querySelector('a')?.getBoundingClientRect().top ?? 0);
}
