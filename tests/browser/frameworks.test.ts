/**
 * Pages of React, Vue and Svelte that were rendered on a server, are hydrated while mentions
 * are painted and a card is open, and then change their text 600 times in half a minute; after
 * each hundred they hold still until everything is looked at. All
 * of them at the same time, and in both browsers, for that is long.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardIsOpen, hover, painted, waitForPainted } from '../../src/tools/watch-page.ts';
import { mentionsOf } from '../fixtures/frameworks/story.ts';
import { buildFrameworkPage, FRAMEWORKS, type Framework } from './framework-pages.ts';
import {
  finalStory,
  htmlOf,
  open,
  play,
  type Rest,
  restsOf,
  STEPS,
  servePages,
  settled,
  untilOver,
} from './framework-runs.ts';
import { createReader, openOwnPage, type Reader, store } from './reader.ts';

const FAMILIES = ['chromium', 'firefox'] as const;
const EVERY_MS = 50;
/** Marks are the reader's own choice, and told apart sooner: six seconds. */
const MARKED_EVERY_MS = 10;
/** The headline alone changes in every step, and a busy machine reads the rest late. */
const LEAST_PAINTED = 0.3;
/** So many changes, and the page holds still. */
const REST = 100;
const READ = 'read.example.org';
const BARE = 'bare.example.org';

interface Run {
  readonly html: string;
  readonly errors: readonly string[];
}
interface WatchedRun extends Run {
  readonly words: readonly string[];
  readonly rests: readonly Rest[];
  /** As it was hydrated. */
  readonly isCardOpen: boolean;
  /** Painted words that are no mention. */
  readonly wrong: readonly string[];
  /** The share of frames in which something was painted. */
  readonly paintedShare: number;
}
interface MarkedRun extends Run {
  readonly words: readonly string[];
  readonly rests: readonly Rest[];
}
interface Runs {
  readonly bare: Run;
  readonly watched: WatchedRun;
  /** Marks that came after the page was hydrated. */
  readonly marked: MarkedRun;
  /** Marks that were there before. */
  readonly early: MarkedRun;
}

const EXPECTED = mentionsOf(finalStory(STEPS));
const EXPECTED_RESTS: readonly Rest[] = Array.from({ length: STEPS / REST - 1 }, (_, n) => {
  const at = (n + 1) * REST;
  return { at, words: mentionsOf(finalStory(at)) };
});

describe.each(FAMILIES)('in %s', (family) => {
  const of = (framework: Framework): Runs => {
    const found = runs.get(`${family} ${framework}`);
    if (!found) throw new Error(`${framework} was not run`);
    return found;
  };

  test.each(FRAMEWORKS)('%s: no error more, the same page, the right words', (framework) => {
    const { bare, watched } = of(framework);
    expect(watched.isCardOpen).toBe(true);
    expect(watched.errors).toEqual(bare.errors);
    expect(watched.rests).toEqual(EXPECTED_RESTS);
    expect(watched.wrong).toEqual([]);
    expect(watched.html).toBe(bare.html);
    expect(watched.words).toEqual(EXPECTED);
    expect(watched.paintedShare).toBeGreaterThan(LEAST_PAINTED);
  });

  test.each(FRAMEWORKS)('%s with marks: no error more, the same page once they go', (framework) => {
    const { bare, marked } = of(framework);
    expect(marked.errors).toEqual(bare.errors);
    expect(marked.rests).toEqual(EXPECTED_RESTS);
    expect(marked.words).toEqual(EXPECTED);
    expect(marked.html).toBe(bare.html);
  });

  // The framework says what it found, draws its page anew, and all is well from then on; React then
  // has its script elsewhere, and Svelte other comments.
  test.each(FRAMEWORKS)(
    '%s with marks before it is hydrated: told of once, then as ever',
    (framework) => {
      const { bare, early } = of(framework);
      expect(early.errors.filter((error) => !/hydrat/i.test(error))).toEqual(bare.errors);
      expect(early.rests).toEqual(EXPECTED_RESTS);
      expect(early.words).toEqual(EXPECTED);
      expect(shownOf(early.html)).toBe(shownOf(bare.html));
    },
  );
});

/** The body without scripts and comments. */
function shownOf(html: string): string {
  return html.replace(/^.*<body/s, '<body').replace(/<!--.*?-->|<script.*?<\/script>/gs, '');
}

const runs = new Map<string, Runs>();
const readers: Reader[] = [];

beforeAll(async () => {
  const pages = await Promise.all(FRAMEWORKS.map(buildFrameworkPage));
  await Promise.all(
    FAMILIES.map(async (family) => {
      const reader = await createReader(family);
      readers.push(reader);
      const own = await openOwnPage(reader, 'options.html');
      await store(own, { where: 'all', [`site:${BARE}`]: 'off' });
      servePages(reader, [READ, BARE], pages);
      const watching = await prepareWatched(reader);
      const bare = await runBare(reader);
      const watched = await Promise.all(watching);
      const marked = await runMarked(reader, own, false);
      const early = await runMarked(reader, own, true);
      for (const [at, framework] of FRAMEWORKS.entries()) {
        const of = <Kind>(all: readonly Kind[]): Kind => all[at] as Kind;
        runs.set(`${family} ${framework}`, {
          bare: of(bare),
          watched: of(watched),
          marked: of(marked),
          early: of(early),
        });
      }
    }),
  );
}, 420_000);

afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
});

/** Open one after the other, for only one page has the pointer; what is returned runs together. */
async function prepareWatched(reader: Reader): Promise<Promise<WatchedRun>[]> {
  const opened: Awaited<ReturnType<typeof open>>[] = [];
  for (const framework of FRAMEWORKS) {
    const { tab, errors } = await open(reader, `http://${READ}/${framework}`);
    await waitForPainted(tab);
    await tab.bringToFront();
    await hover(tab, 'vladimir-putin');
    opened.push({ tab, errors });
  }
  return opened.map(async ({ tab, errors }) => {
    await watchFrames(tab);
    const isCardOpen = await cardIsOpen(tab);
    await play(tab, EVERY_MS, REST);
    const read = async (): Promise<string[]> => (await painted(tab)).map(({ text }) => text);
    const rests = await restsOf(tab, REST, read);
    await untilOver(tab);
    const words = await settled(read, EXPECTED);
    const seen = await tab.evaluate(() => {
      const { wrong, frames, empty } = globalThis as unknown as Watched;
      return { wrong: [...wrong], paintedShare: 1 - empty / frames };
    });
    const run = { ...seen, isCardOpen, rests, words, errors, html: await htmlOf(tab) };
    await tab.close();
    return run;
  });
}

/** Without us, the same states may pass at once. */
async function runBare(reader: Reader): Promise<Run[]> {
  return Promise.all(
    FRAMEWORKS.map(async (framework) => {
      const { tab, errors } = await open(reader, `http://${BARE}/${framework}`);
      await play(tab, 0);
      await untilOver(tab);
      const run = { html: await htmlOf(tab), errors };
      await tab.close();
      return run;
    }),
  );
}

/** Marks from before or after hydrating on, and taken out at the end. */
async function runMarked(reader: Reader, own: Page, isEarly: boolean): Promise<MarkedRun[]> {
  const untilMarks = (tab: Page, are: boolean) =>
    tab.waitForFunction(
      (wanted) => (document.querySelector('mark[data-bakteppe]') !== null) === wanted,
      { polling: 20 },
      are,
    );
  if (isEarly) await store(own, { painter: 'marks' });
  const opened = await Promise.all(
    FRAMEWORKS.map((framework) => open(reader, `http://${READ}/${framework}`)),
  );
  if (isEarly) await Promise.all(opened.map(({ tab }) => untilMarks(tab, true)));
  await Promise.all(opened.map(({ tab }) => play(tab, MARKED_EVERY_MS, REST)));
  if (!isEarly) await store(own, { painter: 'marks' });
  const seen = await Promise.all(
    opened.map(async ({ tab }) => {
      const read = (): Promise<string[]> => markedWords(tab);
      const rests = await restsOf(tab, REST, read);
      await untilOver(tab);
      return { rests, words: await settled(read, EXPECTED) };
    }),
  );
  await store(own, { painter: 'automatic' });
  return Promise.all(
    opened.map(async ({ tab, errors }, at) => {
      await untilMarks(tab, false);
      const run = { ...(seen[at] as (typeof seen)[number]), html: await htmlOf(tab), errors };
      await tab.close();
      return run;
    }),
  );
}

/** A name in several text nodes has a mark in each: those that stand side by side are one. */
function markedWords(tab: Page): Promise<string[]> {
  return tab.evaluate(() => {
    const words = [...document.querySelectorAll('mark[data-bakteppe]')].map((m) => m.textContent);
    return words.join('').match(/Vladimir Putin|Kim Jong-un|.+?/g) ?? [];
  });
}

interface Watched {
  wrong: Set<string>;
  frames: number;
  empty: number;
}

/** From now on, look at what is painted at the end of each frame. */
function watchFrames(tab: Page): Promise<void> {
  return tab.evaluate(() => {
    const seen: Watched = Object.assign(globalThis, {
      wrong: new Set<string>(),
      frames: 0,
      empty: 0,
    });
    const look = (): void => {
      let count = 0;
      for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
        if (!name.startsWith('bakteppe-') || name === 'bakteppe-active') continue;
        for (const range of highlight) {
          const words = String(range);
          if (words !== '') count++;
          if (!['', 'Vladimir Putin', 'Kim Jong-un'].includes(words)) seen.wrong.add(words);
        }
      }
      seen.frames++;
      if (count === 0) seen.empty++;
      requestAnimationFrame(() => setTimeout(look));
    };
    requestAnimationFrame(() => setTimeout(look));
  });
}
