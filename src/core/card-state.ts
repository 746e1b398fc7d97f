/**
 * When the card opens, stays and goes: a state machine without a clock.
 *
 *              point            elapsed             leave
 *   closed ───────────▶ dwelling ────────▶ open ───────────▶ leaving
 *     ▲  ▲                │  ▲              │ ▲  │ ▲             │ │
 *     │  └── leave ───────┘  │ point        │ │  │ └── enter ────┘ │
 *     │                      │ (another)    │ │  │     point same   │
 *     │                      └──────────────┘ │  │ pin              │
 *     │                                       │  ▼                  │
 *     └─────── dismiss, turn-away ─────────── pinned               │
 *     └───────────── elapsed ──────────────────────────────────────┘
 *
 * Time enters only as `elapsed`: the caller keeps one timer, armed for
 * `timeoutOf(state)` after each change. After a dismissal the mention `under` the
 * pointer stays quiet until the pointer has left it (WCAG 2.2 SC 1.4.13).
 */

/** What keeps a card open: its pin, a key, a finger, or work with its controls. */
export type PinnedBy = 'pin' | 'key' | 'touch' | 'use';

export type CardState<T> =
  | { readonly name: 'closed'; readonly quiet?: T }
  | { readonly name: 'dwelling'; readonly on: T; readonly wait: number; readonly shown?: T }
  | { readonly name: 'open'; readonly on: T }
  | { readonly name: 'leaving'; readonly on: T }
  | { readonly name: 'pinned'; readonly on: T; readonly by: PinnedBy };

export type CardEvent<T> =
  /** The pointer rests on a mention, slowly enough to mean it. */
  | { readonly type: 'point'; readonly at: T }
  /** The pointer is on no mention, not in the card and not on its way to it. */
  | { readonly type: 'leave' }
  /** The pointer is in the card, or on its way there. */
  | { readonly type: 'enter' }
  /** The timer of `timeoutOf` ran out. */
  | { readonly type: 'elapsed' }
  /** A tap, a key, the pin or work with a control: open until dismissed. */
  | { readonly type: 'pin'; readonly at: T; readonly by: PinnedBy }
  /** The reader turned to the page: a press outside, typing, a selection, a scroll away. */
  | { readonly type: 'turn-away'; readonly under?: T | undefined }
  /** Escape, the close button, or the mention is gone. */
  | { readonly type: 'dismiss'; readonly under?: T | undefined };

/** Dwell before a first card opens, in ms. Page Previews waits 500 with a fetch, 10ten 400. */
export const DWELL_MS = 320;
/** Dwell when a card is already open and the pointer moves to another mention, in ms. */
export const MOVE_MS = 80;
/** Grace after leaving mention and card, in ms; Page Previews' ABANDON_END_DELAY. */
export const GRACE_MS = 300;
/** Above this pointer speed nothing is meant, in px per ms; 10ten's hover gate. */
export const FASTEST_HOVER = 0.5;

/** The state after the event; the same object when nothing changes. `dwell`: before a first card, in ms. */
export function step<T>(
  state: CardState<T>,
  event: CardEvent<T>,
  dwell: number = DWELL_MS,
): CardState<T> {
  switch (event.type) {
    case 'dismiss':
      return dismissed(state, event.under);
    case 'turn-away':
      return turnedAway(state, event.under);
    case 'pin':
      return pinned(state, event.at, event.by);
    case 'point':
      return pointed(state, event.at, dwell);
    case 'enter':
      if (state.name === 'leaving') return { name: 'open', on: state.on };
      return state.name === 'dwelling' && state.shown !== undefined
        ? { name: 'open', on: state.shown }
        : state;
    case 'leave':
      return left(state);
    case 'elapsed':
      if (state.name === 'dwelling') return { name: 'open', on: state.on };
      return state.name === 'leaving' ? { name: 'closed' } : state;
  }
}

/** Milliseconds after which the caller sends `elapsed`, or undefined for no timer. */
export function timeoutOf(state: CardState<unknown>): number | undefined {
  if (state.name === 'dwelling') return state.wait;
  return state.name === 'leaving' ? GRACE_MS : undefined;
}

/** The mention whose card is on the screen, if one is. */
export function shownIn<T>(state: CardState<T>): T | undefined {
  if (state.name === 'closed') return undefined;
  return state.name === 'dwelling' ? state.shown : state.on;
}

/** The mention pointed at whose card is not on the screen yet, if there is one. */
export function pointedIn<T>(state: CardState<T>): T | undefined {
  return state.name === 'dwelling' ? state.on : undefined;
}

/** Quiet is only what the pointer is on: what it is not on it must be able to come to. */
function dismissed<T>(state: CardState<T>, under: T | undefined): CardState<T> {
  if (state.name === 'closed') return state;
  return under === undefined ? { name: 'closed' } : { name: 'closed', quiet: under };
}

/** The pin says: stay while I read on; a card only in use goes. A rest that had opened nothing may begin anew. */
function turnedAway<T>(state: CardState<T>, under: T | undefined): CardState<T> {
  if (state.name === 'pinned' && state.by === 'pin') return state;
  if (state.name === 'dwelling' && state.shown === undefined) return { name: 'closed' };
  return dismissed(state, under);
}

function pinned<T>(state: CardState<T>, at: T, by: PinnedBy): CardState<T> {
  if (state.name !== 'pinned' || state.on !== at) return { name: 'pinned', on: at, by };
  // Working with a control does not undo the pin, nor what a key or finger opened.
  return by === 'use' || by === state.by ? state : { name: 'pinned', on: at, by };
}

function pointed<T>(state: CardState<T>, at: T, dwell: number): CardState<T> {
  // Who wants cards sooner than the move between two mentions takes, wants that too.
  const move = Math.min(MOVE_MS, dwell);
  switch (state.name) {
    case 'closed':
      return state.quiet === at ? state : { name: 'dwelling', on: at, wait: dwell };
    case 'dwelling':
      if (state.on === at) return state;
      if (state.shown === at) return { name: 'open', on: at };
      return { ...state, on: at };
    case 'open':
      return state.on === at ? state : { name: 'dwelling', on: at, wait: move, shown: state.on };
    case 'leaving':
      return state.on === at
        ? { name: 'open', on: at }
        : { name: 'dwelling', on: at, wait: move, shown: state.on };
    case 'pinned':
      return state;
  }
}

function left<T>(state: CardState<T>): CardState<T> {
  switch (state.name) {
    case 'closed':
      return state.quiet === undefined ? state : { name: 'closed' };
    case 'dwelling':
      return state.shown === undefined ? { name: 'closed' } : { name: 'leaving', on: state.shown };
    case 'open':
      return { name: 'leaving', on: state.on };
    case 'leaving':
    case 'pinned':
      return state;
  }
}
