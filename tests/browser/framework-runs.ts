/** Runs of the pages that frameworks change: opened, played to the end, and what came of it. */
import type { Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { mentionsOf, type Story, tellStory } from '../fixtures/frameworks/story.ts';
import { FRAMEWORKS, type FrameworkPage } from './framework-pages.ts';
import type { Reader } from './reader.ts';

/** So many changes in a run. */
export const STEPS = 600;
const LONGEST_MS = 100_000;

export interface Opened {
  readonly tab: Page;
  /** What the page complained about so far, on the console or by throwing. */
  readonly errors: string[];
}

/** The same pages on a host where we are on and on one where we are off. */
export function servePages(
  reader: Reader,
  hosts: readonly string[],
  pages: readonly FrameworkPage[],
) {
  for (const host of hosts) {
    for (const [at, { html, script }] of pages.entries()) {
      const url = `http://${host}/${FRAMEWORKS[at]}`;
      reader.server.serve(url, { body: html });
      reader.server.serve(`${url}.js`, { body: script, type: 'text/javascript; charset=utf-8' });
    }
  }
}

export async function open(reader: Reader, url: string): Promise<Opened> {
  // A tab behind another would have its timers slowed down.
  const tab = await reader.browser.driver.newPage({ type: 'window' });
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  tab.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()) && !/favicon|404/.test(message.text())) {
      errors.push(message.text());
    }
  });
  await tab.goto(url, { waitUntil: 'load' });
  return { tab, errors };
}

/**
 * Hydrated when this is done; then the page changes, once every so many ms. Where it is looked at
 * in between, it holds still after every so many changes; what is seen there goes into `seen`.
 */
export async function play(tab: Page, every: number, rest = STEPS): Promise<void> {
  await tab.evaluate(
    (...args) => (globalThis as { play?: (...all: number[]) => void }).play?.(...args),
    STEPS,
    every,
    rest,
  );
}

/** What a page shows where it holds still, and what it should. */
export interface Rest {
  readonly at: number;
  readonly words: readonly string[];
}

/** The words of each state that the page held still at, once they are right or have had their time. */
export async function restsOf(
  tab: Page,
  rest: number,
  read: () => Promise<readonly string[]>,
): Promise<Rest[]> {
  const rests: Rest[] = [];
  for (let at = rest; at < STEPS; at += rest) {
    await tab.waitForFunction(
      (wanted) => (globalThis as { restsAt?: number }).restsAt === wanted,
      { timeout: LONGEST_MS, polling: 50 },
      at,
    );
    rests.push({ at, words: await settled(read, mentionsOf(finalStory(at))) });
    await tab.evaluate(() => (globalThis as { goOn?: () => void }).goOn?.());
  }
  return rests;
}

/** Wait a while until it reads like that; what it reads like then. */
export async function settled(
  read: () => Promise<readonly string[]>,
  wanted: readonly string[],
): Promise<readonly string[]> {
  await vi
    .waitFor(async () => expect(await read()).toEqual(wanted), { timeout: 5000, interval: 100 })
    .catch(() => undefined);
  return read();
}

export async function untilOver(tab: Page): Promise<void> {
  await tab.waitForFunction(() => (globalThis as { isOver?: boolean }).isOver, {
    timeout: LONGEST_MS,
    polling: 100,
  });
}

/** The page's tree without the one element of ours. */
export function htmlOf(tab: Page): Promise<string> {
  return tab.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    copy.querySelector('bakteppe-card')?.remove();
    return copy.outerHTML;
  });
}

/** The state after so many steps. */
export function finalStory(steps: number): Story {
  const story = tellStory();
  for (let n = 0; n < steps; n++) story.next();
  return story.next().value;
}
