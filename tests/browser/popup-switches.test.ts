/** The popup's switches and its reasons, pressed and read, with their effect on the page in front. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { evaluateInWindow } from '../../src/tools/press-command.ts';
import { painted, waitForPainted } from '../../src/tools/watch-page.ts';
import {
  badge,
  clearStorage,
  createReader,
  fixture,
  openOwnPage,
  openPopup,
  pressChoice,
  pressSwitch,
  type Reader,
  store,
  stored,
  waitForText,
} from './reader.ts';

type Api = typeof import('wxt/browser').browser;
const article = fixture('en-article');
const site = new URL(article.url).hostname.replace(/^www\./, '');
const FIREFOX_ID = 'bakteppe@bakteppe.example';

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let tab: Page;
  let popup: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    tab = await reader.open(article);
    await waitForPainted(tab, article.mentions.length);
    popup = await openPopup(reader, tab);
    await waitForText(popup, 'On this page');
  });
  afterEach(async () => {
    await clearStorage(popup);
    await waitForPainted(tab, article.mentions.length);
  });
  afterAll(async () => {
    await reader?.close();
  });

  const chosen = (page: Page): Promise<string | undefined> =>
    page.evaluate(
      () => document.querySelector<HTMLInputElement>('.three-way input:checked')?.value,
    );
  const numbers = (page: Page): Promise<(string | null)[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.count')].map(
        (row) => row.querySelector('.number')?.textContent ?? null,
      ),
    );
  const countOf = (id: string): string =>
    String(article.mentions.filter(({ entity }) => entity === id).length);

  describe('this site', () => {
    test('off, on, automatic: the page follows, and so does the toolbar', async () => {
      expect(await chosen(popup)).toBe('auto');
      await pressChoice(popup, 'Off');
      await waitForPainted(tab, 0);
      await waitForText(popup, `You switched Bakteppe off on ${site}.`);
      expect(await stored(popup)).toEqual({ [`site:${site}`]: 'off' });
      await expect
        .poll(() => badge(popup))
        .toEqual({ text: '', title: 'Bakteppe: off on this site' });
      await pressChoice(popup, 'Always on');
      await waitForPainted(tab, article.mentions.length);
      expect(await stored(popup)).toEqual({ [`site:${site}`]: 'on' });
      await pressChoice(popup, 'Automatic');
      await expect.poll(() => stored(popup)).toEqual({});
      await expect.poll(() => chosen(popup)).toBe('auto');
      await expect
        .poll(async () => (await badge(popup)).text)
        .toBe(String(article.mentions.length));
    });

    test('where a pattern decides, it is the pattern that the switch shows and changes', async () => {
      const { pathname } = new URL(article.url);
      const pattern = `${site}${pathname.slice(0, pathname.indexOf('/', 1) + 1)}*`;
      await store(popup, { [`site:${pattern}`]: 'off' });
      await waitForPainted(tab, 0);
      await waitForText(popup, pattern);
      await expect.poll(() => chosen(popup)).toBe('off');
      await pressChoice(popup, 'Always on');
      await waitForPainted(tab, article.mentions.length);
      expect(await stored(popup)).toEqual({ [`site:${pattern}`]: 'on' });
    });

    test('automatic takes a site out of a wider choice', async () => {
      await store(popup, { [`site:*.${site}`]: 'off' });
      await waitForPainted(tab, 0);
      await pressChoice(popup, 'Automatic');
      await waitForPainted(tab, article.mentions.length);
      expect(await stored(popup)).toEqual({ [`site:*.${site}`]: 'off', [`site:${site}`]: 'auto' });
    });
  });

  test('each entity has its switch and this page’s count, in one list', async () => {
    const all = ['kim-jong-un', 'vladimir-putin', 'partnership-treaty'];
    expect(await numbers(popup)).toEqual(all.map(countOf));
    await pressSwitch(popup, 'Vladimir Putin');
    const others = article.mentions.filter(({ entity }) => entity !== 'vladimir-putin');
    await waitForPainted(tab, others.length);
    expect(await painted(tab)).toEqual(others);
    await expect
      .poll(() => numbers(popup))
      .toEqual([countOf('kim-jong-un'), null, countOf('partnership-treaty')]);
    await pressSwitch(popup, 'Vladimir Putin');
    await waitForPainted(tab, article.mentions.length);
    await expect.poll(() => numbers(popup)).toEqual(all.map(countOf));
  });

  test('the dataset: what it is, from when, and how much', async () => {
    await waitForText(popup, '31 facts from a Norwegian news analysis, June 2024');
  });

  test.each([
    ['Options', 'options.html'],
    ['Keyboard shortcuts', 'options.html#shortcuts'],
  ])('%s opens', async (name, path) => {
    await popup.evaluate((text) => {
      const links = [...document.querySelectorAll<HTMLElement>('.links .link')];
      links.find(({ textContent }) => textContent === text)?.click();
    }, name);
    const url = `${reader.browser.origin}/${path}`;
    // Firefox names pages of extensions to nobody outside: asked from one of them.
    const open = (): Promise<string[]> =>
      popup.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Record<string, Api>;
        const tabs = await ((browser ?? chrome) as Api).tabs.query({});
        return tabs.map((known) => known.url ?? '');
      });
    await expect.poll(open, { timeout: 10_000 }).toContain(url);
    await popup.evaluate(async (wanted) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { tabs } = (browser ?? chrome) as Api;
      const found = (await tabs.query({})).find((known) => known.url === wanted);
      if (found?.id !== undefined) await tabs.remove(found.id);
    }, url);
  });

  describe('why nothing here', () => {
    test('it is off', async () => {
      await pressSwitch(popup, 'On');
      await waitForText(popup, 'Bakteppe is off. Nothing is highlighted on any page.');
      await expect.poll(() => badge(popup)).toEqual({ text: '', title: 'Bakteppe: off' });
    });

    test('only listed sites, and this is none: a press lists it', async () => {
      await store(popup, { where: 'listed' });
      await waitForPainted(tab, 0);
      await waitForText(popup, `and ${site} is not among them.`);
      await expect
        .poll(() => badge(popup))
        .toEqual({ text: '', title: 'Bakteppe: off on this site' });
      await popup.evaluate(() => document.querySelector<HTMLElement>('.action')?.click());
      await waitForPainted(tab, article.mentions.length);
      expect(await stored(popup)).toEqual({ where: 'listed', [`site:${site}`]: 'on' });
    });

    test('all three are switched off', async () => {
      for (const label of [
        'Kim Jong-un',
        'Vladimir Putin',
        'Russia–North Korea partnership treaty',
      ]) {
        await pressSwitch(popup, label);
      }
      await waitForPainted(tab, 0);
      await waitForText(popup, 'You switched off highlighting for all three.');
      await expect
        .poll(() => badge(popup))
        .toEqual({ text: '', title: 'Bakteppe: nothing highlighted here' });
    });

    test('no mention, of those that are switched on', async () => {
      const empty = await reader.open(fixture('no-mention'));
      await store(popup, { 'hidden:kim-jong-un': true });
      const about = await openPopup(reader, empty);
      await waitForText(
        about,
        'No mention of Vladimir Putin or Russia–North Korea partnership treaty was found',
      );
      await about.close();
      await empty.close();
    });

    test('no news page: why, and annotated anyway at a press', async () => {
      const forum = await reader.open(fixture('forum-thread'));
      const about = await openPopup(reader, forum);
      await waitForText(about, 'does not look like a news page');
      expect(await about.evaluate(() => document.querySelectorAll('.reasons li').length)).not.toBe(
        0,
      );
      await about.evaluate(() => document.querySelector<HTMLElement>('.action')?.click());
      await forum.waitForFunction(() => CSS.highlights.size > 0, { timeout: 10_000, polling: 50 });
      await pressChoice(about, 'Automatic');
      await forum.waitForFunction(() => CSS.highlights.size === 0, {
        timeout: 10_000,
        polling: 50,
      });
      await expect
        .poll(() => badge(about))
        .toEqual({ text: '', title: 'Bakteppe: not a news page' });
      await about.close();
      await forum.close();
    });

    test('a page of the browser’s own', async () => {
      const blank = await reader.browser.driver.newPage();
      const finder = await openOwnPage(reader, 'popup.html');
      const tabId = await finder.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Record<string, Api>;
        const tabs = await ((browser ?? chrome) as Api).tabs.query({});
        return tabs.find(({ url }) => url === undefined)?.id;
      });
      await finder.close();
      const about = await openOwnPage(reader, `popup.html?tab=${tabId}`);
      await waitForText(about, 'This page belongs to the browser.');
      expect(await chosen(about)).toBeUndefined();
      await about.close();
      await blank.close();
    });
  });

  /** As a reader does in the browser's settings for extensions. */
  const letRead = async (isAllowed: boolean): Promise<void> => {
    if (family === 'firefox') {
      await evaluateInWindow(
        reader.browser.driver,
        `(async () => {
          const { ExtensionPermissions } = ChromeUtils.importESModule(
            'resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID('${FIREFOX_ID}');
          await ExtensionPermissions.${isAllowed ? 'add' : 'remove'}('${FIREFOX_ID}',
            { permissions: [], origins: ['http://*/*', 'https://*/*'] }, extension);
          // A prompt is the browser's own window; the press that asks is what is tested.
          Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);
        })()`,
      );
      return;
    }
    const page = await reader.browser.driver.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      async (extensionId, hostAccess) => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
          };
        };
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
      },
      new URL(reader.browser.origin).hostname,
      isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK',
    );
    await page.close();
  };
  const tabIds = (): Promise<number[]> =>
    popup.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const tabs = await ((browser ?? chrome) as Api).tabs.query({});
      return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
    });

  test('access to pages withheld: said so, asked for at a press, and the open page is annotated', async () => {
    await letRead(false);
    const before = await tabIds();
    const german = fixture('de-article');
    const page = await reader.open(german);
    const [tabId] = (await tabIds()).filter((id) => !before.includes(id));
    const about = await openOwnPage(reader, `popup.html?tab=${tabId}`);
    await waitForText(about, 'The browser does not let Bakteppe read this page.');
    expect(await painted(page)).toEqual([]);
    await about.bringToFront();
    if (family === 'firefox') {
      await about.click('.action');
    } else {
      // Chromium's prompt cannot be answered here: that it is asked for is seen, and granted otherwise.
      const asked = about.evaluate(
        () =>
          new Promise((resolve) => {
            const { permissions } = (
              globalThis as unknown as {
                chrome: { permissions: { request: (wanted: object) => Promise<boolean> } };
              }
            ).chrome;
            permissions.request = (wanted) => {
              resolve(wanted);
              return Promise.resolve(false);
            };
          }),
      );
      await about.click('.action');
      expect(await asked).toEqual({ origins: ['http://*/*', 'https://*/*'] });
      await letRead(true);
    }
    await waitForPainted(page, german.mentions.length);
    await waitForText(about, 'On this page');
    await about.close();
    await page.close();
  });

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});
