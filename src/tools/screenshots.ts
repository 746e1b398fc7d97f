/** `npm run screenshots`: the gallery in `docs/screenshots/`, to be looked at one by one. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { EntityId } from '../core/model.ts';
import { needBrowser } from './browsers.ts';
import { buildFor } from './build.ts';
import { type Launched, launch } from './launch.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { ROOT } from './read-data.ts';
import { tapAt } from './tap-at.ts';
import { pressInCard, scrollCardTo } from './watch-card.ts';
import { hover, pointOn, waitForCard, waitForPainted } from './watch-page.ts';

const FOLDER = join(ROOT, 'docs', 'screenshots');
const DEMO = 'http://utsyn.example/2024/06/20/demo';
const SHOP = 'http://shop.example/mugs';
/** What an own page shows last. */
const READY: Readonly<Record<string, string>> = { sidepanel: '.fact, .chooser', welcome: '.state' };
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

interface Shot {
  readonly name: string;
  readonly entity: EntityId;
  readonly nth?: number;
  readonly width?: number;
  readonly height?: number;
  /** Open with a finger, as a sheet. */
  readonly touch?: boolean;
  /** Controls to press, by name, before the picture. */
  readonly press?: readonly (string | RegExp)[];
  /** Scroll the facts until these words are in sight. */
  readonly until?: string;
}

/** Mentions are counted through all languages of the demo page. */
const CARDS: readonly Shot[] = [
  { name: 'card', entity: 'kim-jong-un' },
  { name: 'card-expanded', entity: 'vladimir-putin', press: [/^Show all/] },
  { name: 'card-pinned', entity: 'vladimir-putin', nth: 1, press: ['Keep open'] },
  { name: 'card-denial', entity: 'kim-jong-un', nth: 2, until: 'both deny' },
  { name: 'card-original', entity: 'partnership-treaty', press: ['Original: Norwegian'] },
  { name: 'card-menu', entity: 'kim-jong-un', press: ['More'] },
  { name: 'card-report', entity: 'kim-jong-un', press: ['More', 'Report an error'] },
  { name: 'card-korean', entity: 'kim-jong-un', nth: 10 },
  { name: 'card-japanese', entity: 'vladimir-putin', nth: 11 },
  { name: 'card-arabic', entity: 'kim-jong-un', nth: 14 },
  { name: 'card-narrow', entity: 'partnership-treaty', width: 320, height: 640 },
  { name: 'sheet', entity: 'vladimir-putin', width: 390, height: 760, touch: true },
];

const LIBRARY: readonly { name: string; view: string; width: number; height: number }[] = [
  { name: 'library', view: '', width: 1200, height: 1000 },
  { name: 'library-search', view: '?q=missile&with=ko', width: 1200, height: 900 },
  {
    name: 'library-tied',
    view: '?lang=ar&with=nb#missile-technology-fear',
    width: 1200,
    height: 900,
  },
  { name: 'library-nothing', view: '?q=mars&kind=denial', width: 720, height: 560 },
  { name: 'library-narrow', view: '?lang=ja&with=ru&kind=quote', width: 360, height: 1100 },
];

mkdirSync(FOLDER, { recursive: true });
buildFor('chromium');
const server = await startPageServer();
server.serve(DEMO, { body: readFileSync(join(ROOT, 'tests/fixtures/demo/index.html')) });
server.serve(SHOP, { body: readFileSync(join(ROOT, 'tests/fixtures/pages/shop-product.html')) });
try {
  for (const theme of THEMES) await takeAll(server, theme);
} finally {
  await server.close();
}

