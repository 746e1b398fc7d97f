/** Mentions on a page, whichever painter painted them. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { EntityId } from '../../src/core/model.ts';
import { waitForCard } from '../../src/tools/watch-page.ts';
import type { Rect } from './pixels.ts';
import { openOwnPage, type Reader } from './reader.ts';

/** Stores settings as the extension does, so that every open tab follows. */
export type SettingsStore = (items: Readonly<Record<string, unknown>>) => Promise<void>;

export function createSettingsStore(reader: Reader): SettingsStore {
  let options: Page | undefined;
  return async (items) => {
    options ??= await openOwnPage(reader, 'options.html');
    await options.evaluate(async (wanted) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        typeof import('wxt/browser').browser
      >;
      await (browser ?? chrome)?.storage.local.set(wanted);
    }, items);
  };
}

/** Wait until so many mentions are painted, whichever way. */
export async function waitForMentions(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const marks = [...document.querySelectorAll('mark[data-bakteppe]')];
      let found = 0;
      for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
        if (name.startsWith('bakteppe-') && name !== 'bakteppe-active') found += highlight.size;
      }
      // A name over several elements has a mark in each.
      return wanted === 0 ? found + marks.length === 0 : found === wanted || marks.length >= wanted;
    },
    { timeout: 15_000, polling: 50 },
    count,
  );
}

export function strongCount(page: Page): Promise<number> {
  return page.evaluate(() => {
    let found = document.querySelectorAll('mark[data-bakteppe-strong]').length;
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
      if (name.startsWith('strong-')) found += highlight.size;
    }
    return found;
  });
}

export async function waitForStrong(page: Page, count: number): Promise<void> {
  await expect.poll(() => strongCount(page), { timeout: 10_000 }).toBe(count);
}

/** The words that are tinted, as pointed at or with their card open. */
export function tintedBy(page: Page, why: 'active' | 'pointed'): Promise<string[]> {
  return page.evaluate((reason) => {
    const name = reason === 'active' ? 'bakteppe-active' : 'pointed-bakteppe';
    const highlight = CSS.highlights.get(name) as unknown as Set<Range> | undefined;
    const marks = document.querySelectorAll(`mark[data-bakteppe-${reason}]`);
    return [...[...(highlight ?? [])].map(String), ...[...marks].map((mark) => mark.textContent)];
  }, why);
}

/** Move onto the middle of a box as a hand does, slowing down. */
export async function pointAt(page: Page, rect: Rect | undefined, scale = 1): Promise<void> {
  if (!rect) throw new Error('there is nothing to point at');
  const x = (rect.left + rect.right) / 2 / scale;
  const y = (rect.top + rect.bottom) / 2 / scale;
  await page.mouse.move(x + 30, y + 60);
  await page.mouse.move(x, y, { steps: 12 });
  await page.mouse.move(x + 1, y);
}

/** Move onto the nth mark of an entity, and wait for its card. */
export async function pointAtMark(page: Page, entity: EntityId, nth = 0): Promise<void> {
  const handle = await page.waitForFunction(
    (id, at) => {
      const mark = document.querySelectorAll(`mark[data-bakteppe="${id}"]`)[at];
      if (!mark) return undefined;
      mark.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      return { left, right, top, bottom };
    },
    { timeout: 15_000, polling: 50 },
    entity,
    nth,
  );
  await pointAt(page, await handle.jsonValue());
  await waitForCard(page, true);
}
