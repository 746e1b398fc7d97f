/**
 * A reader with a browser: opens pages, points at words, reads cards, presses
 * switches. The same for Chromium and Firefox, so that every test is one text.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import type { EntityId } from '../../src/core/model.ts';
import { type Family, needBrowser } from '../../src/tools/browsers.ts';
import { extensionErrors } from '../../src/tools/extension-errors.ts';
import { type Launched, type LaunchSettings, launch } from '../../src/tools/launch.ts';
import { type PageServer, startPageServer } from '../../src/tools/page-server.ts';
import { ROOT } from '../../src/tools/read-data.ts';

type Api = typeof import('wxt/browser').browser;

export interface Fixture {
  readonly name: string;
  readonly url: string;
  readonly lang: string;
  readonly news: boolean;
  readonly html: string;
  readonly mentions: readonly { readonly entity: EntityId; readonly text: string }[];
}

/** A page of ours from `tests/fixtures/pages`, under an http address that the proxy serves. */
export function fixture(name: string): Fixture {
  const path = join(ROOT, 'tests', 'fixtures', 'pages', name);
  const expected = JSON.parse(readFileSync(`${path}.json`, 'utf8'));
  return {
    name,
    news: true,
    ...expected,
    url: expected.url.replace(/^https:/, 'http:'),
    html: readFileSync(`${path}.html`, 'utf8'),
  };
}

export interface Reader {
  readonly family: Family;
  readonly server: PageServer;
  readonly browser: Launched;
  /** Errors that pages opened here threw, and errors of ours in their consoles. */
  readonly errors: string[];
  /** What went wrong in the extension itself so far: background, own pages, every tab. */
  ownErrors(): Promise<string[]>;
  open(fixture: Pick<Fixture, 'url' | 'html'>): Promise<Page>;
  /** @throws if anything went wrong in the extension itself, so that no test overhears it. */
  close(): Promise<void>;
}

export async function createReader(
  family: Family,
  settings: Partial<LaunchSettings> = {},
  /** Pages that the browser asks for as it starts. */
  served: readonly Pick<Fixture, 'url' | 'html'>[] = [],
): Promise<Reader> {
  const server = await startPageServer();
  for (const { url, html } of served) server.serve(url, { body: html });
  const browser = await launch(needBrowser(family), {
    headless: true,
    proxy: server.address,
    keepsErrors: true,
    ...settings,
  });
  const own = settings.bare ? undefined : await extensionErrors(browser);
  const ownErrors = async (): Promise<string[]> => (await own?.heard()) ?? [];
  const errors: string[] = [];
  return {
    family,
    server,
    browser,
    errors,
    ownErrors,
    async open({ url, html }) {
      server.serve(url, { body: html });
      const page = await browser.driver.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/favicon|404/.test(message.text())) {
          errors.push(message.text());
        }
      });
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async close() {
      const heard = await ownErrors();
      await browser.close();
      await server.close();
      if (heard.length > 0) throw new Error(['The extension went wrong:', ...heard].join('\n'));
    },
  };
}

/** A page of the extension, in a tab of its own. */
export async function openOwnPage(reader: Reader, path: string): Promise<Page> {
  const page = await reader.browser.driver.newPage();
  const url = `${reader.browser.origin}/${path}`;
  // Firefox never reports the load of a moz-extension page over BiDi, and has no
  // realm to ask while one page makes way for the next: ask until it is there.
  page.goto(url).catch(() => undefined);
  const isThere = (): Promise<boolean> =>
    page
      .evaluate(
        (wanted) => location.href === wanted && document.querySelector('#root > *') !== null,
        url,
      )
      .catch(() => false);
  await vi.waitFor(async () => expect(await isThere()).toBe(true), {
    timeout: 15_000,
    interval: 50,
  });
  return page;
}

/** The page that answers about words from the context menu. */
export async function openAsked(reader: Reader, text: string): Promise<Page> {
  const own = await openOwnPage(reader, 'library.html');
  await own.evaluate(async (words) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    await (browser ?? chrome)?.storage.session.set({ 'asked:words': words });
  }, text);
  await own.close();
  return openOwnPage(reader, 'sidepanel.html?asked=words');
}