async function takeAll({ address }: PageServer, theme: Theme): Promise<void> {
  const browser = await launch(needBrowser('chromium'), { headless: true, proxy: address });
  try {
    for (const shot of CARDS) await takeCard(browser, theme, shot);
    const demo = await open(browser, theme, DEMO, { width: 1000, height: 760 });
    await waitForPainted(demo);
    await takePopup(browser, theme, 'popup', DEMO);
    await open(browser, theme, SHOP, { width: 1000, height: 760 });
    await takePopup(browser, theme, 'popup-not-news', SHOP);
    await takeOwn(browser, theme, 'options', { width: 720, height: 1100 });
    await takeOwn(browser, theme, 'options', { width: 320, height: 1300 }, 'options-narrow');
    await takeLibrary(browser, theme);
    await takeOwn(browser, theme, 'welcome', { width: 1000, height: 760 });
    await takeOwn(browser, theme, 'welcome', { width: 320, height: 1600 }, 'welcome-narrow');
    const follow = `?tab=${await tabId(browser, DEMO)}`;
    await takeOwn(browser, theme, 'sidepanel', { width: 360, height: 760 }, 'panel', follow);
    await keepAsked(browser, theme, 'Angela Merkel');
    const asked = '?asked=words';
    await takeOwn(browser, theme, 'sidepanel', { width: 640, height: 240 }, 'panel-none', asked);
  } finally {
    await browser.close();
  }
}

/** As the context menu does. */
async function keepAsked(browser: Launched, theme: Theme, text: string): Promise<void> {
  const own = await open(browser, theme, `${browser.origin}/library.html`, {
    width: 640,
    height: 240,
  });
  await own.evaluate(async (words) => {
    const { chrome } = globalThis as unknown as { chrome: typeof import('wxt/browser').browser };
    await chrome.storage.session.set({ 'asked:words': words });
  }, text);
  await own.close();
}

async function open(
  browser: Launched,
  theme: Theme,
  url: string,
  size: { width: number; height: number; hasTouch?: boolean },
): Promise<Page> {
  const page = await browser.driver.newPage();
  await page.setViewport(size);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    // Pictures of what is there, not of what is on its way.
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

async function takeCard(browser: Launched, theme: Theme, shot: Shot): Promise<void> {
  const { name, entity, nth = 0, width = 1000, height = 760, touch = false } = shot;
  const page = await open(browser, theme, DEMO, { width, height, hasTouch: touch });
  await waitForPainted(page);
  if (touch) {
    const { x, y } = await pointOn(page, entity, nth);
    await tapAt(page, { x, y });
    await waitForCard(page, true);
  } else await hover(page, entity, nth);
  for (const control of shot.press ?? []) await pressInCard(page, 'chromium', control);
  if (shot.until) await scrollCardTo(page, shot.until);
  await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) });
  await page.close();
}

async function takePopup(
  browser: Launched,
  theme: Theme,
  name: string,
  about: string,
): Promise<void> {
  const path = `popup.html?tab=${await tabId(browser, about)}`;
  const page = await open(browser, theme, `${browser.origin}/${path}`, { width: 340, height: 560 });
  await page.waitForSelector('.mention, .reasons', { timeout: 10_000 });
  await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`), fullPage: true });
  await page.close();
}

async function takeOwn(
  browser: Launched,
  theme: Theme,
  page: string,
  size: { width: number; height: number },
  name: string = page,
  query = '',
): Promise<void> {
  const tab = await open(browser, theme, `${browser.origin}/${page}.html${query}`, size);
  await tab.waitForSelector(READY[page] ?? '#root > *', { timeout: 10_000 });
  if (page === 'welcome') await waitForPainted(tab);
  await tab.screenshot({ path: join(FOLDER, `${name}-${theme}.png`), fullPage: true });
  await tab.close();
}

async function takeLibrary(browser: Launched, theme: Theme): Promise<void> {
  for (const { name, view, width, height } of LIBRARY) {
    const url = `${browser.origin}/library.html${view}`;
    const tab = await open(browser, theme, url, { width, height });
    await tab.waitForSelector('#root > *', { timeout: 10_000 });
    // The drawing on a small screen, too.
    if (width < 400) await tab.click('.overview summary');
    await tab.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) });
    await tab.close();
  }
}

async function tabId(browser: Launched, url: string): Promise<number> {
  const target = await browser.driver.waitForTarget((t) => t.type() === 'service_worker');
  const worker = await target.worker();
  const id = await worker?.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as { chrome: typeof import('wxt/browser').browser };
    return (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id;
  }, url);
  if (id === undefined) throw new Error(`no tab shows ${url}`);
  return id;
}
