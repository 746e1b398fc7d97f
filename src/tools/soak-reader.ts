/**
 * A reader who never tires: reads cards, scrolls, switches, goes to other pages and back,
 * and stays on pages that grow, in many tabs, one act after the other. What they do comes
 * from a seed, so that a run can be had again.
 *
 * The first half of the tabs stays on one page for the whole run: what a session keeps
 * piles up there. The second half goes from page to page.
 */
import type { Page } from 'puppeteer-core';
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import type { SoakPage } from './soak-pages.ts';
import { pressInCard, readCard } from './watch-card.ts';
import { hover, waitForCard, waitForPainted } from './watch-page.ts';

export interface ReaderTab {
  readonly page: Page;
  readonly pages: readonly SoakPage[];
  readonly stays: boolean;
  /** Which of the pages is open. */
  at: number;
  /** What was done in it, the latest last: a fault is told with what came before it. */
  readonly done: string[];
}

export interface SoakReader {
  /**
   * Open a card and close it, all facts not shown: what that brings to a page stays and is no
   * growth, and tabs can be compared that hold the same card.
   */
  rest(tab: ReaderTab): Promise<void>;
  /** Do the next thing. @throws with what was done, if the page does not follow. */
  act(): Promise<Act>;
  /** What is stored now, if nothing got lost on the way. */
  readonly expected: Readonly<Record<string, unknown>>;
}

type Act = keyof typeof SHARES;
/** How often each is done, in parts of all: reading is what readers do, and rest when they are told. */
const SHARES = { read: 10, scroll: 4, toggle: 3, navigate: 3, back: 1, grow: 3, sleep: 1, rest: 0 };

/** Items that are switched, and what they are switched between; undefined: not stored. */
const SWITCHES: readonly (readonly [string, readonly unknown[]])[] = [
  ['on', [false, true]],
  ...ENTITY_IDS.map((id) => [`hidden:${id}`, [true, undefined]] as const),
  ['strength', ['all', 'first']],
  ['ground', ['strong', 'none']],
  ['language', ['nb', 'ar', 'automatic']],
];

export function createSoakReader(
  tabs: readonly ReaderTab[],
  store: (key: string, value: unknown) => Promise<void>,
  stopBackground: () => Promise<unknown>,
  seed: number,
): SoakReader {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const bag = Object.entries(SHARES).flatMap(([act, parts]) => Array(parts).fill(act) as Act[]);
  const expected: Record<string, unknown> = {};

  const acts: Record<Act, (tab: ReaderTab) => Promise<void>> = {
    async read({ page, pages, at }) {
      const mentions = pages[at]?.mentions ?? [];
      if (mentions.length === 0) return;
      const { entity } = pick(mentions);
      const nth = Math.floor(random() * mentions.filter((own) => own.entity === entity).length);
      await hover(page, entity, nth);
      const { text } = await readCard(page, 'chromium');
      const all = /^Show all.*$/m.exec(text)?.[0];
      if (all && random() < 0.3) await pressInCard(page, 'chromium', all);
      await closeCard(page);
    },
    async rest({ page, pages, at }) {
      const [first] = pages[at]?.mentions ?? [];
      if (!first) return;
      await hover(page, first.entity);
      await closeCard(page);
    },
    async scroll({ page }) {
      for (const by of [300, 500, -700]) await page.mouse.wheel({ deltaY: by });
      // A wheel scrolls smoothly: words that still move cannot be pointed at.
      await page.waitForFunction(isAtRest, { polling: 'raf' });
    },
    async toggle({ page, pages, at }) {
      const [key, values] = pick(SWITCHES);
      for (const value of values) {
        await store(key, value);
        if (value === undefined) delete expected[key];
        else expected[key] = value;
        await waitForPainted(page, shownOf(pages[at], expected));
      }
    },
    async navigate(tab) {
      if (tab.stays) return;
      tab.at = (tab.at + 1) % tab.pages.length;
      await open(tab);
    },
    async back(tab) {
      if (tab.stays) return;
      const before = tab.at;
      await open({ ...tab, at: (before + 1) % tab.pages.length });
      await tab.page.goBack({ waitUntil: 'load' });
      await waitForPainted(tab.page, shownOf(tab.pages[before], expected));
    },
    async sleep() {
      await stopBackground();
    },
    async grow({ page, pages, at }) {
      const count = shownOf(pages[at], expected);
      // The longest is a full name: it needs no sentence around it.
      const [name] = (pages[at]?.mentions ?? [])
        .filter(({ entity }) => entity === 'vladimir-putin')
        .map(({ text }) => text)
        .sort((a, b) => b.length - a.length);
      if (!name) return;
      await page.evaluate(addText, name, PARAGRAPHS);
      await waitForPainted(page, count + PARAGRAPHS);
      await page.evaluate(() => document.getElementById('late-news')?.remove());
      await waitForPainted(page, count);
    },
  };

  const perform = async (act: Act, tab: ReaderTab): Promise<void> => {
    await tab.page.bringToFront();
    tab.done.push(act);
    try {
      await acts[act](tab);
    } catch (error) {
      const before = tab.done.slice(-TOLD).join(', ');
      const state = JSON.stringify(await tab.page.evaluate(stateOf).catch(String));
      throw new Error(`${act} on ${tab.page.url()} (${before}; ${state}): ${error}`);
    }
  };

  return {
    expected,
    rest: (tab) => perform('rest', tab),
    async act() {
      const act = pick(bag);
      await perform(act, pick(tabs));
      return act;
    },
  };
}

