/**
 * Settings on two devices: this one, and whoever else writes into the browser's sync. On the
 * browsers' real storage, their limits included.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { evaluateInWindow } from '../../src/tools/press-command.ts';
import { waitForPainted } from '../../src/tools/watch-page.ts';
import {
  clearStorage,
  createReader,
  fixture,
  openOwnPage,
  pastDelay,
  pressChoice,
  type Reader,
  store,
  stored,
  waitForText,
} from './reader.ts';

type Api = typeof import('wxt/browser').browser;
const article = fixture('en-article');
const FULL = 'has no room left';

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let options: Page;
  let tab: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    options = await openOwnPage(reader, 'options.html');
    tab = await reader.open(article);
  });
  afterEach(async () => {
    await clearStorage(options);
    const fillers = Object.keys(await stored(options, 'sync')).filter((key) => /^f\d+$/.test(key));
    await removeFrom('sync', fillers);
    await expect.poll(() => stored(options, 'sync'), { timeout: 10_000 }).toEqual({});
    await waitForPainted(tab, article.mentions.length);
  });
  afterAll(async () => {
    await reader?.close();
  });

  const removeFrom = (area: 'local' | 'sync', keys: readonly string[] | undefined) =>
    options.evaluate(
      async (name, gone) => {
        const { browser, chrome } = globalThis as unknown as Record<string, Api>;
        const { storage } = (browser ?? chrome) as Api;
        if (gone) await storage[name].remove(gone);
        else await storage[name].clear();
      },
      area,
      keys ? [...keys] : undefined,
    );
  /** Fill sync to its brim, but for some bytes: the browser itself says that no more goes in. */
  const fill = (free: number): Promise<number> =>
    options.evaluate(async (left) => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { sync } = ((browser ?? chrome) as Api).storage;
      const put = (key: string, size: number): Promise<boolean> =>
        sync.set({ [key]: 'x'.repeat(size) }).then(
          () => true,
          () => false,
        );
      let count = 0;
      while (await put(`f${count}`, 8000)) count++;
      let size = 8000;
      // Halved, then one by one: browsers differ by some bytes in how they count.
      for (let cut = 4096; cut >= 1; cut /= 2) {
        if (!(await put(`f${count}`, size - cut))) size -= cut;
      }
      const most = size - 1;
      if (!(await put(`f${count}`, most))) throw new Error('the brim was missed');
      await put(`f${count}`, most - left);
      if (await put('over', left)) throw new Error('there was room left');
      return count + 1;
    }, free);
  const storedRecord = () =>
    options.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      const { synced } = await ((browser ?? chrome) as Api).storage.local.get('synced');
      return synced as { agreed: object } | undefined;
    });
  const unfill = async (count: number) =>
    removeFrom(
      'sync',
      Array.from({ length: count }, (_, at) => `f${at}`),
    );

  test('what is set here goes to sync, and what is forgotten goes from it', async () => {
    await pressChoice(options, 'On all pages');
    await store(options, { 'site:vg.no': 'off', 'hidden:kim-jong-un': true });
    const items = { where: 'all', 'site:vg.no': 'off', 'hidden:kim-jong-un': true };
    await expect.poll(() => stored(options, 'sync')).toEqual(items);
    await removeFrom('local', ['site:vg.no']);
    await expect
      .poll(() => stored(options, 'sync'))
      .toEqual({ where: 'all', 'hidden:kim-jong-un': true });
    expect(await stored(options)).toEqual({ where: 'all', 'hidden:kim-jong-un': true });
  });

  test('what another device sets works here, on a page that stays open', async () => {
    await store(options, { on: false }, 'sync');
    await waitForPainted(tab, 0);
    await waitForText(options, 'Every change is saved');
    await expect.poll(() => stored(options)).toEqual({ on: false });
    await removeFrom('sync', ['on']);
    await waitForPainted(tab, article.mentions.length);
    expect(await stored(options)).toEqual({});
  });

  test('two devices at once: each setting is somebody’s last word, none is lost', async () => {
    await Promise.all([
      store(options, { language: 'ko', delay: 600, 'site:a.example': 'on' }),
      store(options, { ground: 'light', pinByClick: true, 'site:b.example': 'off' }, 'sync'),
    ]);
    const all = {
      language: 'ko',
      delay: 600,
      'site:a.example': 'on',
      ground: 'light',
      pinByClick: true,
      'site:b.example': 'off',
    };
    await expect.poll(() => stored(options)).toEqual(all);
    await expect.poll(() => stored(options, 'sync')).toEqual(all);
  });

  test('two devices at once, the same setting: both come to one of the two, and stay there', async () => {
    for (const [here, there] of [
      [600, 1200],
      [0, 150],
    ] as const) {
      await Promise.all([
        store(options, { delay: here }),
        store(options, { delay: there }, 'sync'),
      ]);
      const both = async () =>
        Promise.all([stored(options), stored(options, 'sync'), storedRecord()]).then(
          ([local, sync, record]) => [
            local.delay,
            sync.delay,
            (record?.agreed as { delay?: number })?.delay,
          ],
        );
      const isSettled = async (): Promise<boolean> => new Set(await both()).size === 1;
      await expect.poll(isSettled).toBe(true);
      const [last] = await both();
      expect([here, there]).toContain(last);
      // Another change has both compared once more.
      await store(options, { pinByClick: here === 0 });
      await expect.poll(async () => (await stored(options, 'sync')).pinByClick).toBe(here === 0);
      await expect.poll(isSettled).toBe(true);
      expect(await both()).toEqual([last, last, last]);
    }
  });

  test('two windows at once lose nothing', async () => {
    const second = await openOwnPage(reader, 'options.html');
    await Promise.all([
      pressChoice(options, 'On all pages'),
      second.select('select[name="delay"]', '600'),
    ]);
    const all = { where: 'all', delay: 600 };
    await expect.poll(() => stored(options)).toEqual(all);
    await expect.poll(() => stored(options, 'sync')).toEqual(all);
    // And each shows what the other set.
    for (const page of [options, second]) {
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLInputElement>('input[value="all"]:checked') !== null &&
          document.querySelector<HTMLSelectElement>('select[name="delay"]')?.value === '600',
        { timeout: 10_000, polling: 50 },
      );
    }
    await second.close();
  });

  test('a full sync keeps nothing from working here, and gets what it missed once there is room', async () => {
    const count = await fill(10);
    await store(options, { 'hidden:kim-jong-un': true });
    const others = article.mentions.filter(({ entity }) => entity !== 'kim-jong-un');
    await waitForPainted(tab, others.length);
    await waitForText(options, FULL);
    expect((await stored(options, 'sync'))['hidden:kim-jong-un']).toBeUndefined();
    await unfill(count);
    await expect.poll(() => stored(options, 'sync')).toEqual({ 'hidden:kim-jong-un': true });
    await options.waitForFunction(
      (text) => !document.body.textContent?.includes(text),
      { timeout: 10_000, polling: 50 },
      FULL,
    );
  });

  test('in a sync that is nearly full, what is small enough still goes in', async () => {
    const count = await fill(290);
    // As long as a pattern may be.
    const long = `site:${'a'.repeat(60)}.example/${'c'.repeat(230)}*`;
    await store(options, { [long]: 'off', on: false });
    await expect.poll(async () => (await stored(options, 'sync')).on).toBe(false);
    expect((await stored(options, 'sync'))[long]).toBeUndefined();
    expect((await stored(options))[long]).toBe('off');
    await waitForText(options, FULL);
    await unfill(count);
    await expect.poll(() => stored(options, 'sync')).toEqual({ [long]: 'off', on: false });
  });

  test('sync cleared elsewhere takes nothing from here', async () => {
    await store(options, { language: 'ja', 'site:vg.no': 'off' });
    const items = { language: 'ja', 'site:vg.no': 'off' };
    await expect.poll(() => stored(options, 'sync')).toEqual(items);
    await removeFrom('sync', undefined);
    await expect.poll(() => stored(options, 'sync')).toEqual(items);
    expect(await stored(options)).toEqual(items);
  });

  test('a second device begins with the settings of the first', async () => {
    await store(options, { language: 'ja', where: 'all' });
    // Until this one is done with them: it must not take what follows for a removal.
    await expect
      .poll(async () => (await storedRecord())?.agreed)
      .toEqual({ language: 'ja', where: 'all' });
    // As new as one can be: nothing is stored.
    await removeFrom('local', undefined);
    await expect.poll(() => stored(options)).toEqual({ language: 'ja', where: 'all' });
  });

  test('damaged and unknown items of another version: each falls back alone, and none is thrown away', async () => {
    await store(
      options,
      { on: 'perhaps', language: 'ko', where: 'nearby', telepathy: { range: 7 } },
      'sync',
    );
    await options.waitForFunction(
      () =>
        document.querySelector<HTMLSelectElement>('select[name="language"]')?.value === 'ko' &&
        document.querySelector<HTMLInputElement>('input[value="news"]:checked') !== null,
      { timeout: 10_000, polling: 50 },
    );
    await waitForPainted(tab, article.mentions.length);
    await pressChoice(options, 'On all pages');
    await expect
      .poll(() => stored(options, 'sync'))
      .toEqual({ on: 'perhaps', language: 'ko', where: 'all', telepathy: { range: 7 } });
    await removeFrom('sync', ['telepathy']);
  });

  test('damage here takes what sync has, and damage in sync takes nothing from here', async () => {
    const items = { where: 'all', on: false, 'site:vg.no': 'off', 'hidden:kim-jong-un': true };
    await store(options, items);
    await expect.poll(() => stored(options, 'sync')).toEqual(items);
    await expect.poll(async () => (await storedRecord())?.agreed).toEqual(items);
    await store(options, { 'site:vg.no': 7, 'hidden:kim-jong-un': 'perhaps' });
    await expect.poll(() => stored(options)).toEqual(items);
    expect(await stored(options, 'sync')).toEqual(items);
    await store(options, { where: 'nearby', 'site:vg.no': null }, 'sync');
    // What travels shows that what does not was looked at.
    await store(options, { on: true }, 'sync');
    await expect.poll(() => stored(options)).toEqual({ ...items, on: true });
    await store(options, { delay: 600 });
    const damaged = { ...items, where: 'nearby', 'site:vg.no': null, on: true, delay: 600 };
    await expect.poll(() => stored(options, 'sync')).toEqual(damaged);
    expect(await stored(options)).toEqual({ ...items, on: true, delay: 600 });
    await store(options, { 'site:vg.no': 'on' });
    await expect.poll(async () => (await stored(options, 'sync'))['site:vg.no']).toBe('on');
  });

  test('switched off, this device goes its own way; switched on again, both are brought together', async () => {
    const toggle = (): Promise<void> =>
      options.evaluate(() => {
        const found = [...document.querySelectorAll('label.switch')].find((label) =>
          label.textContent?.startsWith('The same on all my devices'),
        );
        found?.querySelector('input')?.click();
      });
    await toggle();
    await expect.poll(() => stored(options)).toEqual({ sync: false });
    await store(options, { delay: 600 });
    await store(options, { ground: 'strong' }, 'sync');
    // A change that would have gone: the page's switch, there and back.
    await store(options, { on: false });
    await waitForPainted(tab, 0);
    expect(await stored(options, 'sync')).toEqual({ ground: 'strong' });
    await toggle();
    await expect
      .poll(() => stored(options))
      .toEqual({ sync: true, delay: 600, ground: 'strong', on: false });
    await expect
      .poll(() => stored(options, 'sync'))
      .toEqual({ delay: 600, ground: 'strong', on: false });
  });

  test('without sync everything works, and the options say so', async () => {
    await turnSync(reader, false);
    await store(options, { on: false });
    await waitForPainted(tab, 0);
    await waitForText(options, 'sync is not available');
    await store(options, { on: true });
    await waitForPainted(tab, article.mentions.length);
    await turnSync(reader, true);
    await store(options, { language: 'ko' });
    await expect.poll(() => stored(options, 'sync')).toEqual({ on: true, language: 'ko' });
  });

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});

