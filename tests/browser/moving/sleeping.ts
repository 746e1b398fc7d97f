/** Pages that the browser put away, drew in advance, froze or threw out. In both browsers, where they do it. */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { Family } from '../../../src/tools/browsers.ts';
import { hover } from '../../../src/tools/watch-page.ts';
import { badge, openOwnPage, openPopup } from '../reader.ts';
import type { Launched } from './launched.ts';
import { movingPage, waitForWords } from './words.ts';

type Api = typeof import('wxt/browser').browser;

const STORY = movingPage('story');
const OTHER = movingPage('other');
const WORDS = ['Kim Jong-un', 'Vladimir Putin'];
/** So often a page drawn in advance tells of itself, five times a second: a seen one is painted far sooner. */
const TOLD_UNSEEN = 10;
/** From before we asked for anything to after all of it came. */
const LEFT_AFTER_MS = [0, 10, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300];

export function testSleepingPages(family: Family, at: Launched): void {
  beforeAll(async () => {
    at.reader.server.serve(OTHER.url, { body: OTHER.html });
    at.reader.server.serve(STORY.url, { body: STORY.html });
  });

  async function openStory(): Promise<Page> {
    const tab = await at.reader.open(STORY);
    await waitForWords(tab, WORDS);
    return tab;
  }

  test('back to a page that was put away: painted, counted, and by the settings of now', async () => {
    const tab = await openStory();
    const popup = await openPopup(at.reader, tab);
    await expect.poll(() => badge(popup)).toMatchObject({ text: '2' });
    await tab.bringToFront();
    const leave = async (): Promise<void> => {
      await tab.evaluate(() => document.querySelector('a')?.click());
      await tab.waitForFunction(() => document.title.startsWith('Another'), { polling: 50 });
    };
    const back = async (): Promise<void> => {
      await tab.evaluate(() => history.back());
      await tab.waitForFunction(() => (globalThis as { isBack?: boolean }).isBack, { polling: 50 });
    };
    await leave();
    await expect.poll(() => badge(popup)).toMatchObject({ text: '' });
    await back();
    await waitForWords(tab, WORDS, 'back');
    await expect.poll(() => badge(popup), { message: 'back' }).toMatchObject({ text: '2' });
    await tab.bringToFront();
    await hover(tab, 'vladimir-putin');
    await leave();
    await at.set({ on: false });
    await back();
    await waitForWords(tab, [], 'switched off meanwhile');
    await leave();
    await at.set({ on: true });
    await back();
    await waitForWords(tab, WORDS, 'switched on meanwhile');
    await popup.close();
    await tab.close();
  });

  test('forward to a page that was put away: painted, counted, and by the settings of now', async () => {
    const tab = await at.reader.open(OTHER);
    await tab.click('a');
    await waitForWords(tab, WORDS);
    const popup = await openPopup(at.reader, tab);
    await tab.bringToFront();
    const go = async (way: 'back' | 'forward', title: string): Promise<void> => {
      await tab.evaluate((name) => history[name](), way);
      await tab.waitForFunction(
        (start) => document.title.startsWith(start) && (globalThis as { isBack?: boolean }).isBack,
        { polling: 50 },
        title,
      );
    };
    const goAndComeBack = async (change: () => Promise<unknown>): Promise<void> => {
      await go('back', 'Another');
      await change();
      await go('forward', 'Visit ends');
    };
    await goAndComeBack(() => expect.poll(() => badge(popup)).toMatchObject({ text: '' }));
    await waitForWords(tab, WORDS, 'forward');
    await expect.poll(() => badge(popup)).toMatchObject({ text: '2' });
    await goAndComeBack(() => at.set({ on: false }));
    await waitForWords(tab, [], 'switched off meanwhile');
    await goAndComeBack(() => at.set({ on: true }));
    await waitForWords(tab, WORDS, 'switched on meanwhile');
    await expect.poll(() => badge(popup)).toMatchObject({ text: '2' });
    await tab.bringToFront();
    await hover(tab, 'vladimir-putin');
    await popup.close();
    await tab.close();
  });

  test.each(LEFT_AFTER_MS)(
    'left %i ms after it loaded, and come back to: painted, and its cards open',
    async (after) => {
      // Whatever we had asked the background for meanwhile belongs to a page that was put away.
      const tab = await at.reader.open(STORY);
      await tab.evaluate(
        (wait) => setTimeout(() => document.querySelector('a')?.click(), wait),
        after,
      );
      await tab.waitForFunction(() => document.title.startsWith('Another'), { polling: 50 });
      await tab.evaluate(() => history.back());
      await tab.waitForFunction(() => document.title.startsWith('Visit ends'), { polling: 50 });
      await waitForWords(tab, WORDS, 'back');
      await tab.bringToFront();
      await hover(tab, 'vladimir-putin');
      await tab.close();
    },
  );

  // Firefox draws no page in advance.
  test.runIf(family === 'chromium')(
    'a page drawn in advance is not touched until it is seen',
    async () => {
      const tab = await at.reader.open(OTHER);
      await tab.evaluate(() => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = '{"prerender": [{"urls": ["story"], "eagerness": "immediate"}]}';
        document.head.append(rules);
      });
      const drawn = new URL('drawn?', STORY.url).href;
      const told = (): string[] => at.reader.server.requests.filter((url) => url.startsWith(drawn));
      await expect.poll(() => told().length).toBeGreaterThan(TOLD_UNSEEN);
      expect(new Set(told())).toEqual(new Set([`${drawn}0`]));
      const popup = await openPopup(at.reader, tab);
      await tab.bringToFront();
      expect(await badge(popup)).toMatchObject({ text: '' });
      await tab.click('a');
      await tab.waitForFunction(() => location.pathname.endsWith('/story'), { polling: 50 });
      const { activationStart } = await tab.evaluate(() =>
        performance.getEntriesByType('navigation')[0]?.toJSON(),
      );
      expect(activationStart).toBeGreaterThan(0);
      await waitForWords(tab, WORDS, 'seen');
      await expect.poll(() => badge(popup)).toMatchObject({ text: '2' });
      await popup.close();
      await tab.close();
    },
  );

  // Only Chromium freezes tabs.
  test.runIf(family === 'chromium')(
    'a frozen tab follows what was set meanwhile when it wakes',
    async () => {
      const tab = await openStory();
      const session = await tab.createCDPSession();
      const slept = (): Promise<string[]> =>
        tab.evaluate(() => (globalThis as unknown as { slept: string[] }).slept);
      const sleepWhile = async (change: () => Promise<void>): Promise<void> => {
        await session.send('Page.setWebLifecycleState', { state: 'frozen' });
        await change();
        await session.send('Page.setWebLifecycleState', { state: 'active' });
      };
      await sleepWhile(() => at.set({ on: false }));
      await waitForWords(tab, []);
      expect(await slept()).toEqual(['freeze', 'resume']);
      await sleepWhile(() => at.set({ on: true }));
      await waitForWords(tab, WORDS);
      expect(await slept()).toEqual(['freeze', 'resume', 'freeze', 'resume']);
      await tab.close();
    },
  );

  test('a tab that was thrown out is read anew when it is called for', async () => {
    const page = { ...STORY, url: `${STORY.url}-thrown-out` };
    const tab = await at.reader.open(page);
    // Only the page that was thrown out says so.
    await tab.evaluate(() => document.body.append('Putin was here.'));
    await waitForWords(tab, [...WORDS, 'Putin']);
    const own = await openOwnPage(at.reader, 'options.html');
    const id = await own.evaluate(async (url) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { tabs } = (browser ?? chrome) as Api;
      return (await tabs.query({})).find((each) => each.url === url)?.id ?? -1;
    }, page.url);
    const status = (tabId: number): Promise<string> =>
      own.evaluate(async (asked) => {
        const { browser, chrome } = globalThis as unknown as Record<string, Api>;
        return ((browser ?? chrome) as Api).action.getBadgeText({ tabId: asked });
      }, tabId);
    await expect.poll(() => status(id)).toBe('3');
    const out = await own.evaluate(async (tabId) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { tabs } = (browser ?? chrome) as Api;
      // Where it becomes another tab, it is told.
      const { id: now = tabId } = (await tabs.discard(tabId)) ?? {};
      return { now, isOut: (await tabs.get(now)).discarded };
    }, id);
    expect(out.isOut).toBe(true);
    await own.evaluate(async (tabId) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      await ((browser ?? chrome) as Api).tabs.update(tabId, { active: true });
    }, out.now);
    await expect.poll(() => status(out.now)).toBe('2');
    // It may be another page to the driver.
    const pages = await at.reader.browser.driver.pages();
    const anew = pages.find((each) => each.url() === page.url) as Page;
    await waitForWords(anew, WORDS, 'read anew');
    await anew.close();
    await own.close();
  });
}
