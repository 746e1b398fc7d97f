/**
 * Until a mention is painted a page cannot tell that we are there: whatever it can observe is
 * compared, in its own world, with and without the extension.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ENTITY_IDS } from '../../src/core/model.ts';
import { waitForPainted } from '../../src/tools/watch-page.ts';
import {
  clearStorage,
  createReader,
  type Fixture,
  fixture,
  openOwnPage,
  openPopup,
  pastDelay,
  type Reader,
  store,
  waitForText,
} from './reader.ts';

/** A name that has a session read the page, and no mention; in an open root of the page's, too. */
const NAMESAKES = `<p>Lyudmila Putina spoke at length.</p>
<section><template shadowrootmode="open"><p>Lyudmila Putina spoke again.</p></template></section>`;

/** Files of ours that a page may ask for, if it knows where we live. */
const FILES = [
  'manifest.json',
  'session.js',
  'scout.js',
  'icons/icon-16.png',
  'popup.html',
  'texts/en.js',
];

/** All settings that have nothing to do with lines; a site the page is not on, among them. */
const UNSEEN = {
  ...{ language: 'ko', delay: 1000, pinByClick: true, sync: false, where: 'all' },
  ...{ 'site:vg.no': 'off', 'site:*.nrk.no': 'on' },
};

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let bare: Reader;
  beforeAll(async () => {
    [reader, bare] = await Promise.all([
      createReader(family),
      createReader(family, { bare: true }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([reader?.close(), bare?.close()]);
  });

  const open = async (where: Reader, page: Fixture): Promise<Page> => {
    const guesses = FILES.map((file) => `${reader.browser.origin}/${file}`);
    const spy = `<style>:root { --bakteppe-gone: 1 }</style><script>(${spyOn})(${JSON.stringify(guesses)})</script>`;
    return where.open({ ...page, html: page.html.replace('<head>', () => `<head>${spy}`) });
  };

  test('a page without a mention sees nothing, however long it looks', async () => {
    const page = fixture('no-mention');
    const [tab, other] = await Promise.all([open(reader, page), open(bare, page)]);
    // Asked by the popup we have judged the page, and say that there is nothing.
    const popup = await openPopup(reader, tab);
    await waitForText(popup, 'No mention of');
    await popup.close();
    const [seen, without] = await Promise.all([lookNow(tab), lookNow(other)]);
    expect(seen.shown).toEqual(without.shown);
    expect(seen.answers).toEqual(FILES.map(() => 'refused'));
    await Promise.all([tab.close(), other.close()]);
  });

  test('a page with mentions sees nothing up to the frame in which the first is painted', async () => {
    const page = fixture('en-article');
    const [tab, other] = await Promise.all([open(reader, page), open(bare, page)]);
    const { before, after } = await framesOf(tab);
    const { shown } = await lookNow(other);
    expect(before.length).toBeGreaterThan(0);
    for (const seen of before) expect(JSON.parse(seen)).toEqual(shown);
    // The spy is no blind one: it sees the painting.
    expect(JSON.parse(after[0] ?? '')).not.toEqual(shown);
    await Promise.all([tab.close(), other.close()]);
  });

  test.each([
    [
      'names that are none of ours',
      { html: fixture('no-mention').html.replace('</article>', `${NAMESAKES}</article>`) },
      {},
    ],
    [
      'mentions, all of them hidden',
      { html: fixture('en-article').html },
      Object.fromEntries(ENTITY_IDS.map((id) => [`hidden:${id}`, true])),
    ],
  ])('a page that wakes us and has nothing painted sees nothing: %s', async (_, page, hidden) => {
    const own = await openOwnPage(reader, 'options.html');
    onTestFinished(async () => {
      await clearStorage(own);
      await own.close();
    });
    await store(own, { ground: 'strong', ...hidden });
    const whole = { ...fixture('no-mention'), ...page };
    const [tab, other] = await Promise.all([open(reader, whole), open(bare, whole)]);
    await waitForSession(own, whole.url);
    // What is looked at once a second was looked at.
    await pastDelay(own, 1000);
    const [seen, without] = await Promise.all([lookNow(tab), lookNow(other)]);
    expect(seen.shown).toEqual(without.shown);
    // Nor once the setting changes.
    await store(own, { ground: 'light' });
    await pastDelay(own, 500);
    expect((await lookNow(tab)).shown).toEqual(seen.shown);
    await Promise.all([tab.close(), other.close()]);
  });

  test('a page with mentions sees the same under any settings that change no line', async () => {
    const own = await openOwnPage(reader, 'options.html');
    onTestFinished(async () => {
      await clearStorage(own);
      await own.close();
    });
    const page = fixture('en-article');
    const seenWith = async (settings: Record<string, unknown>) => {
      await clearStorage(own);
      await store(own, settings);
      const tab = await open(reader, page);
      await framesOf(tab);
      // What is looked at once a second was looked at.
      await pastDelay(own, 1000);
      const { shown } = await lookNow(tab);
      const drawn = await drawnOn(tab);
      await tab.close();
      return { shown, drawn };
    };
    const plainly = await seenWith({});
    expect(plainly.drawn.rules.length).toBeGreaterThan(0);
    expect(await seenWith(UNSEEN)).toEqual(plainly);
    // Not blind to what can be seen.
    const grounded = await seenWith({ ground: 'strong' });
    expect(grounded.drawn).not.toEqual(plainly.drawn);
  });

  test('no message, error or report of ours comes to the page', async () => {
    const page = fixture('en-article');
    const tab = await open(reader, page);
    await waitForPainted(tab, page.mentions.length);
    const { shown, entries } = await lookNow(tab);
    expect(shown.heard).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry) => /bakteppe|extension:/i.test(entry))).toEqual([]);
    await tab.close();
  });
});

