/** `npm run screenshots`: the gallery in `docs/screenshots/`, to be looked at one by one. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { needBrowser } from './browsers.ts';
import { buildFor } from './build.ts';
import { type Launched, launch } from './launch.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { ROOT } from './read-data.ts';
import { hover, waitForCard, waitForPainted } from './watch-page.ts';

const FOLDER = join(ROOT, 'docs', 'screenshots');
const DEMO = 'http://utsyn.example/2024/06/20/demo';
const SHOP = 'http://shop.example/mugs';

interface Theme {
  readonly name: 'light' | 'dark';
  readonly width: number;
}

mkdirSync(FOLDER, { recursive: true });
buildFor('chromium');
const server = await startPageServer();
server.serve(DEMO, { body: readFileSync(join(ROOT, 'tests/fixtures/demo/index.html')) });
server.serve(SHOP, { body: readFileSync(join(ROOT, 'tests/fixtures/pages/shop-product.html')) });
try {
  for (const name of ['light', 'dark'] as const) await takeAll(server, { name, width: 1000 });
} finally {
  await server.close();
}

async function takeAll({ address }: PageServer, theme: Theme): Promise<void> {
  const browser = await launch(needBrowser('chromium'), { headless: true, proxy: address });
  try {
    const page = await openIn(browser, theme, DEMO);
    await waitForPainted(page);
    await takeCard(page, `card-${theme.name}`, 'kim-jong-un', 0);
    await takeCard(page, `card-denial-${theme.name}`, 'vladimir-putin', 0, 430);
    await page.setViewport({ width: 320, height: 640 });
    await takeCard(page, `card-narrow-${theme.name}`, 'partnership-treaty', 0);
    const id = await tabId(browser, DEMO);
    await takePopup(browser, theme, `popup-${theme.name}`, id);
    const shop = await openIn(browser, theme, SHOP);
    await takePopup(browser, theme, `popup-not-news-${theme.name}`, await tabId(browser, SHOP));
    await shop.close();
  } finally {
    await browser.close();
  }
}

async function openIn(browser: Launched, theme: Theme, url: string): Promise<Page> {
  const page = await browser.driver.newPage();
  await page.setViewport({ width: theme.width, height: 760 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme.name }]);
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/** A card on the nth mention, its facts scrolled to so many px before their end. */
async function takeCard(
  page: Page,
  name: string,
  entity: 'kim-jong-un' | 'vladimir-putin' | 'partnership-treaty',
  nth: number,
  beforeEnd = 0,
): Promise<void> {
  await hover(page, entity, nth);
  if (beforeEnd > 0) {
    const box = await page.evaluate(() => {
      const { x, y, width, height } = (
        document.querySelector('bakteppe-card') as Element
      ).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(box.x, box.y, { steps: 10 });
    await page.mouse.wheel({ deltaY: 50_000 });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await page.mouse.wheel({ deltaY: -beforeEnd });
  }
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.keyboard.press('Escape');
  await waitForCard(page, false);
}

async function takePopup(browser: Launched, theme: Theme, name: string, id: number): Promise<void> {
  const page = await browser.driver.newPage();
  await page.setViewport({ width: 340, height: 460 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme.name }]);
  await page.goto(`${browser.origin}/popup.html?tab=${id}`);
  await page.waitForFunction(() => document.querySelector('.counts, .reasons') !== null, {
    timeout: 10_000,
    polling: 50,
  });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.close();
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
