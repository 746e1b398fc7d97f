import { expect, test } from 'vitest';
import { isOnTheWay } from '../../src/core/corridor.ts';

const CARD = { left: 100, top: 200, right: 480, bottom: 500 };
const LEFT_AT = { x: 150, y: 180 };

test.each([
  ['straight down', { x: 150, y: 190 }, true],
  ['diagonally towards the far corner', { x: 250, y: 188 }, true],
  ['inside the card', { x: 300, y: 400 }, true],
  ['away to the left', { x: 60, y: 182 }, false],
  ['back up', { x: 150, y: 120 }, false],
  ['past the card below', { x: 150, y: 560 }, false],
])('%s', (_name, point, isOn) => {
  expect(isOnTheWay(point, LEFT_AT, CARD)).toBe(isOn);
});
