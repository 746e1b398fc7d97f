/**
 * The extension is reloaded, disabled, enabled, updated and removed while pages are open. What it
 * had there goes at once, the card too; what comes takes over without the pages being loaded anew.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExtensionLife, extensionLife } from '../../src/tools/extension-life.ts';
import { builtFolder } from '../../src/tools/launch.ts';
import { readCard } from '../../src/tools/watch-card.ts';
import { hover, painted, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openOwnPage, type Reader, store } from './reader.ts';

const article = fixture('en-article');
const marked = fixture('nn-article');
const quiet = fixture('no-mention');

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  const folder = mkdtempSync(join(tmpdir(), 'bakteppe-life-'));
  let reader: Reader;
  let life: ExtensionLife;
  /** In front; another annotated page behind it; and one where there is nothing to annotate. */
  let tab: Page;
  let behind: Page;
  let other: Page;
  /** The page without anything of ours. */
  let bare: Uint8Array;

  const build = (version: string): void => {
    cpSync(builtFolder(family), folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, version }));
  };

  beforeAll(async () => {
    build('0.2.1');
    reader = await createReader(family, { folder });
    life = await extensionLife(reader.browser);
    other = await reader.open(quiet);
    behind = await reader.open(marked);
    await waitForPainted(behind, marked.mentions.length);
    tab = await reader.open(article);
    await waitForPainted(tab, article.mentions.length);
    await set({ on: false });
    bare = await pictureOf(tab);
    await set({ on: true });
  });
  afterAll(async () => {
    await reader?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Set it on a page of ours that was not there before: so whoever follows is alive. */
  const set = async (items: { on: boolean }): Promise<void> => {
    const own = await openOwnPage(reader, 'library.html');
    await store(own, items);
    await own.close();
    await tab.bringToFront();
    await waitForPainted(tab, items.on ? article.mentions.length : 0);
  };
  const openCard = async (): Promise<void> => {
    await hover(tab, 'vladimir-putin');
    expect((await readCard(tab, family)).text).toContain('June 2024');
  };

  const isAnnotatedAnew = async (): Promise<void> => {
    await waitForPainted(tab, article.mentions.length);
    await set({ on: false });
    // One session, not two: switched off there is nothing left, neither of the old nor of the new.
    await waitForNothing(tab);
    await waitForNothing(behind);
    expect(await pictureOf(tab)).toEqual(bare);
    await set({ on: true });
    expect(await painted(tab)).toEqual(article.mentions);
    await waitForPainted(behind, marked.mentions.length);
    await openCard();
    expect(await tab.evaluate(() => document.querySelectorAll('bakteppe-card').length)).toBe(1);
  };

  test('reloaded with a card open: the new one takes over', async () => {
    await openCard();
    await life.reload();
    await isAnnotatedAnew();
  });

  test('updated: the new version takes over', async () => {
    await openCard();
    build('0.2.2');
    await reader.browser.driver.installExtension(folder);
    await isAnnotatedAnew();
  });

  test('disabled: the page looks as if we had never been there, and a pointer finds nothing', async () => {
    await openCard();
    await life.disable();
    await waitForCardGone(tab);
    await waitForLook(tab, bare);
    await tab.mouse.move(300, 300);
    await tab.mouse.move(340, 320, { steps: 8 });
    expect(await pictureOf(tab)).toEqual(bare);
    if (family === 'chromium') for (const page of [tab, behind]) await waitForNothing(page);
  });

  test('enabled again: annotated without loading the page anew', async () => {
    await life.enable();
    await isAnnotatedAnew();
  });

  test('text that comes later is seen on a page where nothing was', async () => {
    await other.bringToFront();
    await other.evaluate(() => {
      const p = document.createElement('p');
      p.textContent = 'Vladimir Putin came later.';
      document.querySelector('article, main, body')?.append(p);
    });
    await waitForPainted(other, 1);
    await tab.bringToFront();
  });

  test('removed: nothing of it stays to be seen', async () => {
    await openCard();
    await reader.browser.driver.uninstallExtension(
      family === 'firefox' ? 'bakteppe@bakteppe.example' : new URL(reader.browser.origin).host,
    );
    await waitForCardGone(tab);
    await waitForLook(tab, bare);
  });

  test('no error of ours, and none of a context that is gone', () => {
    expect(reader.errors).toEqual([]);
  });
});

/** What the page looks like; the pointer is put where it changes nothing. */
async function pictureOf(page: Page): Promise<Uint8Array> {
  await page.mouse.move(2, 2);
  await page.evaluate(() => scrollTo(0, 0));
  return page.screenshot();
}

async function waitForLook(page: Page, wanted: Uint8Array): Promise<void> {
  await expect
    .poll(async () => Buffer.compare(await pictureOf(page), wanted), { timeout: 5000 })
    .toBe(0);
}

/** No card to be seen: Firefox leaves the element, for whoever comes next to take away. */
async function waitForCardGone(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const card = document.querySelector('bakteppe-card');
      return !card || getComputedStyle(card).display === 'none';
    },
    { timeout: 5000, polling: 50 },
  );
}

/** No entry, sheet or element of ours, seen or unseen. */
async function waitForNothing(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      ![...CSS.highlights.keys()].some((name) => name.includes('bakteppe')) &&
      document.adoptedStyleSheets.length === 0 &&
      document.querySelector('bakteppe-card, [data-bakteppe]') === null,
    { timeout: 5000, polling: 50 },
  );
}
