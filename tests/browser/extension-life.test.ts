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
import { hover, painted } from '../../src/tools/watch-page.ts';
import { pointAtMark, waitForMentions } from './either-painter.ts';
import {
  expectWhole,
  FRAMED,
  FRAMED_WORDS,
  holdTexts,
  ROOTED,
  ROOTED_WORDS,
  tracesOn,
  waitForAll,
  waitForNothing,
} from './life-pages.ts';
import { createReader, fixture, openOwnPage, pastDelay, type Reader, store } from './reader.ts';

const article = fixture('en-article');
const marked = fixture('nn-article');
const quiet = fixture('no-mention');
/** Longer than scripts on pages take to notice that their extension is gone, in ms. */
const NOTICED_MS = 1000;

const CASES = (['chromium', 'firefox'] as const).flatMap((family) =>
  (['automatic', 'marks'] as const).map((painter) => ({ family, painter })),
);

describe.each(CASES)('in $family, painter $painter', ({ family, painter }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bakteppe-life-'));
  let reader: Reader;
  let life: ExtensionLife;
  /** In front; what else is annotated is behind it. */
  let tab: Page;
  /** Each annotated page with its words. */
  const annotated: { page: Page; words: readonly string[] }[] = [];
  /** Where there is nothing to annotate, at first. */
  let other: Page;
  let named: Page;
  let turned: Page;
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
    await set({ painter });
    for (const at of ['other', 'named', 'turned']) {
      const page = await reader.open({ ...quiet, url: `${quiet.url}?${at}` });
      if (at === 'other') other = page;
      else if (at === 'named') named = page;
      else turned = page;
    }
    await open(ROOTED, ROOTED_WORDS);
    await open(FRAMED, FRAMED_WORDS);
    await open(marked);
    tab = await open(article);
    await set({ on: false });
    for (const { page } of annotated) {
      await waitForNothing(page);
      await holdTexts(page);
    }
    bare = await pictureOf(tab);
    await set({ on: true });
    await areAllPainted();
  });
  afterAll(async () => {
    await reader?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (
    { url, html, mentions }: { url: string; html: string; mentions?: typeof article.mentions },
    known?: readonly string[],
  ): Promise<Page> => {
    const page = await reader.open({ url, html });
    if (mentions) await waitForMentions(page, mentions.length);
    else await waitForAll(page, known ?? []);
    annotated.push({ page, words: (await tracesOn(page)).words });
    return page;
  };
  /** Set it on a page of ours that was not there before: so whoever follows is alive. */
  const set = async (items: { on?: boolean; painter?: string }): Promise<void> => {
    const own = await openOwnPage(reader, 'library.html');
    await store(own, items);
    await own.close();
    await tab?.bringToFront();
  };
  const openCard = async (): Promise<void> => {
    if (painter === 'marks') await pointAtMark(tab, 'vladimir-putin');
    else await hover(tab, 'vladimir-putin');
    expect((await readCard(tab, family)).text).toContain('June 2024');
  };
  const areAllPainted = async (): Promise<void> => {
    for (const { page, words } of annotated) await waitForAll(page, words);
  };

  const isAnnotatedAnew = async (): Promise<void> => {
    await areAllPainted();
    await set({ on: false });
    // One session, not two: switched off there is nothing left, neither of the old nor of the new.
    for (const { page } of annotated) {
      await waitForNothing(page);
      await expectWhole(page);
    }
    expect(await pictureOf(tab)).toEqual(bare);
    await set({ on: true });
    await areAllPainted();
    if (painter === 'automatic') expect(await painted(tab)).toEqual(article.mentions);
    await openCard();
    expect((await tracesOn(tab)).cards).toBe(1);
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
    if (family === 'firefox') return;
    for (const { page } of annotated) {
      await waitForNothing(page);
      await expectWhole(page);
    }
  });

  test('a name and another address while disabled: nothing is painted, nothing goes wrong', async () => {
    await addName(named);
    await turned.evaluate(() => history.pushState({}, '', '/world/2024/06/19/turned'));
    await addName(turned);
    await tab.bringToFront();
    for (const page of [named, turned]) {
      await pastDelay(page, NOTICED_MS);
      expect((await tracesOn(page)).words).toEqual([]);
    }
    expect(reader.errors).toEqual([]);
    expect(await reader.ownErrors()).toEqual([]);
  });

  test('enabled again: annotated without loading the page anew', async () => {
    await life.enable();
    await isAnnotatedAnew();
    for (const page of [named, turned]) await waitForAll(page, ['Vladimir Putin']);
  });

  test('text that comes later is seen on a page where nothing was', async () => {
    await other.bringToFront();
    await addName(other);
    await waitForAll(other, ['Vladimir Putin']);
    await tab.bringToFront();
  });

  test('removed: nothing of it stays to be seen', async () => {
    await openCard();
    // Chromium forgets them with the extension.
    expect(await reader.ownErrors()).toEqual([]);
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

/** A sentence with a name comes to the page by a script of its own. */
async function addName(page: Page): Promise<void> {
  await page.evaluate(() => {
    const p = document.createElement('p');
    p.textContent = 'Vladimir Putin came later.';
    document.querySelector('article, main, body')?.append(p);
  });
}

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
