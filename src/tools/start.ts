/**
 * `npm start`: builds, finds a browser (installs Chromium on Debian as root),
 * and opens the demo news page with the extension in it. Without a display, or
 * with `--headless`, it prints what the extension found and what a card says,
 * and saves pictures.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import { anyBrowser } from './browsers.ts';
import { buildFor } from './build.ts';
import { launch } from './launch.ts';
import { startPageServer } from './page-server.ts';
import { ROOT } from './read-data.ts';
import { readCard } from './watch-card.ts';
import { hover, painted, waitForCard, waitForPainted } from './watch-page.ts';

const ADDRESS = 'http://utsyn.example/2024/06/20/demo';
const PICTURES = join(ROOT, '.output', 'demo');

const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const isHeadless = values.headless || !hasDisplay;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const browser = anyBrowser();
  buildFor(browser.family);
  const server = await startPageServer();
  server.serve(ADDRESS, { body: readFileSync(join(ROOT, 'tests/fixtures/demo/index.html')) });
  const launched = await launch(browser, { headless: isHeadless, proxy: server.address });
  console.log(`Opened the demo news page in ${browser.path}`);
  const page = await launched.driver.newPage();
  await page.goto(ADDRESS, { waitUntil: 'load' });
  if (isHeadless) {
    await show(page, browser.family);
    await launched.close();
  } else {
    console.log('Hover a highlighted name to see its card. Close the browser to end.');
    await new Promise<void>((resolve) => launched.driver.on('disconnected', () => resolve()));
  }
  await server.close();
}

async function show(page: Page, family: 'chromium' | 'firefox'): Promise<void> {
  await waitForPainted(page);
  const mentions = await painted(page);
  const counts = new Map<string, number>();
  for (const { entity, text } of mentions) {
    const key = `${entity.padEnd(20)} ${text.replace(/\s+/g, ' ')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  console.log(`\n${mentions.length} mentions found on the page:`);
  for (const [key, count] of [...counts].sort()) console.log(`  ${key} × ${count}`);
  mkdirSync(PICTURES, { recursive: true });
  for (const entity of ENTITY_IDS) await showCard(page, family, entity);
  console.log(`\nPictures: ${PICTURES}`);
}

async function showCard(
  page: Page,
  family: 'chromium' | 'firefox',
  entity: EntityId,
): Promise<void> {
  await hover(page, entity);
  const { text } = await readCard(page, family);
  if (entity === 'kim-jong-un')
    console.log(`\nThe card of ${entity}:\n${text.replace(/^/gm, '  ')}`);
  writeFileSync(join(PICTURES, `${entity}.png`), await pictureAtRest(page));
  await page.keyboard.press('Escape');
  await waitForCard(page, false);
}

/** A card rises into view: its picture is taken once two in a row are the same. */
async function pictureAtRest(page: Page): Promise<Uint8Array> {
  let before: Uint8Array | undefined;
  for (;;) {
    const picture = await page.screenshot();
    if (before && Buffer.compare(before, picture) === 0) return picture;
    before = picture;
  }
}
