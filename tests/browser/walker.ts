/** A reader who walks the mentions by key: presses, and tells where that led. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Command } from '../../src/core/commands.ts';
import { focusedInCard, said } from '../../src/tools/in-card.ts';
import { pressCommand } from '../../src/tools/press-command.ts';
import { waitForPainted } from '../../src/tools/watch-page.ts';
import { fixture, type Reader } from './reader.ts';

/** What cards call the entities in English. */
export const LABELS = {
  'kim-jong-un': 'Kim Jong-un',
  'vladimir-putin': 'Vladimir Putin',
  'partnership-treaty': 'Russia–North Korea partnership treaty',
} as const;

/** Index of the current mention among the painted ones, -1 for none. */
export function current(page: Page): Promise<number> {
  return page.evaluate(() => {
    const ranges: Range[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
      if (name.startsWith('bakteppe-') && name !== 'bakteppe-active') ranges.push(...highlight);
    }
    ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    const active = CSS.highlights.get('bakteppe-active') as unknown as Set<Range> | undefined;
    const [range] = active ?? [];
    return ranges.findIndex(
      (r) => range && r.compareBoundaryPoints(Range.START_TO_START, range) === 0,
    );
  });
}

/** Can the current mention be seen: within the viewport, and nothing of the page on top of it? */
export function isSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const active = CSS.highlights.get('bakteppe-active') as unknown as Set<Range>;
    const [range] = active;
    const rect = range?.getClientRects()[0];
    if (!range || !rect) return false;
    const top = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
    return (
      rect.top >= 0 &&
      rect.bottom <= innerHeight &&
      (top?.localName === 'bakteppe-card' || (top?.contains(range.startContainer) ?? false))
    );
  });
}

export interface Walker {
  /** The English article, or another version of it, painted and in front. */
  openArticle(html?: string): Promise<Page>;
  press(command: Command): Promise<void>;
  /** The focus has come to the card's dialog. */
  hasFocus(tab: Page): Promise<void>;
  hasSaid(tab: Page, text: string): Promise<void>;
  /** The current mention is the one of this index among the painted. */
  isAt(tab: Page, at: number): Promise<void>;
}

const SOON = { timeout: 5000, interval: 30 };

export function createWalker(reader: Reader): Walker {
  const { family, browser } = reader;
  return {
    async openArticle(html) {
      const page = fixture('en-article');
      const tab = await reader.open(html === undefined ? page : { ...page, html });
      await waitForPainted(tab, html === undefined ? page.mentions.length : undefined);
      await tab.bringToFront();
      return tab;
    },
    press: (command) => pressCommand(browser, command),
    hasFocus: (tab) =>
      expect.poll(() => focusedInCard(tab, family).catch(() => null), SOON).toBe('dialog'),
    hasSaid: (tab, text) => expect.poll(() => said(tab, family), SOON).toBe(text),
    isAt: (tab, at) => expect.poll(() => current(tab), SOON).toBe(at),
  };
}
