/** What a reader sees of a page, down to the pixel: pictures, and contrast as WCAG reckons it. */
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, 0 to 255; outside the picture, nothing. */
  at(x: number, y: number): Colour | undefined;
}
export type Colour = readonly [number, number, number];

/** In pixels of the picture. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The whole page as it is painted now, or what is in view of it: a picture of the whole moves a card. */
export async function takePicture(page: Page, fullPage = true): Promise<Picture> {
  // Of a tab that lies behind another, a busy Chromium takes minutes, and opens no tab meanwhile.
  await page.bringToFront();
  const png = await page.screenshot({ fullPage });
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return {
    width,
    height,
    at(x, y) {
      if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
      const from = (y * width + x) * 3;
      return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
    },
  };
}

/** WCAG 2.2's contrast ratio, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export interface Change {
  readonly x: number;
  readonly y: number;
  readonly contrast: number;
}

/** Less than this in every channel is the same colour to anyone. */
const SAME = 6;

/** Where two pictures of a page differ within a rectangle, and by what contrast. */
export function changes(before: Picture, now: Picture, rect: Rect): Change[] {
  const found: Change[] = [];
  for (let y = Math.floor(rect.top); y < rect.bottom; y++) {
    for (let x = Math.floor(rect.left); x < rect.right; x++) {
      const [a, b] = [before.at(x, y), now.at(x, y)];
      if (!a || !b || a.every((value, at) => Math.abs(value - (b[at] ?? 0)) <= SAME)) continue;
      found.push({ x, y, contrast: contrast(a, b) });
    }
  }
  return found;
}

/** A mention on the page: its boxes, and where in the page it stands. */
export interface Seen {
  readonly entity: string;
  readonly text: string;
  /** Id of the nearest element around it that has one. */
  readonly id: string;
  /** One for each line it stands on. */
  readonly rects: readonly Rect[];
}

/** All mentions in document order, whichever painter painted them. */
export function seenMentions(page: Page): Promise<Seen[]> {
  return page.evaluate(() => {
    const all: { entity: string; range: Range }[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
      if (!name.startsWith('bakteppe-') || name === 'bakteppe-active') continue;
      for (const range of highlight) all.push({ entity: name.slice('bakteppe-'.length), range });
    }
    for (const mark of document.querySelectorAll<HTMLElement>('mark[data-bakteppe]')) {
      const range = document.createRange();
      range.selectNodeContents(mark);
      all.push({ entity: mark.dataset.bakteppe ?? '', range });
    }
    const scale = devicePixelRatio;
    const place = ({ left, top, right, bottom }: DOMRect) => ({
      left: (left + scrollX) * scale,
      top: (top + scrollY) * scale,
      right: (right + scrollX) * scale,
      bottom: (bottom + scrollY) * scale,
    });
    return all
      .sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
      .map(({ entity, range }) => ({
        entity,
        text: String(range),
        id: range.startContainer.parentElement?.closest('[id]')?.id ?? '',
        rects: [...range.getClientRects()].map(place),
      }));
  });
}
