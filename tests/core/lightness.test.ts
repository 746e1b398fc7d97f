/** Colours as browsers write them, and how light they are. */
import { describe, expect, test } from 'vitest';
import { lightnessOf, opacityOf } from '../../src/core/lightness.ts';

describe('lightness', () => {
  const colours: [string, number][] = [
    ['rgb(0, 0, 0)', 0],
    ['rgb(255, 255, 255)', 1],
    // Red and blue as CSS Color 4 gives them in its examples of OKLab.
    ['rgb(128, 128, 128)', 0.6],
    ['rgb(255, 0, 0)', 0.628],
    ['rgba(0, 0, 255, 0.5)', 0.452],
    ['color(srgb 1 1 1 / 0.5)', 1],
    ['oklch(0.42 0.1 300)', 0.42],
    ['oklab(0.9 0.01 -0.02 / 0.5)', 0.9],
    ['lab(50 20 10)', 0.5],
    ['lch(100% 0 0)', 1],
  ];
  test.each(colours)('%s is %f', (colour, expected) => {
    expect(lightnessOf(colour)).toBeCloseTo(expected, 2);
  });

  test.each(['', 'currentcolor', 'color(display-p3 1 0 0)', 'rgb()'])(
    '“%s” says nothing',
    (colour) => {
      expect(lightnessOf(colour)).toBeUndefined();
    },
  );
});

describe('opacity', () => {
  const colours: [string, number][] = [
    ['rgb(1, 2, 3)', 1],
    ['rgba(0, 0, 0, 0)', 0],
    ['rgba(1, 2, 3, 0.25)', 0.25],
    ['color(srgb 1 1 1 / 0.5)', 0.5],
    ['oklch(0.4 0.1 300 / 5%)', 0.05],
  ];
  test.each(colours)('%s is %f', (colour, expected) => {
    expect(opacityOf(colour)).toBeCloseTo(expected, 3);
  });
});
