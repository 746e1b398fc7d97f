/** WCAG 2.2 AA on everything we draw, in both browsers, light and dark. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOfCard, faultsOfPage } from '../../src/tools/watch-axe.ts';
import { pressInCard } from '../../src/tools/watch-card.ts';
import { hover, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openAsked, openOwnPage, openPopup, type Reader } from './reader.ts';

describe.each([
  ['chromium', 'light'],
  ['chromium', 'dark'],
  ['firefox', 'light'],
  ['firefox', 'dark'],
] as const)('axe finds nothing in %s, %s', (family, theme) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family, { darkMode: theme === 'dark' });
  });
  afterAll(async () => {
    await reader?.close();
  });

  async function openArticle(name: string): Promise<Page> {
    const page = fixture(name);
    const tab = await reader.open(page);
    if (theme === 'dark') {
      await tab.evaluate(() => {
        document.documentElement.style.colorScheme = 'dark';
        document.body.style.cssText = 'background: #15171b; color: #e8eaee';
      });
    }
    await waitForPainted(tab, page.mentions.length);
    return tab;
  }

  test('on the card: closest facts, all facts with originals, menu, report', async () => {
    const tab = await openArticle('en-article');
    await hover(tab, 'kim-jong-un');
    expect(await faultsOfCard(tab, family)).toEqual([]);
    await pressInCard(tab, family, 'Original: Norwegian');
    await pressInCard(tab, family, 'More');
    expect(await faultsOfCard(tab, family)).toEqual([]);
    await pressInCard(tab, family, 'Report an error');
    expect(await faultsOfCard(tab, family)).toEqual([]);
    await tab.close();
  });

  test('on the library: whole, with hits in two directions, with nothing found', async () => {
    for (const view of ['', '?lang=en&with=ar&kind=concern&q=russia', '?q=xyzzy']) {
      const own = await openOwnPage(reader, `library.html${view}`);
      await own
        .emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
        .catch(() => undefined);
      await own.evaluate(() => {
        // One citation stands for all: axe takes a second for each ten facts.
        const parts = 'details:not(.cite), .entry:first-child .cite';
        for (const part of document.querySelectorAll<HTMLDetailsElement>(parts)) part.open = true;
      });
      await own.waitForFunction(
        () => document.querySelector('.entry:first-child .cite:not(:has(.citation))') === null,
        { polling: 50 },
      );
      expect(await faultsOfPage(own), view).toEqual([]);
      await own.close();
    }
  });

  test.each([
    'popup.html',
    'options.html',
    'welcome.html',
    'sidepanel.html',
    'the answer about Putin',
    'the answer about nobody',
  ])('on %s', async (path) => {
    const tab = await openArticle('en-article');
    const own =
      path === 'popup.html'
        ? await openPopup(reader, tab)
        : path.startsWith('the answer about ')
          ? await openAsked(reader, path.slice('the answer about '.length))
          : await openOwnPage(reader, path);
    await own
      .emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
      .catch(() => undefined);
    expect(await faultsOfPage(own)).toEqual([]);
    await own.close();
    await tab.close();
  });
});
