/** The side panel beside a news page: it follows the reader while it is open, and only then. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EVERY_MS } from '../../src/page/follow-reader.ts';
import { evaluateInWindow } from '../../src/tools/press-command.ts';
import { pressMenu } from '../../src/tools/press-menu.ts';
import { faultsOfPage } from '../../src/tools/watch-axe.ts';
import { pressInCard } from '../../src/tools/watch-card.ts';
import { hover, waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import {
  clearStorage,
  createReader,
  fixture,
  openPopup,
  pastDelay,
  type Reader,
  waitForText,
} from './reader.ts';

const article = fixture('en-article');
/** More than a screen between the three mentions, and text enough for a news page. */
const FILLER = `<p>${'The motorcade drew up slowly, and the band played on. '.repeat(8)}</p>`;
const FAR = `${FILLER}<div style="height: 3000px"></div>`;
const long = {
  url: 'http://utsyn.example/2024/06/20/long',
  html: article.html.replace(
    /<body[\s\S]*<\/body>/,
    `<body><article><h1>Two leaders</h1>
      <p id="first">Vladimir Putin needs shells for his war in Ukraine.</p>${FAR}
      <p id="second">Kim Jong-un received a Russian limousine as a gift.</p>${FAR}
      <p id="third">Both signed the Russia–North Korea partnership treaty.</p>${FAR}</article></body>`,
  ),
};

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let tab: Page;
  let panel: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    tab = await reader.open(long);
    await waitForPainted(tab);
    panel = await openBeside(reader, tab);
  });
  afterAll(async () => {
    await reader?.close();
  });

  const scrollTo = (id: string): Promise<void> =>
    tab.evaluate((name) => {
      document.getElementById(name)?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }, id);
  const heading = (): Promise<string> =>
    panel.evaluate(() => document.querySelector('h1')?.textContent ?? '');

  test('it shows the facts of the name in view, and follows the reader who scrolls', async () => {
    await expect.poll(heading).toContain('Vladimir Putin');
    await scrollTo('second');
    await expect.poll(heading).toContain('Kim Jong-un');
    await waitForText(panel, 'Kim Jong-un received a Russian limousine');
    const first = await panel.evaluate(() => document.querySelector('.fact')?.textContent);
    expect(first, 'closest to what is read').toMatch(/limousine|car|gift/i);
    await scrollTo('third');
    await expect.poll(heading).toContain('partnership treaty');
    expect(await faultsOfPage(panel)).toEqual([]);
    // Where no name is in sight, the last one stays.
    await tab.evaluate(() => scrollBy({ top: 1500, behavior: 'instant' }));
    await pastDelay(tab, EVERY_MS);
    expect(await heading()).toContain('partnership treaty');
    await scrollTo('second');
    await expect.poll(heading).toContain('Kim Jong-un');
  });

  test('a pinned card is what it shows, wherever the reader scrolls to', async () => {
    await hover(tab, 'partnership-treaty');
    await pressInCard(tab, family, 'Keep open');
    await scrollTo('first');
    await expect.poll(heading).toContain('partnership treaty');
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await expect.poll(heading).toContain('Vladimir Putin');
  });

  test('its buttons walk the page, by keyboard too', async () => {
    await scrollTo('first');
    await expect.poll(heading).toContain('Vladimir Putin');
    await panel.bringToFront();
    await panel.focus('.steps .step:last-child');
    await panel.keyboard.press('Enter');
    await waitForText(panel, 'mention 2 of 3');
    await panel.keyboard.press('Enter');
    await waitForText(panel, 'mention 3 of 3');
    expect(await heading()).toContain('partnership treaty');
    expect(await tab.evaluate(() => scrollY)).toBeGreaterThan(3000);
    await tab.bringToFront();
  });

  test('language and original, as on a card', async () => {
    await scrollTo('third');
    await expect.poll(heading).toContain('partnership treaty');
    await panel.select('.language', 'nb');
    await expect.poll(heading).toContain('Partnerskapsavtalen');
    await panel.select('.language', 'de');
    await expect.poll(heading).toContain('Partnerschaftsabkommen');
    await panel.click('.foot .link');
    await panel.waitForSelector('.translated[lang="nb"]', { timeout: 10_000 });
    await clearStorage(panel);
    await expect.poll(heading).toContain('partnership treaty');
  });

  test('off and on again, text that comes, and a page without names', async () => {
    const { hostname } = new URL(long.url);
    await panel.evaluate(async (key) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        typeof import('wxt/browser').browser
      >;
      await (browser ?? chrome)?.storage.local.set({ [key]: 'off' });
    }, `site:${hostname}`);
    await waitForText(panel, 'No highlighted names here yet');
    await clearStorage(panel);
    await waitForText(panel, 'of 3');
    await tab.evaluate(() => {
      const late = document.createElement('p');
      late.textContent = 'Later, Putin called.';
      document.querySelector('article')?.prepend(late);
    });
    await waitForText(panel, 'of 4');
    await tab.goto(fixtureWithout(reader), { waitUntil: 'load' });
    await waitForText(panel, 'No highlighted names here yet');
    await tab.goto(long.url, { waitUntil: 'load' });
    await waitForText(panel, 'of 3');
  });

  test('the popup’s button opens the browser’s own panel, beside the page', async () => {
    const popup = await openPopup(reader, tab);
    // Once the list is there nothing moves any more.
    await waitForText(popup, 'Mentions on this page');
    await popup.bringToFront();
    const button = await popup.waitForSelector('xpath///button[.="Open the side panel"]');
    await button?.click();
    await expectOpen(reader);
    await popup.close();
  });

  if (family === 'firefox') {
    test('so does the context menu', async () => {
      await evaluateInWindow(reader.browser.driver, 'SidebarController.hide()');
      await tab.bringToFront();
      await pressMenu(reader.browser, tab, 'panel');
      await expectOpen(reader);
    });
  }

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});

function fixtureWithout(reader: Reader): string {
  const { url, html } = fixture('no-mention');
  reader.server.serve(url, { body: html });
  return url;
}

/** The panel for that page, in a window of its own, so that both are in sight. */
async function openBeside(reader: Reader, about: Page): Promise<Page> {
  const popup = await openPopup(reader, about);
  const tabId = await popup.evaluate(() => new URLSearchParams(location.search).get('tab'));
  await popup.close();
  const panel = await reader.browser.driver.newPage({ type: 'window' });
  panel.goto(`${reader.browser.origin}/sidepanel.html?tab=${tabId}`).catch(() => undefined);
  const isThere = (): Promise<boolean> =>
    panel.evaluate(() => document.querySelector('#root > *') !== null).catch(() => false);
  await vi.waitFor(async () => expect(await isThere()).toBe(true), { timeout: 15_000 });
  await about.bringToFront();
  return panel;
}

/** Chromium shows its panel to drivers as a page; Firefox's window knows what its sidebar holds. */
async function expectOpen({ browser, family }: Reader): Promise<void> {
  if (family === 'chromium') {
    const target = await browser.driver.waitForTarget(
      (candidate) => candidate.url() === `${browser.origin}/sidepanel.html`,
      { timeout: 10_000 },
    );
    const page = await target.asPage();
    await page.waitForSelector('#root > *');
    return;
  }
  await expect
    .poll(
      () =>
        evaluateInWindow(browser.driver, 'SidebarController.isOpen && SidebarController.currentID'),
      { timeout: 10_000 },
    )
    .toContain('bakteppe');
}
