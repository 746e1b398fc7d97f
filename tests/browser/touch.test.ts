/** The card under fingers: a sheet, opened by a tap, or by a long press where the tap belongs to a link. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LONG_PRESS_MS } from '../../src/page/listen-to-touch.ts';
import { tapAt } from '../../src/tools/tap-at.ts';
import { pointInCard, readCard } from '../../src/tools/watch-card.ts';
import {
  cardIsOpen,
  painted,
  pointOn,
  waitForCard,
  waitForPainted,
} from '../../src/tools/watch-page.ts';
import { createReader, fixture, pastDelay, type Reader } from './reader.ts';

const PHONE = { width: 390, height: 780 };

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family);
  });
  afterAll(async () => {
    await reader?.close();
  });

  async function openOnPhone(): Promise<Page> {
    const page = fixture('en-article');
    const tab = await reader.open(page);
    await tab.setViewport(family === 'chromium' ? { ...PHONE, hasTouch: true } : PHONE);
    await waitForPainted(tab, page.mentions.length);
    return tab;
  }

  async function tap(tab: Page, nth = 0): Promise<void> {
    await tapAt(tab, await pointOn(tab, 'vladimir-putin', nth));
  }

  /** A link around a mention of its own, at the end of the article. */
  async function addLink(tab: Page): Promise<number> {
    await tab.evaluate(() => {
      const paragraph = document.createElement('p');
      const link = Object.assign(document.createElement('a'), {
        href: '#followed',
        textContent: 'What Vladimir Putin wants',
      });
      paragraph.append(link);
      document.querySelector('article, main, body')?.append(paragraph);
    });
    await waitForPainted(tab, fixture('en-article').mentions.length + 1);
    return (await painted(tab)).filter((m) => m.entity === 'vladimir-putin').length - 1;
  }

  test('a tap opens a sheet along the foot of the screen, its controls as large as fingers', async () => {
    const tab = await openOnPhone();
    await tap(tab);
    await waitForCard(tab, true);
    const { sheet, view } = await tab.evaluate(() => {
      const { left, right, bottom, height } = (
        document.querySelector('bakteppe-card') as Element
      ).getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      return { sheet: { left, right, bottom, height }, view: { clientWidth, clientHeight } };
    });
    expect(sheet.left).toBe(0);
    expect(sheet.right).toBeGreaterThanOrEqual(view.clientWidth);
    expect(Math.abs(sheet.bottom - view.clientHeight)).toBeLessThanOrEqual(16);
    expect(sheet.height).toBeLessThanOrEqual(0.62 * PHONE.height);
    for (const name of ['More', 'Close', 'Original: Norwegian', 'Language of the card']) {
      const { width, height } = await pointInCard(tab, family, name);
      // Rounded: while the card still rises, its edges are fractions of a pixel.
      expect([name, Math.round(width) >= 44 && Math.round(height) >= 44]).toEqual([name, true]);
    }
    expect((await readCard(tab, family)).name).toBe('Background on Vladimir Putin');
    await tab.close();
  });

  test('a tap outside closes the sheet', async () => {
    const tab = await openOnPhone();
    await tap(tab);
    await waitForCard(tab, true);
    await tapAt(tab, { x: 20, y: 30 });
    await waitForCard(tab, false);
    await tab.close();
  });

  test('over a modal dialog of the page the sheet can be pressed, and goes with a tap beside it', async () => {
    const { html, mentions, ...page } = fixture('en-article');
    const own = '<dialog id="own"><p>Vladimir Putin spoke.</p></dialog>';
    const tab = await reader.open({ ...page, html: html.replace('</main>', `</main>${own}`) });
    await tab.setViewport(family === 'chromium' ? { ...PHONE, hasTouch: true } : PHONE);
    await tab.evaluate(() => (document.querySelector('#own') as HTMLDialogElement).showModal());
    await waitForPainted(tab, mentions.length + 1);
    const last = mentions.filter(({ entity }) => entity === 'vladimir-putin').length;
    await tap(tab, last);
    await waitForCard(tab, true);
    await tapAt(tab, await pointInCard(tab, family, 'More'));
    await expect
      .poll(async () => (await readCard(tab, family)).text)
      .toContain('Stop highlighting Vladimir Putin');
    await tapAt(tab, { x: 20, y: 30 });
    await waitForCard(tab, false);
    expect(await tab.$eval('#own', (dialog) => (dialog as HTMLDialogElement).open)).toBe(true);
    await tab.close();
  });

  test('dragged down by its handle the sheet closes, let go too early it stays', async () => {
    const tab = await openOnPhone();
    await tap(tab);
    await waitForCard(tab, true);
    const handle = await pointInCard(tab, family, 'Drag down to close');
    const drag = async (distance: number): Promise<void> => {
      await tab.touchscreen.touchStart(handle.x, handle.y);
      await tab.touchscreen.touchMove(handle.x, handle.y + distance / 2);
      await tab.touchscreen.touchMove(handle.x, handle.y + distance);
      await tab.touchscreen.touchEnd();
    };
    await drag(30);
    await readCard(tab, family);
    expect(await cardIsOpen(tab)).toBe(true);
    await drag(120);
    await waitForCard(tab, false);
    await tab.close();
  });

  test('where the mention is in a link, a tap follows the link', async () => {
    const tab = await openOnPhone();
    await tap(tab, await addLink(tab));
    await tab.waitForFunction(() => location.hash === '#followed', { timeout: 5000, polling: 50 });
    expect(await cardIsOpen(tab)).toBe(false);
    await tab.close();
  });

  test('… and a long press opens the card, and the link is not followed', async () => {
    const tab = await openOnPhone();
    const { x, y } = await pointOn(tab, 'vladimir-putin', await addLink(tab));
    await tab.touchscreen.touchStart(x, y);
    await waitForCard(tab, true);
    await tab.touchscreen.touchEnd();
    expect((await readCard(tab, family)).name).toBe('Background on Vladimir Putin');
    expect(await tab.evaluate(() => location.hash)).toBe('');
    await tab.close();
  });

  test('a finger that scrolls from a linked mention opens nothing', async () => {
    const tab = await openOnPhone();
    const { x, y } = await pointOn(tab, 'vladimir-putin', await addLink(tab));
    await tab.touchscreen.touchStart(x, y);
    await tab.touchscreen.touchMove(x, y - 40);
    await pastDelay(tab, LONG_PRESS_MS);
    await tab.touchscreen.touchEnd();
    expect(await cardIsOpen(tab)).toBe(false);
    await tab.close();
  });
});
