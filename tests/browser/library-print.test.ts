/** The library on paper, and on a small screen. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReader, openOwnPage, type Reader } from './reader.ts';

const NOT_ON_PAPER = ['.frame-nav', '.search', '.filters', '.cite', '.results-head .link'];

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let page: Page;
  beforeAll(async () => {
    reader = await createReader(family, { darkMode: true });
    page = await openOwnPage(reader, 'library.html?kind=denial&with=nb');
  });
  afterAll(async () => {
    await reader?.close();
  });

  test('on paper: the facts in black on white, and nothing that can only be pressed', async () => {
    // Firefox has no way to show the print style: every sheet for print is read as one for screens.
    await page.evaluate(() => {
      const isForPrint = (rule: CSSRule): rule is CSSMediaRule =>
        rule instanceof CSSMediaRule && rule.media.mediaText === 'print';
      for (const { cssRules } of document.styleSheets) {
        for (const rule of cssRules) if (isForPrint(rule)) rule.media.mediaText = 'all';
      }
    });
    const seen = await page.evaluate((hidden) => {
      const display = (css: string) =>
        getComputedStyle(document.querySelector(css) as Element).display;
      const { color } = getComputedStyle(document.querySelector('.entry') as Element);
      return { hidden: hidden.map(display), color, facts: display('.entries') };
    }, NOT_ON_PAPER);
    expect(seen.hidden).toEqual(NOT_ON_PAPER.map(() => 'none'));
    expect(seen.color).toBe('rgb(0, 0, 0)');
    expect(seen.facts).not.toBe('none');
  });

  test('at 320 px nothing is wider than the screen, the drawing scrolls in itself', async () => {
    const narrow = await openOwnPage(reader, 'library.html?lang=de&with=ar');
    await narrow.setViewport({ width: 320, height: 640 });
    await narrow.evaluate(() => document.querySelector<HTMLElement>('.overview summary')?.click());
    const sizes = await narrow.evaluate(() => {
      const { scrollWidth, clientWidth } = document.querySelector('.scroll') as Element;
      const { documentElement: page } = document;
      return {
        page: page.scrollWidth - page.clientWidth,
        inside: scrollWidth > clientWidth,
      };
    });
    expect(sizes).toEqual({ page: 0, inside: true });
    await narrow.close();
  });
});