test('a Chromium whose sync was written to too often is not called full', async () => {
  const reader = await createReader('chromium');
  const options = await openOwnPage(reader, 'options.html');
  const refusal = await options.evaluate(async () => {
    const { sync } = (globalThis as unknown as { chrome: Api }).chrome.storage;
    for (let at = 0; at < 1000; at++) {
      const error = await sync.set({ f0: at }).then(() => undefined, String);
      if (error) return error;
    }
    return 'none';
  });
  expect(refusal).toContain('MAX_WRITE_OPERATIONS');
  await pressChoice(options, 'On all pages');
  await expect.poll(() => stored(options)).toEqual({ where: 'all' });
  await pastDelay(options, 500);
  expect((await stored(options, 'sync')).where).toBeUndefined();
  expect(await options.evaluate(() => document.body.textContent)).not.toContain(FULL);
  expect(reader.errors).toEqual([]);
  await reader.close();
});

/** Have the browser's sync refuse everything, or no longer: Firefox's own, Chromium's as the background has it. */
async function turnSync({ browser: { driver, origin }, family }: Reader, isOn: boolean) {
  if (family === 'firefox') {
    await evaluateInWindow(
      driver,
      `{
        const { extensionStorageSync: store } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionStorageSync.sys.mjs');
        for (const name of ['get', 'set', 'remove']) {
          if (${isOn}) delete store[name];
          else store[name] = () => Promise.reject(new Error('no sync here'));
        }
      }`,
    );
    return;
  }
  const target = await driver.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(origin),
  );
  const worker = await target.worker();
  await worker?.evaluate((on) => {
    const { sync } = (globalThis as unknown as { chrome: Api }).chrome.storage;
    const kept = globalThis as { sync?: Pick<typeof sync, 'get' | 'set' | 'remove'> };
    kept.sync ??= { get: sync.get, set: sync.set, remove: sync.remove };
    const refuse = () => Promise.reject(new Error('no sync here'));
    Object.assign(sync, on ? kept.sync : { get: refuse, set: refuse, remove: refuse });
  }, isOn);
}
