/** Where the open card is: above all else, and beside the words it belongs to. */
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { openOwnPage, type Reader } from '../reader.ts';

/** How green it is where the card is, 0 to 255: the card is white, and the fixtures are red behind it. */
export async function greenAtCard(page: Page): Promise<number> {
  const { x, y, width, height, scale } = await page.evaluate(() => {
    const card = document.querySelector('bakteppe-card') as Element;
    const { left, top, width: w, height: h } = card.getBoundingClientRect();
    return { x: left, y: top, width: w, height: h, scale: devicePixelRatio };
  });
  if (width < 10 || height < 10) return 0;
  const [left, top] = [Math.ceil(x * scale), Math.ceil(y * scale)];
  const png = await page.screenshot();
  const size = { width: Math.floor(width * scale) - 2, height: Math.floor(height * scale) - 2 };
  const card = await sharp(png)
    .extract({ left, top, ...size })
    .removeAlpha()
    .png()
    .toBuffer();
  // Its own picture: `stats` are always of the one that was read.
  const { channels } = await sharp(card).stats();
  return channels[1]?.mean ?? 0;
}

/** "beside" where the card is in the viewport and next to its words; else where both are. */
export function cardAside(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get('bakteppe-active') as unknown as Set<Range>;
    const words = range?.getBoundingClientRect();
    const card = document.querySelector('bakteppe-card')?.getBoundingClientRect();
    if (!words || !card) return 'no card';
    const isInView =
      card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight;
    const gap = Math.max(card.top - words.bottom, words.top - card.bottom);
    const isNear = gap >= 0 && gap < 16 && card.left <= words.right && card.right >= words.left;
    if (isInView && isNear) return 'beside';
    return JSON.stringify({ words, card, view: [innerWidth, innerHeight] });
  });
}

/** The pointer goes into the card as a hand does, and rests there until the card is what it would press. */
export async function restOnCard(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const card = document.querySelector('bakteppe-card') as Element;
    const { left, top, width, height } = card.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(x, y, { steps: 8 });
  const isHit = (): Promise<boolean> =>
    page.evaluate((...at) => document.elementFromPoint(...at)?.localName === 'bakteppe-card', x, y);
  await expect.poll(isHit, { message: 'the card can be pressed' }).toBe(true);
}

/** The browser's own zoom of the tab, which only an extension can set. */
export async function setZoom(reader: Reader, page: Page, zoom: number): Promise<void> {
  const own = await openOwnPage(reader, 'options.html');
  await own.evaluate(
    async (url, factor) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        typeof import('wxt/browser').browser
      >;
      const { tabs } = (browser ?? chrome) as typeof import('wxt/browser').browser;
      const tab = (await tabs.query({})).find((each) => each.url === url);
      if (tab?.id === undefined) throw new Error(`no tab has ${url}`);
      await tabs.setZoom(tab.id, factor);
    },
    page.url(),
    zoom,
  );
  await own.close();
  await page.bringToFront();
}
