/**
 * With a contrast theme only the system's colours are left: lines and tint must be
 * among them. Chromium gives every highlight the colours of a selection then, and no
 * rule changes that; lines are told apart all the same.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForCard } from '../../src/tools/watch-page.ts';
import {
  createSettingsStore,
  pointAt,
  type SettingsStore,
  waitForMentions,
} from './either-painter.ts';
import { lineIn } from './line.ts';
import {
  type Colour,
  contrast,
  type Picture,
  type Rect,
  seenMentions,
  takePicture,
} from './pixels.ts';
import { createReader, fixture, type Reader } from './reader.ts';

const LOOK = fixture('highlight-look');

describe.each(['chromium', 'firefox'] as const)('in %s with forced colours', (family) => {
  let reader: Reader;
  let store: SettingsStore;
  beforeAll(async () => {
    reader = await createReader(family, { forcedColours: true });
    store = createSettingsStore(reader);
  });
  afterAll(async () => {
    await reader?.close();
  });

  const open = async (): Promise<Page> => {
    const tab = await reader.open(LOOK);
    await tab.setViewport({ width: 800, height: 900 });
    if (family === 'chromium') {
      const session = await tab.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      });
    }
    expect(await tab.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    await waitForMentions(tab, LOOK.mentions.length);
    await tab.bringToFront();
    await tab.mouse.move(2, 2);
    return tab;
  };

  test.each(['automatic', 'marks'])('%s: lines and tinted words are legible', async (painter) => {
    await store({ on: true, painter });
    const tab = await open();
    const mentions = await seenMentions(tab);
    const now = await takePicture(tab);
    const rect = mentions[0]?.rects[0];
    if (!rect) throw new Error('no mention');
    await pointAt(tab, rect);
    await waitForCard(tab, true);
    const pointed = await takePicture(tab);
    const ground = commonest(pointed, rect);
    expect(ground).not.toEqual(commonest(now, rect));
    // The strongest contrast within the box is that of its letters.
    const best = Math.max(...coloursIn(pointed, rect).map((colour) => contrast(colour, ground)));
    const { background, words } = await systemPair(tab);
    expect(best).toBeGreaterThan(Math.min(4.5, contrast(background, words) - 0.1));
    await tab.keyboard.press('Escape');
    await store({ on: false });
    await waitForMentions(tab, 0);
    const before = await takePicture(tab);
    const weak = mentions
      .map(({ id, rects: [box] }) => ({ id, ...(box && lineIn(before, now, box)) }))
      .filter(({ covered = 0, median = 0 }) => covered < 0.3 || median < 4.5);
    expect(weak).toEqual([]);
    await tab.close();
  });
});

/** Its edges are left out: pixels there are partly of what is beside it. */
function coloursIn(picture: Picture, rect: Rect): Colour[] {
  const colours: Colour[] = [];
  for (let x = Math.ceil(rect.left) + 1; x < rect.right - 2; x++) {
    for (let y = Math.ceil(rect.top) + 1; y < rect.bottom - 2; y++) {
      const colour = picture.at(x, y);
      if (colour) colours.push(colour);
    }
  }
  return colours;
}

/** What is behind the words: the colour most of their box has. */
function commonest(picture: Picture, rect: Rect): Colour {
  const counts = new Map<string, { colour: Colour; count: number }>();
  for (const colour of coloursIn(picture, rect)) {
    const count = (counts.get(String(colour))?.count ?? 0) + 1;
    counts.set(String(colour), { colour, count });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.colour ?? [0, 0, 0];
}

/** What the system pairs for selected words; some systems have less than 4.5 : 1. */
function systemPair(page: Page): Promise<{ background: Colour; words: Colour }> {
  return page.evaluate(() => {
    const probe = document.createElement('p');
    probe.style.cssText = 'background-color: Highlight; color: HighlightText';
    document.body.append(probe);
    const { backgroundColor, color } = getComputedStyle(probe);
    probe.remove();
    const channels = (text: string): [number, number, number] => {
      const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue];
    };
    return { background: channels(backgroundColor), words: channels(color) };
  });
}
