/**
 * Whatever lies in the storage in a setting's place: it is the default then, and all beside it stay as
 * they were set, in the options, on a page, in the toolbar and its popup, in the storage and in sync.
 */
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SYNC_RECORD } from '../../src/extension/sync-record.ts';
import {
  clearStorage,
  createReader,
  fixture,
  openOwnPage,
  openPopup,
  type Reader,
  store,
  stored,
} from './reader.ts';
import { waitForBadge } from './reader-acts.ts';

type Api = typeof import('wxt/browser').browser;
type Items = Readonly<Record<string, unknown>>;
const article = fixture('en-article');
const others = article.mentions.filter(({ entity }) => entity !== 'kim-jong-un');
const CORRUPTIONS = 200;
/** Every so many times page, toolbar and popup are looked at too. */
const LOOK_EVERY = 20;

/** By key: what is stored, what the options show then, and what they show of the default. */
const SETTINGS: Readonly<Record<string, readonly [stored: unknown, shown: string, usual: string]>> =
  {
    where: ['all', 'where all', 'where news'],
    strength: ['all', 'strength all', 'strength first'],
    ground: ['strong', 'ground strong', 'ground none'],
    painter: ['marks', 'painter marks', 'painter automatic'],
    language: ['ko', 'language ko', 'language automatic'],
    delay: [600, 'delay 600', 'delay 320'],
    pinByClick: [true, 'pinned by a click', ''],
    'hidden:kim-jong-un': [true, '', 'Kim Jong-un'],
    'hidden:partnership-treaty': [false, 'the treaty', 'the treaty'],
    'site:vg.no': ['off', 'vg.no', ''],
    'site:*.nrk.no': ['on', '*.nrk.no', ''],
    // The options do not show it; page and popup do.
    on: [true, '', ''],
  };
const KEYS = Object.keys(SETTINGS);
const ITEMS: Items = Object.fromEntries(KEYS.map((key) => [key, SETTINGS[key]?.[0]]));

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let options: Page;
  let tab: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    options = await openOwnPage(reader, 'options.html');
    tab = await reader.open(article);
  });
  afterEach(() => clearStorage(options));
  afterAll(async () => {
    await reader?.close();
  });

  /** Write it all at once, beside a site that no case had before: what is shown with it is of now. */
  const write = (items: Items, turn: number): Promise<void> =>
    options.evaluate(
      async (all, at) => {
        const { browser, chrome } = globalThis as unknown as Record<string, Api>;
        const { local } = ((browser ?? chrome) as Api).storage;
        await local.remove(`site:turn${at - 1}.example`);
        await local.set({ ...all, [`site:turn${at}.example`]: 'on' });
      },
      items,
      turn,
    );
  const seesOptions = (corrupt: Items, turn: number): Promise<void> => {
    const lines = KEYS.map((key) => SETTINGS[key]?.[key in corrupt ? 2 : 1]);
    return expect
      .poll(() => shownIn(options), { interval: 10, message: `${turn} ${JSON.stringify(corrupt)}` })
      .toEqual(
        [...lines, `turn${turn}.example`].filter(Boolean).sort(),
      ) as unknown as Promise<void>;
  };
  const seesPageAndPopup = async (corrupt: Items): Promise<void> => {
    const isHidden = !('hidden:kim-jong-un' in corrupt);
    const mentions = isHidden ? others : article.mentions;
    const message = JSON.stringify(corrupt);
    await tab.bringToFront();
    await expect
      .poll(() => highlighted(tab), { message })
      .toEqual({
        how: 'painter' in corrupt ? 'highlights' : 'marks',
        entities: [...new Set(mentions.map(({ entity }) => entity))].sort(),
      });
    await waitForBadge(options, article.url, String(mentions.length));
    const popup = await openPopup(reader, tab);
    const switches = (): Promise<boolean[]> =>
      popup.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('.switch input')].map((one) => one.checked),
      );
    await expect.poll(switches, { message }).toEqual([true, !isHidden, true, true]);
    await popup.close();
    await options.bringToFront();
  };

  test('200 on a device without sync', { timeout: 180_000 }, async () => {
    await store(options, { sync: false });
    await options.bringToFront();
    for (const [turn, corrupt] of corruptions([...KEYS, SYNC_RECORD]).entries()) {
      await write({ ...ITEMS, ...corrupt }, turn);
      await seesOptions(corrupt, turn);
      const { [SYNC_RECORD]: _, ...items } = { ...ITEMS, ...corrupt };
      expect(await stored(options)).toEqual({
        ...items,
        sync: false,
        [`site:turn${turn}.example`]: 'on',
      });
      if (turn % LOOK_EVERY === 0) await seesPageAndPopup(corrupt);
    }
  });

  test('200 on a device with sync, which mends them', { timeout: 180_000 }, async () => {
    const agreed = await beginInSync();
    for (const [turn, corrupt] of corruptions(KEYS).entries()) {
      const message = `${turn} ${JSON.stringify(corrupt)}`;
      await store(options, corrupt);
      await expect.poll(() => stored(options), { interval: 10, message }).toEqual(agreed);
      expect(await stored(options, 'sync')).toEqual(agreed);
      if (turn % LOOK_EVERY === 0) await seesPageAndPopup({});
    }
    await seesOptions({}, 0);
  });

  // Chromium takes no more than 120 writings a minute, and each costs three.
  test('30 in sync, which leave the device alone', { timeout: 180_000 }, async () => {
    await beginInSync();
    for (const [at, corrupt] of corruptions([...KEYS, 'format'])
      .slice(0, 30)
      .entries()) {
      const turn = at + 1;
      const message = `${turn} ${JSON.stringify(corrupt)}`;
      await store(options, corrupt, 'sync');
      await write({}, turn);
      // Once sync has the turn, both were compared.
      const turns = async (): Promise<string[]> =>
        Object.keys(await stored(options, 'sync')).filter((key) => key.startsWith('site:turn'));
      const turnKey = `site:turn${turn}.example`;
      await expect.poll(turns, { interval: 10, message }).toEqual([turnKey]);
      expect(await stored(options), message).toEqual({ ...ITEMS, [turnKey]: 'on' });
      await seesOptions({}, turn);
      if (turn % LOOK_EVERY === 0) await seesPageAndPopup({});
    }
  });
  /** What is set here, sync has too, and that is known. */
  const beginInSync = async (): Promise<Items> => {
    await write(ITEMS, 0);
    const agreed = { ...ITEMS, 'site:turn0.example': 'on' };
    await expect.poll(() => stored(options, 'sync')).toEqual(agreed);
    await expect.poll(() => agreedOn(options)).toEqual(agreed);
    await options.bringToFront();
    return agreed;
  };

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});

