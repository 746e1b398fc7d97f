/** The three toolbar icons, as pixels: seen on light and dark toolbars, told apart without hue. */

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { iconFiles } from '../../src/tools/icons.ts';

const TOOLBARS = {
  'Chromium light': [255, 255, 255],
  'Chromium dark': [60, 60, 60],
  'Firefox light': [249, 249, 251],
  'Firefox dark': [43, 42, 51],
} as const;
type Colour = readonly [number, number, number];
const NAMES = ['icon', 'icon-quiet', 'icon-off'] as const;
const SIZE = 16;

/** WCAG's relative luminance. */
function luminance([r, g, b]: Colour): number {
  const [lr, lg, lb] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb;
}

/** The icon on a toolbar: the lightness of each pixel. */
async function lightness(name: string, toolbar: Colour): Promise<number[]> {
  const file = (await iconFiles()).find(
    ({ relativeDest }) => relativeDest === `icons/${name}-${SIZE}.png`,
  );
  const [r, g, b] = toolbar;
  const pixels = await sharp(file?.contents as unknown as Buffer)
    .flatten({ background: { r, g, b } })
    .raw()
    .toBuffer();
  return Array.from({ length: pixels.length / 3 }, (_, at) =>
    luminance([pixels[3 * at] ?? 0, pixels[3 * at + 1] ?? 0, pixels[3 * at + 2] ?? 0]),
  );
}

const contrast = (a: number, b: number): number => {
  const [dark, light] = a < b ? [a, b] : [b, a];
  return (light + 0.05) / (dark + 0.05);
};

describe.each(Object.entries(TOOLBARS))('on %s', (_name, toolbar) => {
  test.each(NAMES)('%s: its shape has 3 : 1 somewhere in every quarter', async (name) => {
    const ground = luminance(toolbar);
    const pixels = await lightness(name, toolbar);
    const quarters = [0, 0, 0, 0];
    pixels.forEach((pixel, at) => {
      const quarter = (at % SIZE < SIZE / 2 ? 0 : 1) + (at < pixels.length / 2 ? 0 : 2);
      if (contrast(pixel, ground) >= 3) quarters[quarter] = (quarters[quarter] ?? 0) + 1;
    });
    for (const count of quarters) expect(count).toBeGreaterThanOrEqual(6);
  });

  test.each([
    ['icon', 'icon-quiet'],
    ['icon', 'icon-off'],
    ['icon-quiet', 'icon-off'],
  ])('%s and %s differ in lightness, whatever colours one sees', async (one, other) => {
    const [a, b] = [await lightness(one, toolbar), await lightness(other, toolbar)];
    const different = a.filter((pixel, at) => contrast(pixel, b[at] ?? 0) >= 1.5).length;
    expect(different).toBeGreaterThanOrEqual(SIZE * SIZE * 0.15);
  });
});
