/**
 * Damaged pages as readers meet them: loaded from the web with the extension installed. Each is the
 * same page as in a browser without us, is read to an end, and a card opens where one of its
 * names can be pointed at. `hostile-html.test.ts` tries far more, without the way through the browser.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageStatus } from '../../src/core/page-status.ts';
import { waitForCard } from '../../src/tools/watch-page.ts';
import { seedOf } from '../core/fuzz.ts';
import { damage, type Random, randomFrom } from './hostile-html/damage-html.ts';
import { HEADERS, pickPage } from './hostile-html/pages.ts';
import { createReader, openOwnPage, type Reader, store } from './reader.ts';

type Api = typeof import('wxt/browser').browser;

/** Every second one of a saved page. */
const PAGES = process.env.BAKTEPPE_HOSTILE === undefined ? 24 : 150;

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let bare: Reader;
  let reader: Reader;
  let own: Page;
  beforeAll(async () => {
    [bare, reader] = [await createReader(family, { bare: true }), await createReader(family)];
    own = await openOwnPage(reader, 'options.html');
    await store(own, { where: 'all', delay: 0 });
  });
  afterAll(async () => {
    await reader?.close();
    await bare?.close();
  });

  /** What the page in the tab at this address says of itself to the popup. */
  const statusOf = (url: string): Promise<PageStatus | undefined> =>
    own.evaluate(async (address) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { tabs } = (browser ?? chrome) as Api;
      const tab = (await tabs.query({})).find((one) => one.url === address);
      return tabs
        .sendMessage(tab?.id ?? -1, { type: 'status?' }, { frameId: 0 })
        .catch(() => undefined) as Promise<PageStatus | undefined>;
    }, url);

  test(`${PAGES} of them`, { timeout: PAGES * 5000 }, async () => {
    const random = randomFrom(seedOf());
    const [without, tab] = [
      await bare.browser.driver.newPage(),
      await reader.browser.driver.newPage(),
    ];
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    let annotated = 0;
    let cards = 0;
    for (let at = 0; at < PAGES; at++) {
      const html = damage(withNames(pickPage(random, at % 2 === 0), random), random);
      const url = `http://damaged.example.org/${seedOf()}/${at}`;
      for (const { server } of [bare, reader]) server.serve(url, { body: html, headers: HEADERS });
      await Promise.all([
        without.goto(url, { waitUntil: 'load' }),
        tab.goto(url, { waitUntil: 'load' }),
      ]);
      await expect
        .poll(async () => (await statusOf(url))?.state, { message: url })
        .toMatch(/^(annotated|no-mention)$/);
      const status = await statusOf(url);
      const count = Object.values(status?.counts ?? {}).reduce((sum, n) => sum + n, 0);
      if (count > 0) annotated++;
      if (await pointAtSome(tab)) {
        await waitForCard(tab, true);
        cards++;
        await tab.keyboard.press('Escape');
        await waitForCard(tab, false);
      }
      expect(await wholeOf(tab), url).toBe(await wholeOf(without));
    }
    expect(errors.filter((error) => !KEPT_OUT.test(error))).toEqual([]);
    // Damage that leaves nothing to read or to point at would prove nothing.
    console.log(`${family}: ${annotated} of ${PAGES} annotated, ${cards} cards`);
    expect(annotated).toBeGreaterThan(PAGES / 2);
    expect(cards).toBeGreaterThan(PAGES / 3);
  });
});

/** Firefox tells of what a page's policy keeps out as of an error. */
const KEPT_OUT = /^Error: (Content-Security-Policy|Security Error)/;

const NAMES = '<p>Vladimir Putin received Kim Jong-un.</p>';

/** With names somewhere between its elements: most saved pages have none. */
function withNames(html: string, random: Random): string {
  const ends = [...html.matchAll(/<\/(p|div|h\d|li|section)>/g)];
  const { index = 0, 0: end = '' } = ends[random(ends.length || 1)] ?? {};
  return html.slice(0, index + end.length) + NAMES + html.slice(index + end.length);
}

/** Move onto a name that lies open to the pointer, if there is one. */
async function pointAtSome(tab: Page): Promise<boolean> {
  const place = await tab.evaluate(() => {
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
      if (!name.startsWith('bakteppe-') || name === 'bakteppe-active') continue;
      for (const range of highlight) {
        const element = range.startContainer.parentElement;
        element?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const rect = range.getClientRects()[0];
        if (!element || !rect) continue;
        const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
        if (x > 1 && y > 1 && document.elementFromPoint(x, y) === element) return { x, y };
      }
    }
    return undefined;
  });
  if (!place) return false;
  await tab.mouse.move(place.x + 3, place.y + 3);
  await tab.mouse.move(place.x, place.y, { steps: 4 });
  return true;
}

/** The page with its open shadow roots, without our card. */
function wholeOf(tab: Page): Promise<string> {
  return tab.evaluate(() => {
    const roots: string[] = [];
    const walk = (parent: ParentNode): void => {
      for (const { shadowRoot } of parent.querySelectorAll('*')) {
        if (!shadowRoot) continue;
        roots.push(shadowRoot.innerHTML);
        walk(shadowRoot);
      }
    };
    walk(document);
    const html = document.documentElement.outerHTML;
    const bare = html.replace(/<bakteppe-card popover[^>]*><\/bakteppe-card>(?=<\/html>$)/, '');
    return [bare, ...roots].join('\n');
  });
}