/** What the options say that the settings are. */
function shownIn(options: Page): Promise<string[]> {
  return options.evaluate(() => {
    const groups = ['where', 'strength', 'ground', 'painter'];
    const chosen = [...document.querySelectorAll('.choices')].map(
      (group, at) => `${groups[at]} ${group.querySelector<HTMLInputElement>(':checked')?.value}`,
    );
    const selected = ['language', 'delay'].map((name) => {
      const select = document.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
      return `${name} ${select?.value}`;
    });
    const names: [start: string, name: string][] = [
      ['Kim', 'Kim Jong-un'],
      ['Russia–North', 'the treaty'],
      ['A click', 'pinned by a click'],
    ];
    const switched = [...document.querySelectorAll('.switch')]
      .filter((one) => one.querySelector('input')?.checked)
      .flatMap(
        ({ textContent }) => names.find(([start]) => textContent?.startsWith(start))?.[1] ?? [],
      );
    const sites = [...document.querySelectorAll('.sites li bdi')].map(
      (site) => site.textContent ?? '',
    );
    return [...chosen, ...selected, ...switched, ...sites].sort();
  });
}

/** Whose mentions are seen, and how. */
function highlighted(tab: Page): Promise<{ how: string; entities: string[] }> {
  return tab.evaluate(() => {
    const marks = [...document.querySelectorAll('mark[data-bakteppe]')];
    const marked = marks.map((mark) => mark.getAttribute('data-bakteppe') ?? '');
    const painted: string[] = [];
    for (const [name, { size }] of CSS.highlights as unknown as Map<string, { size: number }>) {
      if (/^bakteppe-(?!active)/.test(name) && size > 0)
        painted.push(name.replace('bakteppe-', ''));
    }
    const how = [marked.length > 0 && 'marks', painted.length > 0 && 'highlights'];
    return {
      how: how.filter(Boolean).join(' and '),
      entities: [...new Set([...marked, ...painted])].sort(),
    };
  });
}

/** What this device notes that it and sync agreed on. */
function agreedOn(own: Page): Promise<unknown> {
  return own.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    const { synced } = await ((browser ?? chrome) as Api).storage.local.get('synced');
    return (synced as { agreed?: object } | undefined)?.agreed;
  });
}

/** For some of the keys what none of them may hold; the same every time. */
function corruptions(keys: readonly string[]): Items[] {
  const json = fc.jsonValue({ maxDepth: 2 });
  // What JSON holds: that is what can lie in a storage.
  const value = fc.oneof(
    fc.constantFrom<unknown>('', 'perhaps', 'ON', 'en-GB', -1, 0.5, 1e9, null),
    json.map((inner) => [inner]),
    json.map((inner) => ({ on: inner })),
    fc.string().map((text) => `!${text}`),
  );
  const one = fc.dictionary(fc.constantFrom(...keys), value, { minKeys: 1, maxKeys: 6 });
  return JSON.parse(JSON.stringify(fc.sample(one, { numRuns: CORRUPTIONS, seed: 8 })));
}
