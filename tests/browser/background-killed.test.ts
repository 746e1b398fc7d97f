/**
 * The browser ends the background whenever it likes: more than a hundred times here, before whatever a
 * reader does that needs it, in the middle of that and right after. Everything comes all the same.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ExtensionLife, extensionLife } from '../../src/tools/extension-life.ts';
import { waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, openOwnPage, type Reader, store, stored } from './reader.ts';
import { ACTS, type Act, article, begin, KEPT, type Scene, waitForBadge } from './reader-acts.ts';

type Api = typeof import('wxt/browser').browser;

/** Deaths that were seen, in all. */
const KILLS = 100;
const others = article.mentions.filter(({ entity }) => entity !== 'kim-jong-un');
/** How long the background has been at it when it is ended, in ms. */
const AT_WORK_MS = [0, 40] as const;

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let life: ExtensionLife;
  let scene: Scene;
  let own: Page;
  let kills = 0;
  beforeAll(async () => {
    reader = await createReader(family);
    life = await extensionLife(reader.browser);
    own = await openOwnPage(reader, 'library.html');
    const tab = await reader.open(article);
    scene = { reader, tab, own, wake };
  });
  beforeEach(() => begin(scene));
  afterAll(async () => {
    await reader?.close();
  });

  const running = (): Promise<void> =>
    expect
      .poll(() => life.isBackgroundRunning(), { interval: 5, message: 'a background' })
      .toBe(true) as unknown as Promise<void>;
  const wake = async (): Promise<void> => {
    // Said by a page of our own, nobody has anything to do about it.
    await own.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>;
      (browser ?? chrome)?.runtime.sendMessage({ type: 'awake?' }).catch(() => undefined);
    });
    await running();
  };
  const kill = async (): Promise<void> => {
    if (await life.stopBackground()) kills++;
  };
  /** It must have been there, and be gone. */
  const wakeAndKill = async (): Promise<void> => {
    const before = kills;
    await expect
      .poll(async () => {
        await wake();
        await kill();
        return kills;
      })
      .toBeGreaterThan(before);
  };

  const done = async (act: Act): Promise<void> => {
    await act.seen(scene);
    await act.leave?.(scene);
  };

  describe.each(Object.entries(ACTS))('a reader %s', (_name, act) => {
    test('just after the background was ended', async () => {
      await act.ready?.(scene);
      await wakeAndKill();
      await act.run(scene);
      await done(act);
    });
    test.each(act.atWork ?? AT_WORK_MS)('and it is ended %i ms after that woke it', async (ms) => {
      await act.ready?.(scene);
      await wakeAndKill();
      const before = kills;
      const ending = async (): Promise<void> => {
        await running();
        await new Promise((at) => setTimeout(at, ms));
        await kill();
      };
      await Promise.all([act.run(scene), ending()]);
      expect(kills).toBeGreaterThan(before);
      await done(act);
    });
    test('and it is ended right after', async () => {
      await act.ready?.(scene);
      await wake();
      await act.run(scene);
      await kill();
      await done(act);
    });
  });

  test('between any two changes', async () => {
    for (let at = 0; at < 20 || kills < KILLS; at++) {
      if (at > KILLS) throw new Error(`only ${kills} backgrounds were there to be killed`);
      const isHidden = at % 2 === 0;
      await store(own, { 'hidden:kim-jong-un': isHidden });
      const left = isHidden ? others : article.mentions;
      await waitForPainted(scene.tab, left.length);
      await waitForBadge(own, article.url, String(left.length));
      await kill();
    }
    console.log(family, kills);
    expect(kills).toBeGreaterThanOrEqual(KILLS);
  });

  test('settings are as they were set, here and in sync, and nothing went wrong', async () => {
    await expect.poll(() => stored(own, 'sync')).toEqual(KEPT);
    expect(await stored(own)).toEqual(KEPT);
    expect(reader.errors).toEqual([]);
  });
});