async function closeCard(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await waitForCard(page, false);
  await page.mouse.move(1, 1);
}

/** Open the tab's page and wait for its mentions. */
export async function open({ page, pages, at }: ReaderTab): Promise<void> {
  const wanted = pages[at];
  if (!wanted) throw new Error(`no page ${at}`);
  await page.goto(wanted.url, { waitUntil: 'load' });
  await waitForPainted(page, wanted.mentions.length);
}

/** How many acts are told with a fault. */
const TOLD = 8;

/** Runs in the page: what a fault is looked into with. */
function stateOf(): Readonly<Record<string, unknown>> {
  const card = document.querySelector('bakteppe-card');
  const sizes = [...(CSS.highlights as unknown as Map<string, Set<Range>>)].map(
    ([name, { size }]) => `${name} ${size}`,
  );
  return {
    seen: document.visibilityState,
    focused: document.hasFocus(),
    card: card ? (card.matches(':popover-open') ? 'open' : 'closed') : 'none',
    hovered: [...document.querySelectorAll(':hover')].at(-1)?.textContent?.slice(0, 60),
    scrolled: scrollY,
    sizes,
  };
}

/** One mention in each paragraph that is added. */
const PARAGRAPHS = 20;

/** Runs in the page at each frame: has it stopped scrolling? */
function isAtRest(): boolean {
  const world = globalThis as { restAt?: number; restFor?: number };
  world.restFor = world.restAt === scrollY ? (world.restFor ?? 0) + 1 : 0;
  world.restAt = scrollY;
  return world.restFor > 20;
}

/** Runs in the page: news comes in, in the page's own words. */
function addText(name: string, count: number): void {
  const late = document.createElement('section');
  late.id = 'late-news';
  for (let n = 0; n < count; n++) {
    const paragraph = document.createElement('p');
    paragraph.textContent = `${n}: ${name}.`;
    late.append(paragraph);
  }
  document.body.append(late);
}

/** How many of the page's mentions are painted with what is stored. */
function shownOf(page: SoakPage | undefined, items: Readonly<Record<string, unknown>>): number {
  if (items.on === false) return 0;
  const isShown = (id: EntityId): boolean => items[`hidden:${id}`] !== true;
  return (page?.mentions ?? []).filter(({ entity }) => isShown(entity)).length;
}

/** Numbers from 0 to 1 that only depend on the seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
