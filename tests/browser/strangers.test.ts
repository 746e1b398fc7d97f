/**
 * Whoever is not one of our own scripts is not heard: a script of the page that says all that ours
 * say, and another extension that does so from its script on the same page.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIREFOX_ID } from '../../src/tools/launch.ts';
import { hover, painted, waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import {
  clearStorage,
  createReader,
  fixture,
  openOwnPage,
  pastDelay,
  type Reader,
  store,
  stored,
} from './reader.ts';

type Api = typeof import('wxt/browser').browser;

const article = fixture('en-article');
const COUNTS = { 'kim-jong-un': 7, 'vladimir-putin': 7, 'partnership-treaty': 7 };
/** Each would be seen if it were heard: something is stored, opened, closed or answered. */
const MESSAGES = [
  { type: 'hide-site' },
  { type: 'hide-entity', entity: 'kim-jong-un' },
  { type: 'language', language: 'ko' },
  { type: 'library', entity: 'kim-jong-un', lang: 'nb' },
  { type: 'wake', langs: ['en'] },
  { type: 'texts', setting: 'automatic', page: 'en' },
  { type: 'originals' },
  { type: 'status?' },
  { type: 'mentions?' },
  { type: 'walk', command: 'open' },
  { type: 'visit', id: 1 },
  { type: 'about', text: 'Putin' },
  { type: 'names', langs: ['ko'] },
  { type: 'part', part: 'marks' },
  { type: 'lease', lines: '--0a', card: '--0b' },
  { type: 'frames' },
  { type: 'counts', counts: COUNTS },
  { type: 'status', status: { state: 'off', counts: COUNTS, reasons: [] } },
  { type: 'counts?' },
  { type: 'frame-counts', frame: 4, counts: COUNTS },
  { type: 'mention', mention: {} },
  { type: 'none' },
];

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  const folder = mkdtempSync(join(tmpdir(), 'bakteppe-stranger-'));
  let reader: Reader;
  let tab: Page;
  let own: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    const id = family === 'firefox' ? FIREFOX_ID : new URL(reader.browser.origin).host;
    writeStranger(folder, id);
    await reader.browser.driver.installExtension(folder);
    own = await openOwnPage(reader, 'library.html');
    tab = await reader.open(article);
    await waitForPainted(tab, article.mentions.length);
  });
  afterAll(async () => {
    await reader?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const isAsBefore = async (): Promise<void> => {
    expect(await stored(own)).toEqual({});
    expect(await painted(tab)).toEqual(article.mentions);
    expect(await tab.evaluate(() => document.querySelector(':popover-open'))).toBeNull();
    const addresses = (await reader.browser.driver.pages()).map((page) =>
      page.evaluate(() => location.href).catch(() => ''),
    );
    const own2 = (await Promise.all(addresses)).filter((url) => /library\.html/.test(url));
    expect(own2.length).toBe(1);
  };

  test('a script of the page has no way to us', async () => {
    const found = await tab.evaluate(async (messages) => {
      const { chrome, browser } = globalThis as {
        chrome?: { runtime?: unknown };
        browser?: { runtime?: unknown };
      };
      for (const message of messages) {
        postMessage(message, '*');
        postMessage(JSON.stringify(message), '*');
        for (const target of [window, document, document.documentElement]) {
          for (const type of [message.type, 'message', 'bakteppe']) {
            target.dispatchEvent(new CustomEvent(type, { detail: message }));
            target.dispatchEvent(new MessageEvent(type, { data: message, source: window }));
          }
        }
      }
      const own = Object.keys(globalThis).filter((name) => /bakteppe/i.test(name));
      return { runtime: chrome?.runtime ?? browser?.runtime, own };
    }, MESSAGES);
    // Not `undefined`, which is left out on the way.
    expect(found.runtime ?? 'none').toBe('none');
    expect(found.own).toEqual([]);
    await isAsBefore();
  });

  test('a script of the page that says it was put away and came back has nothing asked or said', async () => {
    // What a page asks for by itself it has by then, be the machine ever so slow.
    await hover(tab, 'kim-jong-un');
    await waitForCard(tab, true);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await own.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const noted = globalThis as { heard?: unknown[] };
      noted.heard = [];
      (browser ?? chrome)?.runtime.onMessage.addListener((message: unknown) => {
        noted.heard?.push(message);
        return undefined;
      });
    });
    const heard = () => own.evaluate(() => (globalThis as { heard?: unknown[] }).heard);
    await tab.evaluate(() => {
      for (let at = 0; at < 100; at++) {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        dispatchEvent(new PopStateEvent('popstate', { state: at }));
      }
    });
    await pastDelay(own, 500);
    expect(await heard()).toEqual([]);
    // What is said is heard here.
    await store(own, { on: false });
    await expect.poll(heard).not.toEqual([]);
    await clearStorage(own);
    await waitForPainted(tab, article.mentions.length);
  });

  test('another extension gets no answer to anything, nor a line', async () => {
    await tab.evaluate(() => dispatchEvent(new Event('stranger-asks')));
    await tab.waitForFunction(() => document.documentElement.dataset.stranger !== undefined, {
      timeout: 10_000,
      polling: 50,
    });
    const heard = JSON.parse(
      await tab.evaluate(() => document.documentElement.dataset.stranger ?? ''),
    );
    expect(heard).toEqual({ answers: MESSAGES.map(() => 'none'), line: 'cut' });
    await isAsBefore();
  });

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});

/** An extension whose script on pages says, when asked to, all of it to the extension of that id. */
function writeStranger(folder: string, id: string): void {
  const manifest = {
    manifest_version: 3,
    name: 'Stranger',
    version: '1',
    content_scripts: [{ matches: ['http://*/*'], js: ['stranger.js'] }],
    browser_specific_settings: { gecko: { id: 'stranger@stranger.example' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'stranger.js'),
    `const { runtime } = globalThis.browser ?? chrome;
    addEventListener('stranger-asks', async () => {
      const answers = [];
      for (const message of ${JSON.stringify(MESSAGES)}) {
        const answer = await runtime.sendMessage(${JSON.stringify(id)}, message).catch(() => undefined);
        answers.push(answer === undefined || answer === null ? 'none' : JSON.stringify(answer));
      }
      const line = await new Promise((resolve) => {
        const port = runtime.connect(${JSON.stringify(id)}, { name: 'panel' });
        port.onMessage.addListener((message) => resolve(JSON.stringify(message)));
        port.onDisconnect.addListener(() => resolve((runtime.lastError, 'cut')));
      });
      document.documentElement.dataset.stranger = JSON.stringify({ answers, line });
    });`,
  );
}