/** What a page can read of how mentions are drawn; names that are drawn by lot are alike. */
function drawnOn(page: Page): Promise<{ rules: string[]; entries: string[] }> {
  return page.evaluate(() => ({
    rules: document.adoptedStyleSheets.flatMap(({ cssRules }) =>
      [...cssRules].map(({ cssText }) => cssText.replaceAll(/--0\w+/g, '--lot')),
    ),
    entries: [...(CSS.highlights as unknown as Iterable<[string, Set<Range>]>)].map(
      ([name, ranges]) => `${name} ${[...ranges].map(String)}`,
    ),
  }));
}

/** A session of ours is on that page: nothing else on it answers this. */
async function waitForSession(own: Page, url: string): Promise<void> {
  const ask = (): Promise<boolean> =>
    own.evaluate(async (wanted) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        typeof import('wxt/browser').browser
      >;
      const { tabs } = (browser ?? chrome) as typeof import('wxt/browser').browser;
      const tab = (await tabs.query({})).find((other) => other.url === wanted);
      const answer = tab?.id && tabs.sendMessage(tab.id, { type: 'mentions?' });
      return Boolean(await Promise.resolve(answer).catch(() => undefined));
    }, url);
  await expect.poll(ask, { timeout: 15_000 }).toBe(true);
}

interface Shown {
  readonly tree: string;
  readonly keys: readonly string[];
  /** Of the document, and of the open roots in it. */
  readonly sheets: readonly number[];
  readonly highlights: number;
  readonly looks: readonly string[];
  /** Functions of the page's world that were called, and how often. */
  readonly calls: Readonly<Record<string, number>>;
  readonly records: readonly string[];
  readonly heard: readonly string[];
}

interface Look {
  readonly shown: Shown;
  /** What the browser measured of the page; times differ from run to run. */
  readonly entries: readonly string[];
  /** What came of asking for our files. */
  readonly answers: readonly string[];
}

function lookNow(page: Page): Promise<Look> {
  return page.evaluate(async () => {
    const { spied } = globalThis as unknown as {
      spied: { look(): Shown; entries: string[]; answers: Promise<string[]> };
    };
    const answers = await spied.answers;
    return { shown: spied.look(), entries: spied.entries, answers };
  });
}

interface Frames {
  readonly before: string[];
  readonly after: string[];
}

/** What the page's spy noted in each frame, once there is a frame with something painted. */
async function framesOf(page: Page): Promise<Frames> {
  const count = () =>
    page.evaluate(() => (globalThis as unknown as { spied: { after: [] } }).spied.after.length);
  // Asked from outside: the driver's own waiting would call functions of the page's world.
  await expect.poll(count, { timeout: 15_000 }).toBeGreaterThan(0);
  return page.evaluate(() => {
    const { before, after } = (globalThis as unknown as { spied: Frames }).spied;
    return { before, after };
  });
}

