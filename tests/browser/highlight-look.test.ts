/**
 * How mentions look, measured in pixels against the same page without them, with
 * both painters in both browsers. "Without" is the page after switching off: what
 * is behind a line is then seen, whatever the page put there.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { painted, waitForCard } from '../../src/tools/watch-page.ts';
import {
  createSettingsStore,
  pointAt,
  type SettingsStore,
  strongCount,
  tintedBy,
  waitForMentions,
  waitForStrong,
} from './either-painter.ts';
import { area, lineBeside, lineIn, pathsIn, strokeIn, thicknessIn } from './line.ts';
import { changes, type Picture, type Rect, seenMentions, takePicture } from './pixels.ts';
import { createReader, fixture, type Reader } from './reader.ts';

const LOOK = fixture('highlight-look');
const SHAPES = fixture('highlight-shapes');
const REGIONS = 16;
/** Dashes leave gaps, and a line stops for the letters that reach below it. */
const LEAST_COVERED = 0.3;
/** The rest are ends of dashes, and letters that a mark around them moved by a part of a pixel. */
const MOST_STRONG = 0.7;

describe.each([
  ['chromium', 'automatic'],
  ['chromium', 'marks'],
  ['firefox', 'automatic'],
  ['firefox', 'marks'],
] as const)('in %s, painted by %s', (family, painter) => {
  let reader: Reader;
  let store: SettingsStore;

  const open = async (
    page: typeof LOOK,
    viewport = { width: 800, height: 900, deviceScaleFactor: 1 },
  ): Promise<Page> => {
    await store({ on: true, strength: 'first', painter });
    const tab = await reader.open(page);
    await tab.setViewport(viewport);
    await waitForMentions(tab, page.mentions.length);
    await tab.bringToFront();
    // Where no words are.
    await tab.mouse.move(2, 2);
    return tab;
  };

  /** The page with mentions, and after switching off, without. */
  const bothPictures = async (tab: Page): Promise<[before: Picture, now: Picture]> => {
    const now = await takePicture(tab);
    await store({ on: false });
    await waitForMentions(tab, 0);
    const before = await takePicture(tab);
    await store({ on: true });
    return [before, now];
  };

  beforeAll(async () => {
    reader = await createReader(family);
    store = createSettingsStore(reader);
  });
  afterAll(async () => {
    await reader?.close();
  });

  // 1.1 and 1.25 are page zoom, or Windows' own: a thin line lies between pixels there.
  test.each([1, 1.1, 1.25])(
    'the line has 3 : 1 in each of sixteen regions, at a scale of %s',
    async (scale) => {
      const tab = await open(LOOK, { width: 800, height: 900, deviceScaleFactor: scale });
      const mentions = await seenMentions(tab);
      const [before, now] = await bothPictures(tab);
      const weak = mentions.flatMap(({ id, text, rects }) =>
        rects.flatMap((rect) => {
          const line = lineIn(before, now, rect);
          const isThere =
            line.covered > LEAST_COVERED && line.median >= 3 && line.strongShare >= MOST_STRONG;
          return isThere ? [] : [{ id, text, ...line }];
        }),
      );
      expect(weak).toEqual([]);
      expect(new Set(mentions.map(({ id }) => id)).size).toBe(REGIONS);
      await tab.close();
    },
  );

  test('the first in a section is thicker than later ones, and the setting works at once', async () => {
    const tab = await open(LOOK);
    const mentions = await seenMentions(tab);
    const [first, , , later] = mentions;
    const thickness = async () => {
      const [before, now] = await bothPictures(tab);
      await waitForMentions(tab, LOOK.mentions.length);
      return [first, later].map((mention) => thicknessIn(before, now, mention?.rects[0]));
    };
    expect(await thickness()).toEqual([3, 2]);
    expect(await strongCount(tab)).toBe(REGIONS * 4);
    await store({ strength: 'all' });
    await waitForStrong(tab, LOOK.mentions.length);
    expect(await thickness()).toEqual([3, 3]);
    await store({ strength: 'first' });
    await waitForStrong(tab, REGIONS * 4);
    await tab.close();
  });

  test('entities differ by line: dashes, dots, and no gap', async () => {
    const tab = await open(LOOK);
    const mentions = await seenMentions(tab);
    const [before, now] = await bothPictures(tab);
    // The treaty has one mention a section, a first; of the others later ones are clearer.
    const stroke = (entity: string, nth: number): number =>
      strokeIn(before, now, mentions.filter((m) => m.entity === entity)[nth]?.rects[0]);
    expect(stroke('vladimir-putin', 1)).toBe(2);
    expect(stroke('kim-jong-un', 1)).toBeGreaterThan(2);
    expect(stroke('kim-jong-un', 1)).toBeLessThan(6);
    expect(stroke('partnership-treaty', 0)).toBeGreaterThan(12);
    await tab.close();
  });

  test('a tint is behind the words only while they are pointed at or their card is open', async () => {
    const tab = await open(SHAPES);
    const plain = await takePicture(tab);
    const [mention] = await seenMentions(tab);
    const rect = mention?.rects[0];
    if (!rect) throw new Error('no mention');
    // Letters leave the upper edge of their box free.
    const edge = { ...rect, bottom: rect.top + 2 };
    expect(await tintedBy(tab, 'active')).toEqual([]);
    await pointAt(tab, rect);
    await waitForCard(tab, true);
    expect(await tintedBy(tab, 'active')).toEqual(['Kim Jong-un']);
    expect(await tintedBy(tab, 'pointed')).toEqual([]);
    const tinted = changes(plain, await takePicture(tab), edge);
    expect(tinted.length).toBeGreaterThan(0.9 * area(edge));
    await tab.keyboard.press('Escape');
    await tab.mouse.move(2, 2);
    await waitForCard(tab, false);
    expect(changes(plain, await takePicture(tab), edge)).toEqual([]);
    await tab.close();
  });

  test('words pointed at are tinted before the card opens', async () => {
    const tab = await open(SHAPES);
    const [mention] = await seenMentions(tab);
    await tab.evaluate((isMarks) => {
      const note = () => {
        document.documentElement.dataset.pointed ??= String(
          document.querySelector('bakteppe-card'),
        );
      };
      const look = () => {
        if (CSS.highlights.has('pointed-bakteppe')) note();
        else requestAnimationFrame(look);
      };
      // On a busy machine a tint may come and go between two frames.
      const observed = { subtree: true, attributeFilter: ['data-bakteppe-pointed'] };
      if (isMarks) new MutationObserver(note).observe(document, observed);
      else look();
    }, painter === 'marks');
    await pointAt(tab, mention?.rects[0]);
    await waitForCard(tab, true);
    expect(await tab.evaluate(() => document.documentElement.dataset.pointed)).toBe('null');
    await tab.close();
  });

  test('a name over two lines is underlined on both, and opens its card from both', async () => {
    const tab = await open(SHAPES);
    const wrapped = (await seenMentions(tab)).filter(({ id }) => id === 'wrapped');
    const rects = wrapped.flatMap((mention) => mention.rects);
    expect(rects.length).toBe(2);
    for (const rect of rects) {
      await pointAt(tab, rect);
      await waitForCard(tab, true);
      await tab.keyboard.press('Escape');
      await tab.mouse.move(700, 2);
      await waitForCard(tab, false);
    }
    await expectLines(tab, rects);
    await tab.close();
  });

  test('a name over several elements is underlined throughout', async () => {
    const tab = await open(SHAPES);
    const split = (await seenMentions(tab)).filter(({ id }) => id === 'split');
    expect(split.map(({ text }) => text).join('')).toBe('Vladimir Putin');
    await expectLines(
      tab,
      split.flatMap(({ rects }) => rects).filter((rect) => area(rect) > 20),
    );
    await tab.close();
  });

  test('vertical text has its line alongside, and opens its card', async () => {
    const tab = await open(SHAPES);
    const vertical = (await seenMentions(tab)).filter(({ id }) => id === 'vertical');
    const [name] = vertical.flatMap(({ rects }) => rects);
    if (!name) throw new Error('no vertical mention');
    expect(name.bottom - name.top).toBeGreaterThan(2 * (name.right - name.left));
    await pointAt(tab, name);
    await waitForCard(tab, true);
    await tab.keyboard.press('Escape');
    await tab.mouse.move(700, 2);
    await waitForCard(tab, false);
    const [before, now] = await bothPictures(tab);
    const line = lineBeside(before, now, name);
    expect(line.covered).toBeGreaterThan(LEAST_COVERED);
    expect(line.strongShare).toBeGreaterThan(0.8);
    await tab.close();
  });

  test('at 400 % zoom the line keeps its contrast and the words open the card', async () => {
    const tab = await open(SHAPES, { width: 320, height: 225, deviceScaleFactor: 4 });
    const plain = (await seenMentions(tab)).filter(({ id }) => id === 'plain');
    const rects = plain.flatMap((mention) => mention.rects);
    await pointAt(tab, rects[0], 4);
    await waitForCard(tab, true);
    await tab.keyboard.press('Escape');
    await tab.mouse.move(2, 2);
    await waitForCard(tab, false);
    await expectLines(tab, rects);
    await tab.close();
  });

  test('selected words look as the page wants them, our line only beneath', async () => {
    const tab = await open(SHAPES);
    await tab.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#plain') as Element);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    const rects = (await seenMentions(tab)).filter(({ id }) => id === 'plain')[0]?.rects ?? [];
    await store({ strength: 'all' });
    const [before, now] = await bothPictures(tab);
    for (const rect of rects) {
      // The background of ::selection, in the page's own words.
      expect(now.at(Math.round(rect.left) + 1, Math.round(rect.top) + 2)).toEqual([11, 87, 208]);
      const letters = { ...rect, bottom: rect.top + 0.7 * (rect.bottom - rect.top) };
      expect(changes(before, now, letters)).toEqual([]);
    }
    await tab.close();
  });

  test('selected words stay selected while mentions come and go', async () => {
    const tab = await open(SHAPES);
    await tab.evaluate(() => {
      const name = document.querySelector('#plain mark')?.firstChild;
      const text = document.querySelector('#plain')?.firstChild as Text;
      const after = document.querySelector('#plain')?.lastChild as Text;
      // Backwards, from within a text node to the beginning of a name.
      getSelection()?.setBaseAndExtent(
        after,
        after.data.indexOf(' behind'),
        name ?? text,
        name ? 0 : text.data.indexOf('Kim'),
      );
    });
    const selected = () =>
      tab.evaluate(() => ({
        words: getSelection()?.toString(),
        isBackwards: getSelection()?.getRangeAt(0).endContainer === getSelection()?.anchorNode,
      }));
    const expected = { words: 'Kim Jong-un stayed', isBackwards: true };
    expect(await selected()).toEqual(expected);
    await tab.evaluate(() => {
      const added = document.createElement('p');
      added.id = 'added';
      added.textContent = 'At last Vladimir Putin came.';
      document.body.append(added);
    });
    const seen = async () => (await seenMentions(tab)).map(({ id }) => id);
    await expect.poll(seen).toContain('added');
    expect(await selected()).toEqual(expected);
    await store({ on: false });
    await waitForMentions(tab, 0);
    expect(await selected()).toEqual(expected);
    await tab.close();
  });

  test('print: unmarked by highlights, marked where the reader chose marks', async () => {
    const tab = await open(SHAPES);
    const marked = pathsIn(await tab.pdf());
    await store({ on: false });
    await waitForMentions(tab, 0);
    const unmarked = pathsIn(await tab.pdf());
    if (painter === 'marks') expect(marked).toBeGreaterThan(unmarked + SHAPES.mentions.length - 1);
    else expect(marked).toBe(unmarked);
    await tab.close();
  });

  test('what a page clears comes back, and its own highlights stay', async () => {
    const tab = await open(SHAPES);
    await tab.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#later') as Element);
      CSS.highlights.clear();
      CSS.highlights.set('page-own', new Highlight(range));
      document.adoptedStyleSheets = [];
    });
    await tab.waitForFunction(() => document.adoptedStyleSheets.length > 0, {
      timeout: 10_000,
      polling: 50,
    });
    await waitForMentions(tab, SHAPES.mentions.length);
    if (painter === 'automatic') expect(await painted(tab)).toEqual(SHAPES.mentions);
    expect(await tab.evaluate(() => CSS.highlights.has('page-own'))).toBe(true);
    await tab.close();
  });

  test('a page that turns dark by itself gets a light line', async () => {
    const tab = await open(SHAPES);
    const tones = () =>
      tab.evaluate(() => [
        ...[...(CSS.highlights as unknown as Map<string, unknown>).keys()]
          .map((name) => /^strong-(\w+)-/.exec(name)?.[1])
          .filter((tone) => tone !== undefined),
        ...[...document.querySelectorAll('[data-bakteppe-strong]')].map((mark) =>
          mark.getAttribute('data-bakteppe-strong'),
        ),
      ]);
    expect(await tones()).toContain('dark');
    expect(await tones()).not.toContain('light');
    await tab.evaluate(() => {
      document.body.style.cssText = 'background:#15171b;color:#e8eaee';
    });
    await expect.poll(tones, { timeout: 5000 }).not.toContain('dark');
    expect(await tones()).toContain('light');
    await expectLines(tab, (await seenMentions(tab))[0]?.rects ?? []);
    await tab.close();
  });

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });

  async function expectLines(tab: Page, rects: readonly Rect[]): Promise<void> {
    const [before, now] = await bothPictures(tab);
    const lines = rects.map((rect) => lineIn(before, now, rect));
    for (const line of lines) {
      expect(line.covered, JSON.stringify(lines)).toBeGreaterThan(LEAST_COVERED);
      expect(line.median, JSON.stringify(lines)).toBeGreaterThanOrEqual(3);
    }
  }
});
