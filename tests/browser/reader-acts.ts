/**
 * What a reader does for which the background is needed, each with what comes of it: for tests that
 * take the background away meanwhile.
 */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { EntityId } from '../../src/core/model.ts';
import { pressCommand } from '../../src/tools/press-command.ts';
import { pressInCard, readCard } from '../../src/tools/watch-card.ts';
import { hover, waitForPainted } from '../../src/tools/watch-page.ts';
import { movingPage } from './moving/words.ts';
import {
  clearStorage,
  fixture,
  openPopup,
  type Reader,
  store,
  stored,
  waitForText,
} from './reader.ts';

type Api = typeof import('wxt/browser').browser;

/** Where it happens: a tab with an article, and a page of our own behind it. */
export interface Scene {
  readonly reader: Reader;
  readonly tab: Page;
  readonly own: Page;
  /** Wake the background. */
  wake(): Promise<void>;
}

export interface Act {
  /** From a page that was just painted to right before it. */
  ready?(scene: Scene): Promise<unknown>;
  run(scene: Scene): Promise<unknown>;
  /** Wait for what comes of it. */
  seen(scene: Scene): Promise<unknown>;
  /** Another page than the article is in the tab then. */
  leave?(scene: Scene): Promise<unknown>;
  /** How long the background is at work when it is ended, in ms; none where it has no part in it. */
  readonly atWork?: readonly number[];
}

export const article = fixture('en-article');
/** Kept through all of it. */
export const KEPT = { 'site:kept.example': 'off', strength: 'all' };
const others = article.mentions.filter(({ entity }) => entity !== 'kim-jong-un');
const site = new URL(article.url).hostname.replace(/^www\./, '');
const framed = movingPage('framed');
const story = movingPage('framed-story');
const FRAMED_MENTIONS = '3';

/** The article as it is when it was just read, nothing set but what is kept. */
export async function begin({ tab, own }: Scene): Promise<void> {
  await clearStorage(own);
  await store(own, KEPT);
  await tab.bringToFront();
  // Off the words: a card would open by itself.
  await tab.mouse.move(1, 1);
  await tab.goto(article.url, { waitUntil: 'domcontentloaded' });
  await waitForPainted(tab, article.mentions.length);
  await waitForBadge(own, article.url, String(article.mentions.length));
}

/** Until the toolbar says this of the page. */
export async function waitForBadge(own: Page, url: string, text: string): Promise<void> {
  const badge = (): Promise<string> =>
    own.evaluate(async (address) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { tabs, action } = (browser ?? chrome) as Api;
      const [found] = await tabs.query({ url: address });
      return action.getBadgeText({ tabId: found?.id ?? -1 });
    }, url);
  await expect.poll(badge, { message: 'the toolbar' }).toBe(text);
}

const says = ({ tab, reader }: Scene, text: string): Promise<void> =>
  expect
    .poll(async () => (await readCard(tab, reader.family)).text, { interval: 50 })
    .toContain(text) as unknown as Promise<void>;
const holds = ({ own }: Scene, items: object, area?: 'sync'): Promise<void> =>
  expect
    .poll(() => stored(own, area), { message: area ?? 'here' })
    .toEqual({ ...KEPT, ...items }) as unknown as Promise<void>;
const press = ({ tab, reader }: Scene, name: string): Promise<void> =>
  pressInCard(tab, reader.family, name);

async function openCard(scene: Scene, entity: EntityId): Promise<void> {
  await hover(scene.tab, entity);
  await says(scene, 'June 2024');
}
async function openMenu(scene: Scene, entity: EntityId): Promise<void> {
  await openCard(scene, entity);
  await press(scene, 'More');
}

/** Ids of the tabs with the library of a card. */
const libraries = ({ own }: Scene): Promise<number[]> =>
  own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
    return tabs.flatMap(({ id, url }) => (url?.includes('/library.html?about') && id) || []);
  });

let popup: Page | undefined;