/** Runs in the page before all else: traps what we might use, and notes what can be seen. */
function spyOn(guesses: readonly string[]): void {
  const calls: Record<string, number> = {};
  const records: string[] = [];
  const heard: string[] = [];
  const entries: string[] = [];
  // `push` is trapped itself.
  const note = (list: string[], item: string): void => {
    list[list.length] = item;
  };
  const trap = (name: string, prototype: object | undefined, keys: readonly string[]): void => {
    for (const key of keys) {
      const own = prototype && Object.getOwnPropertyDescriptor(prototype, key);
      if (!prototype || typeof own?.value !== 'function') continue;
      const { value } = own;
      Object.defineProperty(prototype, key, {
        ...own,
        value(this: unknown, ...args: unknown[]) {
          calls[`${name}.${key}`] = (calls[`${name}.${key}`] ?? 0) + 1;
          return value.apply(this, args);
        },
      });
    }
  };
  const names = Object.getOwnPropertyNames;
  for (const type of ['message', 'error', 'unhandledrejection', 'securitypolicyviolation']) {
    addEventListener(type, (event) =>
      note(heard, `${type} ${(event as ErrorEvent).message ?? ''}`),
    );
  }
  for (const type of PerformanceObserver.supportedEntryTypes ?? []) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entries, JSON.stringify(entry));
    }).observe({ type, buffered: true });
  }
  new MutationObserver((list) => {
    for (const { type, target, attributeName } of list) {
      if (document.readyState === 'complete') {
        note(records, `${type} ${target.nodeName} ${attributeName ?? ''}`);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const answers = Promise.all(
    guesses.map((url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => `there: ${url}`,
        () => 'refused',
      ),
    ),
  );

  // The page's own use of these is the same with and without us, and ours would come on top.
  trap('Range', Range.prototype, names(Range.prototype));
  trap('Highlight', globalThis.HighlightRegistry?.prototype, ['set', 'get', 'has', 'delete']);
  trap('Document', Document.prototype, [
    ...['createRange', 'createTreeWalker', 'createElement', 'caretPositionFromPoint'],
    ...['caretRangeFromPoint', 'getSelection', 'elementFromPoint', 'elementsFromPoint'],
    ...['querySelector', 'querySelectorAll', 'adoptNode'],
  ]);
  trap('Element', Element.prototype, [
    ...['attachShadow', 'getBoundingClientRect', 'getClientRects', 'closest', 'matches'],
    ...['checkVisibility', 'querySelectorAll', 'setAttribute', 'append'],
  ]);
  trap('EventTarget', EventTarget.prototype, ['addEventListener', 'dispatchEvent']);
  trap('MutationObserver', MutationObserver.prototype, ['observe', 'takeRecords']);
  trap('RegExp', RegExp.prototype, ['exec', 'test']);
  trap('Map', Map.prototype, ['set', 'get']);
  trap('Array', Array.prototype, ['push', 'filter', 'some', 'includes']);
  trap('JSON', JSON, ['parse']);
  trap('window', globalThis, ['getComputedStyle', 'requestIdleCallback', 'matchMedia']);

  const looksOf = (element: Element): string => {
    const style = getComputedStyle(element);
    // A property of the page's own by a name that is in our source.
    const sentinel = style.getPropertyValue('--bakteppe-gone');
    const { color, backgroundColor, textDecoration, font } = style;
    return [color, backgroundColor, textDecoration, font, sentinel].join();
  };
  const look = (): Shown => {
    const before = { ...calls };
    const root = document.documentElement;
    const open = [...document.querySelectorAll('section')].flatMap(
      ({ shadowRoot }) => shadowRoot ?? [],
    );
    const seen = {
      tree: root.outerHTML,
      // Sorted: Firefox lists its interfaces in the order of first use, by whichever script; so
      // every extension that reads pages leaves a trace there (docs/threat-model.md).
      keys: names(globalThis).sort(),
      sheets: [document, ...open].map(
        ({ styleSheets, adoptedStyleSheets }) => styleSheets.length + adoptedStyleSheets.length,
      ),
      highlights: CSS.highlights.size,
      looks: [root, ...document.querySelectorAll('p')].map(looksOf),
      calls: before,
      records: [...records],
      heard: [...heard],
    };
    for (const key of Object.keys(calls)) delete calls[key];
    Object.assign(calls, before);
    return seen;
  };
  const spied = { before: [] as string[], after: [] as string[], look, entries, answers };
  Object.assign(globalThis, { spied });
  const frame = (): void => {
    const now = JSON.stringify(look());
    const isPainted = CSS.highlights.size > 0;
    if (document.readyState === 'complete') note(isPainted ? spied.after : spied.before, now);
    if (!isPainted) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