/** The toolbar popup for a page, opened as a page of its own (as Firefox for Android does). */
export async function openPopup(reader: Reader, about: Page): Promise<Page> {
  const finder = await openOwnPage(reader, 'popup.html');
  const tabId = await finder.evaluate(
    async (url) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        typeof import('wxt/browser').browser
      >;
      const tabs = await (browser ?? chrome)?.tabs.query({});
      return tabs?.find((tab) => tab.url === url)?.id;
      // Firefox tells no driver the address of a page of ours; the page knows it.
    },
    await about.evaluate(() => location.href),
  );
  await finder.close();
  return openOwnPage(reader, `popup.html?tab=${tabId}`);
}

/** Press the popup's switch with this label, as soon as it can be pressed. */
export async function pressSwitch(popup: Page, label: string): Promise<void> {
  await popup.waitForFunction(
    (text) => {
      const labels = [...document.querySelectorAll('label.switch')];
      const found = labels.find(
        (element) => element.querySelector('.switch-label')?.firstChild?.textContent === text,
      );
      const input = found?.querySelector('input');
      if (!input || input.disabled) return false;
      input.click();
      return true;
    },
    { timeout: 10_000, polling: 50 },
    label,
  );
}

/** Press the radio button with this label, as soon as it can be pressed. */
export async function pressChoice(own: Page, label: string): Promise<void> {
  await own.waitForFunction(
    (text) => {
      const found = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].find(
        (radio) => radio.closest('label')?.textContent?.startsWith(text),
      );
      if (!found || found.matches(':disabled')) return false;
      found.click();
      return true;
    },
    { timeout: 10_000, polling: 50 },
    label,
  );
}

/** Wait until a delay of ours has certainly run out on the page's own clock: twice its length. */
export async function pastDelay(page: Page, delay: number): Promise<void> {
  const start = await page.evaluate(() => performance.now());
  await page.waitForFunction(
    (since, length) => performance.now() - since > 2 * length,
    { polling: 50 },
    start,
    delay,
  );
}

/** Wait until the popup shows this text. */
export async function waitForText(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.body.textContent?.includes(wanted),
    { timeout: 10_000, polling: 50 },
    text,
  );
}

/** What the toolbar shows for the page the popup is about. */
export function badge(popup: Page): Promise<{ text: string; title: string }> {
  return popup.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<
      string,
      typeof import('wxt/browser').browser
    >;
    const tabId = Number(new URLSearchParams(location.search).get('tab'));
    const { action } = (browser ?? chrome) as typeof import('wxt/browser').browser;
    return { text: await action.getBadgeText({ tabId }), title: await action.getTitle({ tabId }) };
  });
}

/** What browsers ask for on their own account, by host. */
const BROWSERS_OWN =
  /(^|\.)(google|googleapis|gstatic|googleusercontent|gvt1|mozilla|firefox|detectportal)\.(com|org|net)$/;

/** Does the browser ask for this by itself? An address, or "CONNECT host:port". */
export function isBrowsersOwn(request: string): boolean {
  const { hostname } = new URL(request.replace(/^CONNECT /, 'https://'));
  return BROWSERS_OWN.test(hostname);
}

/** Requests that neither the test's pages nor the browser's own services account for. */
export function unexplained(reader: Reader, served: readonly string[]): string[] {
  const hosts = served.map((url) => new URL(url).host);
  const explained = new Set([
    ...served,
    ...hosts.flatMap((host) => [`CONNECT ${host}:443`, `http://${host}/favicon.ico`]),
  ]);
  return reader.server.requests.filter((url) => !explained.has(url) && !isBrowsersOwn(url));
}

/** Every setting that is stored, asked on a page of our own. */
export async function stored(
  own: Page,
  area: 'local' | 'sync' = 'local',
): Promise<Record<string, unknown>> {
  const items = await own.evaluate((name) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    return (browser ?? chrome)?.storage[name].get(null) as Promise<Record<string, unknown>>;
  }, area);
  // What the two areas keep for their own bookkeeping is no setting.
  const { synced, format, ...settings } = items;
  return settings;
}

/**
 * Forget every setting, as a reader would one by one. Clearing the storage instead would be a new
 * device: its settings come back from the browser's sync.
 */
export async function clearStorage(own: Page): Promise<void> {
  await own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    const { local } = ((browser ?? chrome) as Api).storage;
    const { synced, ...settings } = await local.get(null);
    await local.remove(Object.keys(settings));
  });
}

/** Store settings, as another page of ours would; in the sync area, as another device would. */
export async function store(
  own: Page,
  items: Record<string, unknown>,
  area: 'local' | 'sync' = 'local',
): Promise<void> {
  await own.evaluate(
    async (wanted, name) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      await (browser ?? chrome)?.storage[name].set(wanted);
    },
    items,
    area,
  );
}
