/**
 * A session in which everything is opened that we have, beside the same reading in a browser without
 * us: both ask the web for the same. The one request more is the form a reader opens. In both browsers.
 */
import type { Page } from 'puppeteer-core';
import { expect, onTestFinished, test } from 'vitest';
import { pressCommand } from '../../src/tools/press-command.ts';
import { pressMenu } from '../../src/tools/press-menu.ts';
import { pressInCard, readCard } from '../../src/tools/watch-card.ts';
import { cardIsOpen, hover, waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import {
  createReader,
  fixture,
  isBrowsersOwn,
  openAsked,
  openOwnPage,
  openPopup,
  pressSwitch,
  type Reader,
  store,
  waitForText,
} from './reader.ts';

const READ = ['en-article', 'nb-article', 'shop-product', 'no-mention'].map(fixture);
const [english = fixture(''), bokmal = fixture('')] = READ;
const FAVICONS = new Set(READ.map(({ url }) => new URL('/favicon.ico', url).href));
/** Those that are left once a name is hidden. */
const left = english.mentions.filter(({ entity }) => entity !== 'vladimir-putin');
const visited = READ.map(({ url }) => url);

/** Everything asked for but by the browser for itself, in order of name: each as often as it was. */
const asked = ({ server }: Reader): string[] =>
  server.requests.filter((url) => !isBrowsersOwn(url) && !FAVICONS.has(url)).sort();

async function visit(reader: Reader, more?: (tab: Page, url: string) => Promise<void>) {
  for (const page of READ) {
    const tab = await reader.open(page);
    await tab.mouse.move(300, 200, { steps: 4 });
    await more?.(tab, page.url);
    await tab.close();
  }
}

test.each(['chromium', 'firefox'] as const)('in %s', { timeout: 240_000 }, async (family) => {
  const bare = await createReader(family, { bare: true });
  onTestFinished(() => bare.close());
  await visit(bare);
  const without = asked(bare);
  expect(without).toEqual([...visited].sort());

  const reader = await createReader(family, { keepWelcome: true });
  onTestFinished(() => reader.close());
  const own = await openOwnPage(reader, 'options.html');
  await visit(reader, async (tab, url) => {
    if (url === english.url) await useCard(tab);
    if (url === bokmal.url) await useRest(tab);
  });
  for (const page of ['welcome.html', 'library.html', 'sidepanel.html']) {
    await (await openOwnPage(reader, page)).close();
  }
  await (await openAsked(reader, 'Angela Merkel')).close();
  await store(own, { painter: 'marks', ground: 'strong', sync: false });
  const marked = await reader.open(english);
  await expect
    .poll(() => marked.$$('mark[data-bakteppe]').then(({ length }) => length))
    .toBeGreaterThanOrEqual(left.length);
  expect(asked(reader)).toEqual([...without, english.url].sort());

  await store(own, { painter: 'highlights' });
  await waitForPainted(marked, left.length);
  await hover(marked, 'kim-jong-un');
  await pressInCard(marked, family, 'More');
  await pressInCard(marked, family, 'Report an error');
  await pressInCard(marked, family, 'Open the form');
  await expect
    .poll(() => [...new Set(asked(reader))].filter((url) => !visited.includes(url)))
    .toEqual(['CONNECT bakteppe.example:443']);
  expect(reader.errors).toEqual([]);

  /** A card with its languages, its menu and all facts. */
  async function useCard(tab: Page): Promise<void> {
    await waitForPainted(tab, english.mentions.length);
    await hover(tab, 'vladimir-putin');
    await pressInCard(tab, family, 'More');
    await pressInCard(tab, family, 'Stop highlighting Vladimir Putin');
    await waitForPainted(tab, left.length);
    await hover(tab, 'kim-jong-un');
    await pressInCard(tab, family, 'Original: Norwegian');
    await expect.poll(async () => (await readCard(tab, family)).text).toContain('Nord-Korea');
  }

  /** Keys, menus, the popup, the side panel. */
  async function useRest(tab: Page): Promise<void> {
    await tab.bringToFront();
    await waitForPainted(tab);
    await pressCommand(reader.browser, 'next');
    await pressCommand(reader.browser, 'open');
    await waitForCard(tab, true);
    await tab.keyboard.press('Escape');
    await expect.poll(() => cardIsOpen(tab)).toBe(false);
    await pressMenu(reader.browser, tab, 'library');
    const popup = await openPopup(reader, tab);
    await pressSwitch(popup, 'On');
    await waitForPainted(tab, 0);
    await pressSwitch(popup, 'On');
    await popup.close();
    const panel = await openOwnPage(reader, `sidepanel.html`);
    await waitForText(panel, 'Bakteppe');
    await panel.close();
  }
});
