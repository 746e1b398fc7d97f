/** The context menu, pressed, with its effect on a news page that stays open. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { focusedInCard } from '../../src/tools/in-card.ts';
import { pressMenu, readMenu } from '../../src/tools/press-menu.ts';
import { readCard } from '../../src/tools/watch-card.ts';
import { waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import {
  clearStorage,
  createReader,
  fixture,
  openOwnPage,
  type Reader,
  store,
  stored,
  waitForText,
} from './reader.ts';

const article = fixture('en-article');
const site = new URL(article.url).hostname.replace(/^www\./, '');

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let own: Page;
  let tab: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    own = await openOwnPage(reader, 'options.html');
    tab = await reader.open(article);
    await waitForPainted(tab, article.mentions.length);
  });
  afterEach(async () => {
    await clearStorage(own);
    await tab.bringToFront();
    await tab.keyboard.press('Escape');
    await tab.evaluate(() => getSelection()?.removeAllRanges());
    await waitForPainted(tab, article.mentions.length);
  });
  afterAll(async () => {
    await reader?.close();
  });

  /** Select the words where they stand for the nth time, or write them at the article's end. */
  const select = (words: string, isNew = false): Promise<void> =>
    tab.evaluate(
      (wanted, isWritten) => {
        let at: Node | undefined;
        if (isWritten) {
          const paragraph = document.createElement('p');
          paragraph.textContent = wanted;
          document.querySelector('article')?.append(paragraph);
          at = paragraph.firstChild ?? undefined;
        } else {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (!at && texts.nextNode()) {
            const { data, parentElement } = texts.currentNode as Text;
            if (data.includes(wanted) && parentElement?.localName === 'p') at = texts.currentNode;
          }
        }
        if (!at) throw new Error(`no "${wanted}" here`);
        const start = (at as Text).data.indexOf(wanted);
        getSelection()?.setBaseAndExtent(at, start, at, start + wanted.length);
        at.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      },
      words,
      isNew,
    );

  /** The page of ours that a press opened, in front. */
  const opened = async (path: string): Promise<Page> => {
    const find = async (): Promise<Page | undefined> => {
      for (const page of await reader.browser.driver.pages()) {
        const address = await page
          .evaluate(() => location.pathname + location.search)
          .catch(() => '');
        if (page !== own && address.startsWith(path)) return page;
      }
      return undefined;
    };
    return vi.waitFor(
      async () => {
        const page = await find();
        if (!page) throw new Error(`no ${path} opened`);
        return page;
      },
      { timeout: 10_000 },
    );
  };

  test('off on this site, and on again, at once on the open page', async () => {
    await tab.bringToFront();
    await pressMenu(reader.browser, tab, 'site');
    await waitForPainted(tab, 0);
    expect(await stored(own)).toEqual({ [`site:${site}`]: 'off' });
    await pressMenu(reader.browser, tab, 'site');
    await waitForPainted(tab, article.mentions.length);
    expect(await stored(own)).toEqual({});
  });

  test('where only listed sites are on, it puts the site on the list', async () => {
    await store(own, { where: 'listed' });
    await waitForPainted(tab, 0);
    await tab.bringToFront();
    await pressMenu(reader.browser, tab, 'site');
    await waitForPainted(tab, article.mentions.length);
    expect(await stored(own)).toMatchObject({ [`site:${site}`]: 'on' });
  });

  test('facts about selected words that are a mention: its card opens, with the focus in it', async () => {
    await tab.bringToFront();
    // Alone it would name nobody: it is the page that says who is meant.
    await select('Kim');
    await pressMenu(reader.browser, tab, 'facts');
    await waitForCard(tab, true);
    expect((await readCard(tab, family)).text).toContain('Leader of North Korea');
    await expect.poll(() => focusedInCard(tab, family)).toBe('dialog');
  });

  test('facts about a name that is hidden on pages: they open on a page of our own', async () => {
    await store(own, { 'hidden:vladimir-putin': true });
    const others = article.mentions.filter(({ entity }) => entity !== 'vladimir-putin');
    await waitForPainted(tab, others.length);
    await tab.bringToFront();
    await select('Putin');
    await pressMenu(reader.browser, tab, 'facts');
    const facts = await opened('/sidepanel.html?asked=');
    await waitForText(facts, 'President of Russia');
    await facts.close();
  });

  test('facts about other words: it says that there are none, and whom there are facts about', async () => {
    await tab.bringToFront();
    await select('Angela Merkel', true);
    await pressMenu(reader.browser, tab, 'facts');
    const facts = await opened('/sidepanel.html?asked=');
    await waitForText(facts, 'Bakteppe has no facts about “Angela Merkel”');
    // Addresses go into the history.
    expect(await facts.evaluate(() => location.href)).not.toContain('Angela');
    await facts.click('.chooser .vladimir-putin');
    await waitForText(facts, 'President of Russia');
    await facts.close();
    await tab.evaluate(() => document.querySelector('article > p:last-child')?.remove());
  });

  test.each([
    ['library', '/library.html'],
    ['options', '/options.html'],
  ] as const)('%s opens', async (id, path) => {
    await tab.bringToFront();
    if (id === 'options') {
      // The browser brings one that is open to the front.
      await pressMenu(reader.browser, tab, id);
      await expect.poll(() => own.evaluate(() => document.visibilityState)).toBe('visible');
      return;
    }
    await pressMenu(reader.browser, tab, id);
    await (await opened(path)).close();
  });

  if (family === 'firefox') {
    test('the menu itself: titles in words, right for the site and after a switch', async () => {
      await tab.bringToFront();
      expect(await readMenu(reader.browser, tab)).toEqual([
        { id: 'site', label: `Switch off on ${site}`, disabled: false },
        { id: 'panel', label: 'Open the side panel', disabled: false },
        { id: 'library', label: 'All facts', disabled: false },
        { id: 'options', label: 'Options', disabled: false },
      ]);
      await select('Kim');
      expect((await readMenu(reader.browser, tab))[0]).toEqual({
        id: 'facts',
        label: 'Facts about “Kim”',
        disabled: false,
      });
      await store(own, { [`site:${site}`]: 'off' });
      await waitForPainted(tab, 0);
      // An open menu is put right a moment after it opened.
      const siteItem = async () =>
        (await readMenu(reader.browser, tab)).find(({ id }) => id === 'site');
      await expect.poll(siteItem).toMatchObject({ label: `Switch on Bakteppe on ${site}` });
      await store(own, { on: false });
      await expect.poll(siteItem).toMatchObject({ disabled: true });
    });
  }

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});
