/**
 * Turns what the reader does (pointer, touch, keys) into the card's events.
 * Only translates: what follows from an event is the state machine's business.
 */
import { type CardEvent, FASTEST_HOVER } from '../core/card-state.ts';
import { type Box, isInside, isOnTheWay } from '../core/corridor.ts';
import type { HitTest, Point } from './hit-test.ts';
import type { PlacedMention } from './place.ts';

export interface ReaderOptions {
  readonly document: Document;
  readonly hitTest: HitTest;
  /** Where the card is, if it is open. */
  readonly cardBox: () => Box | undefined;
  /** Is this event from inside the card? */
  readonly isInCard: (event: Event) => boolean;
  readonly onEvent: (event: CardEvent<PlacedMention>, at: Point | undefined) => void;
  readonly signal: AbortSignal;
}

/** Scrolling further than this leaves the words the card belongs to behind, in CSS px. */
const SCROLL_AWAY = 40;

export function listenToReader(options: ReaderOptions): void {
  const { document, hitTest, cardBox, isInCard, onEvent, signal } = options;
  const passive = { capture: true, passive: true, signal } as const;
  let last: { x: number; y: number; time: number } | undefined;
  let speed = 0;
  let frame = 0;
  /** Where the pointer last was on the mention whose card is open. */
  let exit: Point | undefined;
  let isOnMention = false;
  let scrolledFrom = 0;

  const look = (point: Point, mayHit: boolean, inCard: boolean): void => {
    const box = cardBox();
    if (inCard || (box && isInside(point, box))) {
      isOnMention = false;
      onEvent({ type: 'enter' }, undefined);
      return;
    }
    const mention = mayHit ? hitTest.at(point) : undefined;
    if (mention) {
      exit = point;
      isOnMention = true;
      if (speed < FASTEST_HOVER) onEvent({ type: 'point', at: mention }, point);
      return;
    }
    if (box && exit && isOnTheWay(point, exit, box)) return;
    if (isOnMention || box) onEvent({ type: 'leave' }, undefined);
    isOnMention = false;
  };

  document.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      const { clientX: x, clientY: y, timeStamp: time } = event;
      if (last && time > last.time) {
        speed = Math.hypot(x - last.x, y - last.y) / (time - last.time);
      }
      last = { x, y, time };
      const mayHit = hitTest.mayHit(event.target);
      const inCard = isInCard(event);
      // Most moves are over no mention with no card open: they cost nothing more.
      if (!mayHit && !inCard && !isOnMention && !cardBox()) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        look({ x, y }, mayHit, inCard);
        // A pointer that came in fast and stopped sends no further move.
        if (mayHit && speed >= FASTEST_HOVER) {
          frame = requestAnimationFrame(() => {
            speed = 0;
            look({ x, y }, mayHit, inCard);
          });
        }
      });
    },
    passive,
  );

  document.documentElement.addEventListener(
    'pointerleave',
    () => {
      isOnMention = false;
      onEvent({ type: 'leave' }, undefined);
    },
    { passive: true, signal },
  );

  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && cardBox() && !isInCard(event)) onEvent({ type: 'dismiss' }, undefined);
    },
    passive,
  );

  // A tap opens the card; words inside a link keep the link's click.
  document.addEventListener(
    'click',
    (event) => {
      const isTouch = (event as PointerEvent).pointerType === 'touch';
      if (!isTouch || !event.isTrusted || !hitTest.mayHit(event.target)) return;
      if (event.target instanceof Element && event.target.closest('a, button')) return;
      const point = { x: event.clientX, y: event.clientY };
      const mention = hitTest.at(point);
      if (mention) onEvent({ type: 'pin', at: mention }, point);
    },
    { capture: true, signal },
  );

  document.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !cardBox()) return;
      if (event.key === 'Escape') {
        // Only while a card is open, so the page's own Escape is taken at most once.
        event.preventDefault();
        event.stopImmediatePropagation();
        onEvent({ type: 'dismiss' }, undefined);
      } else if (!isInCard(event) && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
        onEvent({ type: 'dismiss' }, undefined);
      }
    },
    { capture: true, signal },
  );

  document.addEventListener(
    'scroll',
    (event) => {
      if (!cardBox() || isInCard(event)) {
        scrolledFrom = document.defaultView?.scrollY ?? 0;
        return;
      }
      const moved = Math.abs((document.defaultView?.scrollY ?? 0) - scrolledFrom);
      if (moved > SCROLL_AWAY || event.target !== document) onEvent({ type: 'dismiss' }, undefined);
    },
    passive,
  );
}
