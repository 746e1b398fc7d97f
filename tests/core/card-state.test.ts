/** Each test is named after an edge of the diagram in `card-state.ts`. */
import { describe, expect, test } from 'vitest';
import {
  type CardEvent,
  type CardState,
  DWELL_MS,
  GRACE_MS,
  MOVE_MS,
  type PinnedBy,
  pointedIn,
  shownIn,
  step,
  timeoutOf,
} from '../../src/core/card-state.ts';

type S = CardState<string>;
type E = CardEvent<string>;
const CLOSED: S = { name: 'closed' };
const OPEN: S = { name: 'open', on: 'a' };
const LEAVING: S = { name: 'leaving', on: 'a' };
const PINNED: S = { name: 'pinned', on: 'a', by: 'pin' };
const IN_USE: S = { name: 'pinned', on: 'a', by: 'use' };
const BY_KEY: S = { name: 'pinned', on: 'a', by: 'key' };
const pin = (at: string, by: PinnedBy): E => ({ type: 'pin', at, by });
const QUIET: S = { name: 'closed', quiet: 'a' };
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
      'open –dismiss on the mention→ closed, quiet there',
      OPEN,
      { type: 'dismiss', under: 'a' },
      { name: 'closed', quiet: 'a' },
    ],
    ['quiet –leave→ closed', { name: 'closed', quiet: 'a' }, { type: 'leave' }, CLOSED],
    ['quiet –point another→ dwelling', { name: 'closed', quiet: 'b' }, point('a'), DWELLING],
    [
      'open –turn away on the mention→ closed, quiet there',
      OPEN,
      { type: 'turn-away', under: 'a' },
      QUIET,
    ],
    ['open –dismiss from the card→ closed', OPEN, { type: 'dismiss' }, CLOSED],
    ['leaving –turn away→ closed', LEAVING, { type: 'turn-away' }, CLOSED],
    [
      'moving –turn away→ closed, quiet where it was going',
      MOVING,
      { type: 'turn-away', under: 'b' },
      { name: 'closed', quiet: 'b' },
    ],
    ['dwelling –turn away→ closed, not quiet', DWELLING, { type: 'turn-away' }, CLOSED],
    ['open –pin→ pinned', OPEN, pin('a', 'pin'), PINNED],
    ['leaving –pin→ pinned', LEAVING, pin('a', 'pin'), PINNED],
    ['closed –pin by key→ pinned', CLOSED, pin('a', 'key'), BY_KEY],
    ['pinned –pin another→ pinned there', PINNED, pin('b', 'key'), { ...BY_KEY, on: 'b' }],
    ['in use –pin→ pinned', IN_USE, pin('a', 'pin'), PINNED],
    ['in use –turn away→ closed', IN_USE, { type: 'turn-away' }, CLOSED],
    ['by key –turn away→ closed', BY_KEY, { type: 'turn-away' }, CLOSED],
    ['pinned –dismiss→ closed', PINNED, { type: 'dismiss' }, CLOSED],
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
    ['pinned, turn away: the pin says stay', PINNED, { type: 'turn-away' }],
    ['pinned, used', PINNED, pin('a', 'use')],
    ['by key, used', BY_KEY, pin('a', 'use')],
    ['in use, leave', IN_USE, { type: 'leave' }],
    ['closed, turn away', CLOSED, { type: 'turn-away' }],
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

describe('pointed at before the card opens', () => {
  const states: [string, S, string | undefined][] = [
    ['closed: none', CLOSED, undefined],
    ['dwelling: the mention dwelt on', DWELLING, 'a'],
    ['moving: the other mention', MOVING, 'b'],
    ['open: none, its card is there', OPEN, undefined],
    ['pinned: none', PINNED, undefined],
  ];
  test.each(states)('%s', (_, state, pointed) => {
    expect(pointedIn(state)).toBe(pointed);
  });
});
