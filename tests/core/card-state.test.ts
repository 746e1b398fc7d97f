/** Each test is named after an edge of the diagram in `card-state.ts`. */
import { describe, expect, test } from 'vitest';
import {
  type CardEvent,
  type CardState,
  DWELL_MS,
  GRACE_MS,
  MOVE_MS,
  shownIn,
  step,
  timeoutOf,
} from '../../src/core/card-state.ts';

type S = CardState<string>;
type E = CardEvent<string>;
const CLOSED: S = { name: 'closed' };
const OPEN: S = { name: 'open', on: 'a' };
const LEAVING: S = { name: 'leaving', on: 'a' };
const PINNED: S = { name: 'pinned', on: 'a', byKey: false };
const DWELLING: S = { name: 'dwelling', on: 'a', wait: DWELL_MS };
const MOVING: S = { name: 'dwelling', on: 'b', wait: MOVE_MS, shown: 'a' };
const point = (at: string): E => ({ type: 'point', at });

describe('edges', () => {
  const edges: [string, S, E, S][] = [
    ['closed –point→ dwelling', CLOSED, point('a'), DWELLING],
    ['dwelling –elapsed→ open', DWELLING, { type: 'elapsed' }, OPEN],
    ['dwelling –leave→ closed', DWELLING, { type: 'leave' }, CLOSED],
    ['dwelling –point another→ dwelling on it', DWELLING, point('b'), { ...DWELLING, on: 'b' }],
    ['open –point another→ dwelling shortly, card still up', OPEN, point('b'), MOVING],
    ['moving –point the first→ open as before', MOVING, point('a'), OPEN],
    ['moving –enter card→ open as before', MOVING, { type: 'enter' }, OPEN],
    ['moving –elapsed→ open on the other', MOVING, { type: 'elapsed' }, { name: 'open', on: 'b' }],
    ['moving –leave→ leaving', MOVING, { type: 'leave' }, LEAVING],
    ['open –leave→ leaving', OPEN, { type: 'leave' }, LEAVING],
    ['leaving –enter card→ open', LEAVING, { type: 'enter' }, OPEN],
    ['leaving –point the same→ open', LEAVING, point('a'), OPEN],
    ['leaving –point another→ moving', LEAVING, point('b'), MOVING],
    ['leaving –elapsed→ closed', LEAVING, { type: 'elapsed' }, CLOSED],
    [
      'open –dismiss→ closed, quiet there',
      OPEN,
      { type: 'dismiss' },
      { name: 'closed', quiet: 'a' },
    ],
    ['quiet –leave→ closed', { name: 'closed', quiet: 'a' }, { type: 'leave' }, CLOSED],
    ['quiet –point another→ dwelling', { name: 'closed', quiet: 'b' }, point('a'), DWELLING],
    ['open –pin→ pinned', OPEN, { type: 'pin', at: 'a' }, PINNED],
    ['pinned –dismiss→ closed', PINNED, { type: 'dismiss' }, { name: 'closed', quiet: 'a' }],
  ];
  test.each(edges)('%s', (_edge, from, event, to) => {
    expect(step(from, event)).toEqual(to);
  });
});

describe('no change is the same object', () => {
  const still: [string, S, E][] = [
    ['closed, leave', CLOSED, { type: 'leave' }],
    ['closed, elapsed', CLOSED, { type: 'elapsed' }],
    ['closed, dismiss', CLOSED, { type: 'dismiss' }],
    ['quiet mention stays quiet under the pointer', { name: 'closed', quiet: 'a' }, point('a')],
    ['open, point the same', OPEN, point('a')],
    ['pinned, leave', PINNED, { type: 'leave' }],
    ['pinned, point another', PINNED, point('b')],
    ['leaving, leave again', LEAVING, { type: 'leave' }],
  ];
  test.each(still)('%s', (_name, state, event) => {
    expect(step(state, event)).toBe(state);
  });
});

test('timers: dwell, short dwell, grace, and none else', () => {
  expect([CLOSED, DWELLING, MOVING, OPEN, LEAVING, PINNED].map(timeoutOf)).toEqual([
    undefined,
    DWELL_MS,
    MOVE_MS,
    undefined,
    GRACE_MS,
    undefined,
  ]);
});

test('what is on the screen', () => {
  expect([CLOSED, DWELLING, MOVING, OPEN, LEAVING, PINNED].map(shownIn)).toEqual([
    undefined,
    undefined,
    'a',
    'a',
    'a',
    'a',
  ]);
});
