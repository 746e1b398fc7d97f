/**
 * Turns what the reader does into the card's events. Only translates: what
 * follows from an event is the state machine's business. Pointers are followed
 * in `listen-to-pointer.ts`, fingers in `listen-to-touch.ts`.
 */
import type { CardEvent } from '../core/card-state.ts';
import { CARD_TAG } from '../core/card-tag.ts';
import type { Box } from '../core/corridor.ts';
import type { HitTest, Point } from './hit-test.ts';
import { listenToClick } from './listen-to-click.ts';
import { listenToPointer } from './listen-to-pointer.ts';
import { listenToTouch } from './listen-to-touch.ts';
import { onTrusted } from './on-trusted.ts';
import type { PlacedMention } from './place.ts';

export interface ReaderOptions {
  readonly document: Document;
  readonly hitTest: HitTest;
  /** Where the card is, if it is open. */
  readonly cardBox: () => Box | undefined;
  /** Is this event from inside the card? */
  readonly isInCard: (event: Event) => boolean;
  /** The pointer is at this point: where it is on the card, the card can be pressed. */
  readonly reachCard: (point: Point) => void;
  /** Does a click on a mention pin its card? */
  readonly pinsByClick: () => boolean;
  /** How far the words of the open card have moved since it opened, in CSS px. */
  readonly movedBy: () => number;
  readonly onEvent: (event: CardEvent<PlacedMention>, at: Point | undefined) => void;
  readonly signal: AbortSignal;
}

/** Scrolling further than this leaves the words the card belongs to behind, in CSS px. */
const SCROLL_AWAY = 40;
/** What may lie above the card and then owns Escape. */
const LAYERS = 'dialog:modal, [popover]:popover-open';

export interface ReaderListener {
  /** A card was opened: what lies above the page now was there before it. */
  opened(): void;
}

/** Listen until the signal aborts. */
export function listenToReader(options: ReaderOptions): ReaderListener {
  const { document, cardBox, isInCard, onEvent, signal } = options;
  const passive = { capture: true, passive: true, signal } as const;
  const turnAway = (): void => onEvent({ type: 'turn-away', under: pointer.under() }, undefined);
  /** Layers of the page that were open when the card last was not. */
  let layersBefore: readonly Element[] = [];

  const openLayers = (): Element[] =>
    [...document.querySelectorAll(LAYERS)].filter((layer) => layer.localName !== CARD_TAG);

  const pointer = listenToPointer(options);
  listenToTouch(options);
  const clicks = listenToClick(options);

  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !isInCard(event) && !clicks.isOurs(event)) turnAway();
    },
    passive,
  );

  // Who leaves a page that the browser keeps has left its card. Elsewhere it goes with the page.
  onTrusted<PageTransitionEvent>(
    document.defaultView,
    'pagehide',
    ({ persisted }) => persisted && cardBox() && onEvent({ type: 'dismiss' }, undefined),
    { signal },
  );

  document.addEventListener(
    'selectionchange',
    ({ isTrusted }) => {
      if (!isTrusted || !cardBox()) return;
      const selection = document.getSelection();
      if (selection && !selection.isCollapsed && selection.toString().trim() !== '') turnAway();
    },
    passive,
  );

  // On the window, before any listener of the page on its document.
  (document.defaultView ?? document).addEventListener(
    'keydown',
    (event) => {
      if (!(event instanceof KeyboardEvent) || !event.isTrusted || !cardBox()) return;
      if (event.key === 'Escape') {
        // A dialog or menu that came after the card is what Escape is meant for.
        if (openLayers().some((layer) => !layersBefore.includes(layer))) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        onEvent({ type: 'dismiss', under: pointer.under() }, undefined);
      } else if (isTyping(event) && !isInCard(event)) turnAway();
    },
    { capture: true, signal },
  );

  document.addEventListener(
    'scroll',
    (event) => {
      if (event.isTrusted && cardBox() && !isInCard(event) && options.movedBy() > SCROLL_AWAY)
        turnAway();
    },
    passive,
  );

  return {
    opened() {
      layersBefore = openLayers();
    },
  };
}

/** A character, and no shortcut: Firefox shows pages the extension's own keys before it takes them. */
function isTyping(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}
