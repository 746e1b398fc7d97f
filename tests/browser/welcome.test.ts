/** The first page a reader sees, its sample tried with pointer, keys and finger; and access given on it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { focusedInCard } from '../../src/tools/in-card.ts';
import { evaluateInWindow, pressCommand } from '../../src/tools/press-command.ts';
import { tapAt } from '../../src/tools/tap-at.ts';
import { pressInCard, readCard } from '../../src/tools/watch-card.ts';
import {
  hover,
  painted,
  pointOn,
  waitForCard,
  waitForPainted,
} from '../../src/tools/watch-page.ts';
import { welcomeTab } from '../../src/tools/welcome-tab.ts';
import {
  createReader,
  fixture,
  openPopup,
  type Reader,
  unexplained,
  waitForText,
} from './reader.ts';

type Api = typeof import('wxt/browser').browser;

const SAMPLE = [
  'Vladimir Putin',
  'Kim Jong-un',
  'partnership treaty between Russia and North Korea',
  'Putin',
  'Kim',
];
const article = fixture('en-article');

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let welcome: Page;
  beforeAll(async () => {
    reader = await createReader(family, { keepWelcome: true });
    welcome = await welcomeTab(reader.browser.driver, reader.browser.origin);
    await waitForPainted(welcome, SAMPLE.length);
  });
  afterAll(async () => {
    await reader?.close();
  });

  test('installing opens it once, in front', async () => {
    const pages = await reader.browser.driver.pages();
    const addresses = await Promise.all(
      pages.map((page) => page.evaluate(() => location.pathname)),
    );
    expect(addresses.filter((path) => path === '/welcome.html')).toHaveLength(1);
    expect(await welcome.evaluate(() => document.visibilityState)).toBe('visible');
  });

  test('the names in the sample are highlighted, and nothing else on the page', async () => {
    expect((await painted(welcome)).map(({ text }) => text)).toEqual(SAMPLE);
  });

  test('with a pointer: resting on a name opens its card, which offers no site to switch off', async () => {
    await hover(welcome, 'kim-jong-un');
    const { text } = await readCard(welcome, family);
    expect(text).toContain('Leader of North Korea');
    expect(text).toContain('Norwegian news analysis');
    await pressInCard(welcome, family, 'More');
    const menu = (await readCard(welcome, family)).text;
    expect(menu).toContain('Stop highlighting');
    expect(menu).not.toContain('Switch off on');
    await welcome.keyboard.press('Escape');
    await waitForCard(welcome, false);
  });

  test('with the keyboard: the keys it names go to the next name and open its card', async () => {
    const keys = await welcome.evaluate(() =>
      [...document.querySelectorAll('kbd')].map((key) => key.textContent),
    );
    expect(keys).toEqual(['Alt+Shift+Period', 'Alt+Shift+D']);
    await pressCommand(reader.browser, 'next');
    await welcome.waitForFunction(() => CSS.highlights.has('bakteppe-active'), { polling: 50 });
    await pressCommand(reader.browser, 'open');
    await waitForCard(welcome, true);
    await expect.poll(() => focusedInCard(welcome, family)).toBe('dialog');
    await welcome.keyboard.press('Escape');
    await waitForCard(welcome, false);
  });

  test('with a finger: a tap opens the sheet', async () => {
    if (family === 'chromium')
      await welcome.setViewport({ width: 800, height: 800, hasTouch: true });
    await waitForPainted(welcome, SAMPLE.length);
    await tapAt(welcome, await pointOn(welcome, 'vladimir-putin'));
    await waitForCard(welcome, true);
    await welcome.keyboard.press('Escape');
    await waitForCard(welcome, false);
  });

  test('the toolbar popup counts and lists its names, as on a news page', async () => {
    const popup = await openPopup(reader, welcome);
    await waitForText(popup, 'Mentions on this page');
    expect(await popup.evaluate(() => document.querySelectorAll('.mention').length)).toBe(
      SAMPLE.length,
    );
    await popup.close();
    await welcome.bringToFront();
  });

  const withhold = async (): Promise<void> => {
    if (family === 'chromium') await setHostAccess(reader, 'ON_CLICK');
    else
      await welcome.evaluate(() => {
        const { browser } = globalThis as unknown as { browser: Api };
        return browser.permissions.remove({ origins: ['http://*/*', 'https://*/*'] });
      });
  };
  /** What the reader answers their browser: Chromium's own question cannot be pressed by a driver. */
  const allow = async (): Promise<void> => {
    if (family === 'chromium') await setHostAccess(reader, 'ON_ALL_SITES');
    else
      await vi.waitFor(() => evaluateInWindow(reader.browser.driver, PRESS_ALLOW), {
        timeout: 10_000,
      });
  };

  test('access: said while given, asked for while withheld, and open pages follow', async () => {
    await waitForText(welcome, 'Your browser allows it.');
    expect(await welcome.$('button.action')).toBeNull();
    await withhold();
    await waitForText(welcome, 'Your browser does not give Bakteppe this access');
    const tab = await reader.open(article);
    expect(await painted(tab)).toEqual([]);
    await welcome.bringToFront();
    await welcome.click('button.action');
    await allow();
    await waitForText(welcome, 'Your browser allows it.');
    await tab.bringToFront();
    await waitForPainted(tab, article.mentions.length);
    await tab.close();
  });

  test('no error of ours, and no request', () => {
    expect(reader.errors).toEqual([]);
    expect(unexplained(reader, [article.url])).toEqual([]);
  });
});

/** Chromium's setting "site access", as its own page of extensions sets it. */
async function setHostAccess(reader: Reader, hostAccess: string): Promise<void> {
  const page = await reader.browser.driver.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    (extensionId, access) => {
      const { chrome } = globalThis as unknown as {
        chrome: { developerPrivate: { updateExtensionConfiguration(o: object): Promise<void> } };
      };
      return chrome.developerPrivate.updateExtensionConfiguration({
        extensionId,
        hostAccess: access,
      });
    },
    new URL(reader.browser.origin).host,
    hostAccess,
  );
  await page.close();
}

/** Firefox's question hangs at the address bar; its first button allows. */
const PRESS_ALLOW = `{
  const [notification] = PopupNotifications.panel.childNodes;
  if (!notification?.button) throw new Error('nothing is asked');
  notification.button.click();
}`;
