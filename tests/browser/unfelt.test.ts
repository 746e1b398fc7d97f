/**
 * What must not be felt: a background that sleeps while nothing is to be shown, a pointer that
 * moves over text, a card that is late.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { STATUS_QUESTION } from '../../src/extension/status-question.ts';
import { type ExtensionLife, extensionLife } from '../../src/tools/extension-life.ts';
import { type OurWorld, ourWorld } from '../../src/tools/our-world.ts';
import { pointOn, waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openOwnPage, type Reader } from './reader.ts';

type Api = typeof import('wxt/browser').browser;
const article = fixture('en-article');
const noMention = fixture('no-mention');
const noNews = fixture('docs-page');

describe.each(['chromium', 'firefox'] as const)('the background, in %s', (family) => {
  let reader: Reader;
  let life: ExtensionLife;
  let own: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    life = await extensionLife(reader.browser);
    own = await openOwnPage(reader, 'options.html');
  });
  afterAll(async () => {
    await reader?.close();
  });

  /** What the scout on the page says of it. To ask wakes the background in Firefox. */
  const stateIn = (page: Page): Promise<string | undefined> =>
    own.evaluate(
      async (url, question) => {
        const { browser, chrome } = globalThis as unknown as Record<string, Api>;
        const { tabs } = (browser ?? chrome) as Api;
        const [tab] = await tabs.query({ url });
        return (await tabs.sendMessage(tab?.id ?? -1, question))?.state;
      },
      page.url().replace(/#.*/, ''),
      STATUS_QUESTION,
    );

  const frameOf = (page: Page): Promise<unknown> =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

  /** Until nothing of what went before wakes it again. */
  const asleep = async (): Promise<void> => {
    await expect
      .poll(async () => (await life.stopBackground()) || (await life.isBackgroundRunning()))
      .toBe(false);
  };

  test('sleeps through pages without a mention, pages that are no news, and turns of tabs', async () => {
    for (let states: unknown[] = ['reading']; states.includes('reading'); ) {
      await asleep();
      const tabs = [await reader.open(noMention), await reader.open(noNews)];
      for (const tab of [...tabs, own, ...tabs]) {
        await tab.bringToFront();
        await frameOf(tab);
      }
      await tabs[0]?.evaluate(() => history.pushState(null, '', '#further-down'));
      expect(await life.isBackgroundRunning()).toBe(false);
      states = await Promise.all(tabs.map(stateIn));
      await Promise.all(tabs.map((tab) => tab.close()));
      // A page that was not looked at by then, says nothing about those that are.
      if (!states.includes('reading')) expect(states).toEqual(['no-mention', 'not-news']);
    }
    await asleep();
    // It would have been seen.
    const tab = await reader.open(article);
    await waitForPainted(tab, article.mentions.length);
    expect(await life.isBackgroundRunning()).toBe(true);
    await tab.close();
  });
});

describe('a pointer, in chromium', () => {
  let reader: Reader;
  let tab: Page;
  let world: OurWorld;
  beforeAll(async () => {
    reader = await createReader('chromium');
    tab = await reader.open(article);
    await waitForPainted(tab, article.mentions.length);
    world = await ourWorld(tab, reader.browser.origin);
    // In the isolated world alone: what the page itself asks for does not count.
    await world.evaluate(`(() => {
      const seen = globalThis.seen = { frame: 0, hits: {} };
      const next = () => { seen.frame++; requestAnimationFrame(next); };
      requestAnimationFrame(next);
      for (const name of ['caretPositionFromPoint', 'caretRangeFromPoint', 'elementFromPoint']) {
        const ask = Document.prototype[name];
        if (!ask) continue;
        Document.prototype[name] = function (...point) {
          seen.hits[seen.frame] = (seen.hits[seen.frame] ?? 0) + 1;
          return ask.apply(this, point);
        };
      }
    })()`);
  });
  afterAll(async () => {
    await reader?.close();
  });

  /** Hit tests in each frame that had any, since it was asked last. */
  const hits = (): Promise<number[]> =>
    world.evaluate(
      '(() => { const { hits } = seen; seen.hits = {}; return Object.values(hits); })()',
    ) as Promise<number[]>;

  /** The middle of an element without a mention, or with one. */
  const middleOf = (hasMention: boolean): Promise<{ x: number; y: number }> =>
    tab.evaluate((wanted) => {
      const ranges = [...(CSS.highlights as unknown as Map<string, Set<Range>>).values()].flatMap(
        (highlight) => [...highlight],
      );
      const found = [...document.querySelectorAll('article p')].find(
        (p) => ranges.some((range) => range.intersectsNode(p)) === wanted,
      );
      if (!found) throw new Error('no such paragraph');
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, hasMention);

  const wander = async ({ x, y }: { x: number; y: number }): Promise<void> => {
    for (let step = 0; step < 40; step++) await tab.mouse.move(x - 20 + step, y);
    await tab.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  };

  test('over text without a mention asks for nothing and has nothing laid out', async () => {
    const place = await middleOf(false);
    await tab.mouse.move(place.x - 21, place.y);
    await wander(place);
    await hits();
    const before = await world.layouts();
    await wander(place);
    expect(await hits()).toEqual([]);
    expect(await world.layouts()).toBe(before);
  });

  test('over text with a mention asks once a frame at most, and lays nothing out twice', async () => {
    const place = await middleOf(true);
    await wander(place);
    await hits();
    // A page that changes with every move has to be laid out once a frame by itself.
    await tab.evaluate(() => {
      const counts = { moves: 0, frames: 0 };
      Object.assign(globalThis, { counts });
      const frame = () => {
        counts.frames++;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      addEventListener('pointermove', () => {
        document.body.style.paddingBottom = `${++counts.moves % 7}px`;
      });
    });
    const frames = () =>
      tab.evaluate(() => (globalThis as unknown as { counts: { frames: number } }).counts.frames);
    const before = { layouts: await world.layouts(), frames: await frames() };
    await wander(place);
    const asked = await hits();
    expect(asked.length).toBeGreaterThan(5);
    expect(Math.max(...asked)).toBe(1);
    const layouts = (await world.layouts()) - before.layouts;
    expect(layouts).toBeGreaterThan(5);
    expect(layouts).toBeLessThanOrEqual((await frames()) - before.frames + 1);
  });

  test('that rests on a mention has its card within a frame once it is due', async () => {
    await world.evaluate(`(() => {
      const later = setTimeout;
      const isOpen = () => document.querySelector('bakteppe-card')?.matches(':popover-open') ?? false;
      seen.due = [];
      globalThis.setTimeout = (run, ms, ...rest) => later(() => {
        run(...rest);
        if (ms !== ${DEFAULT_SETTINGS.delay}) return;
        const atOnce = isOpen();
        requestAnimationFrame(() => seen.due.push([atOnce, isOpen()]));
      }, ms);
    })()`);
    const { x, y } = await pointOn(tab, 'vladimir-putin');
    await tab.mouse.move(x + 40, y + 60);
    await tab.mouse.move(x, y, { steps: 12 });
    await waitForCard(tab, true);
    await expect.poll(() => world.evaluate('seen.due')).toEqual([[true, true]]);
  });

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});