export const ACTS: Readonly<Record<string, Act>> = {
  'comes to an article': {
    run: ({ tab }) => tab.goto(article.url, { waitUntil: 'domcontentloaded' }),
    async seen({ tab, own }) {
      await waitForPainted(tab, article.mentions.length);
      await waitForBadge(own, article.url, String(article.mentions.length));
    },
  },
  'comes to a page with articles in frames': {
    async ready({ reader: { server } }) {
      server.serve(framed.url, { body: framed.html });
      server.serve(story.url, { body: story.html });
    },
    run: ({ tab }) => tab.goto(framed.url, { waitUntil: 'domcontentloaded' }),
    seen: ({ own }) => waitForBadge(own, framed.url, FRAMED_MENTIONS),
  },
  'comes to an article and opens a card': {
    // The card and its texts are brought as soon as there is a mention.
    async run({ tab }) {
      await tab.goto(article.url, { waitUntil: 'domcontentloaded' });
      await hover(tab, 'vladimir-putin');
    },
    atWork: [40, 80, 120, 160],
    seen: (scene) => says(scene, 'June 2024'),
  },
  'asks for the original': {
    ready: (scene) => openCard(scene, 'kim-jong-un'),
    run: (scene) => press(scene, 'Original: Norwegian'),
    seen: (scene) => says(scene, 'Nord-Korea'),
  },
  'switches the language of the card': {
    ready: (scene) => openCard(scene, 'vladimir-putin'),
    async run(scene) {
      await press(scene, 'Language of the card');
      await scene.tab.keyboard.type('norsk b');
      await scene.tab.keyboard.press('Enter');
    },
    async seen(scene) {
      await says(scene, 'Russlands president');
      await holds(scene, { language: 'nb' });
    },
  },
  'hides an entity': {
    ready: (scene) => openMenu(scene, 'kim-jong-un'),
    run: (scene) => press(scene, 'Stop highlighting Kim Jong-un'),
    async seen(scene) {
      await waitForPainted(scene.tab, others.length);
      await waitForBadge(scene.own, article.url, String(others.length));
      await holds(scene, { 'hidden:kim-jong-un': true });
    },
  },
  'switches the site off': {
    ready: (scene) => openMenu(scene, 'vladimir-putin'),
    run: (scene) => press(scene, `Switch off on ${site}`),
    async seen(scene) {
      await waitForPainted(scene.tab, 0);
      await holds(scene, { [`site:${site}`]: 'off' });
    },
  },
  'opens the library from the card': {
    ready: (scene) => openMenu(scene, 'vladimir-putin'),
    run: (scene) => press(scene, 'Open all facts'),
    // Ended between opening it and saying so, the background is asked again: two are better than none.
    seen: (scene) => expect.poll(() => libraries(scene)).not.toEqual([]),
    leave: async (scene) => {
      const ids = await libraries(scene);
      await scene.own.evaluate(async (found) => {
        const { browser, chrome } = globalThis as unknown as Record<string, Api>;
        await (browser ?? chrome)?.tabs.remove(found);
      }, ids);
    },
  },
  'looks at the list in the popup': {
    // The page is asked, and answers.
    atWork: [],
    async run({ reader, tab }) {
      popup = await openPopup(reader, tab);
    },
    async seen() {
      await waitForText(popup as Page, 'Mentions on this page');
    },
    leave: async () => popup?.close(),
  },
  'goes to the next mention by key': {
    async run({ reader, wake }) {
      // Chromium has no way to press it where nobody listens; there it ends with who listened.
      if (reader.family === 'chromium') await wake();
      await pressCommand(reader.browser, 'next').catch(() => undefined);
    },
    async seen({ tab, reader, wake }) {
      const isThere = (): Promise<boolean> =>
        tab.evaluate(() => (CSS.highlights.get('bakteppe-active')?.size ?? 0) > 0);
      await expect
        .poll(async () => {
          if (await isThere()) return true;
          // A key that was being obeyed as we ended is lost, as in any program: the next one counts.
          await wake();
          await pressCommand(reader.browser, 'next');
          return isThere();
        })
        .toBe(true);
    },
  },
  'sets what goes to sync': {
    run: ({ own }) => store(own, { ground: 'light', 'site:vg.no': 'off' }),
    async seen(scene) {
      await holds(scene, { ground: 'light', 'site:vg.no': 'off' });
      // Whatever wakes us next finds what was left.
      await scene.wake();
      await holds(scene, { ground: 'light', 'site:vg.no': 'off' }, 'sync');
    },
  },
};
