/**
 * Follows a mouse or pen over the page. Most moves are over no mention with no
 * card open: they cost nothing. At most one hit test a frame.
 */
import { FASTEST_HOVER } from '../core/card-state.ts';
import { isInside, isOnTheWay } from '../core/corridor.ts';
import type { Point } from './hit-test.ts';
import type { ReaderOptions } from './listen-to-reader.ts';
import type { PlacedMention } from './place.ts';
import { targetOf } from './pressable.ts';

export interface PointerListener {
  /** The mention that the pointer is on. */
  under(): PlacedMention | undefined;
}

export function listenToPointer(options: ReaderOptions): PointerListener {
  const { document, hitTest, cardBox, isInCard, reachCard, onEvent, signal } = options;
  let last: { x: number; y: number; time: number } | undefined;
  let speed = 0;
  let frame = 0;
  /** Where the pointer last was on the mention whose card is open. */
  let exit: Point | undefined;
  /** On a mention, in the card or between them when last looked at: leaving is news then. */
  let isNear = false;
  let under: PlacedMention | undefined;

  const look = (point: Point, mayHit: boolean, inCard: boolean): void => {
    const box = cardBox();
    if (box) reachCard(point);
    under = undefined;
    if (inCard || (box && isInside(point, box))) {
      isNear = true;
      onEvent({ type: 'enter' }, undefined);
      return;
    }
    const mention = mayHit ? hitTest.at(point) : undefined;
    if (mention) {
      exit = point;
      isNear = true;
      under = mention;
      if (speed < FASTEST_HOVER) onEvent({ type: 'point', at: mention }, point);
      return;
    }
    if (box && exit && isOnTheWay(point, exit, box)) return;
    if (isNear || box) onEvent({ type: 'leave' }, undefined);
    isNear = false;
  };

  document.addEventListener(
    'pointermove',
    (event) => {
      // A page's own script may send moves at will: they mean nothing. Buttons: a drag selects.
      if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
      const { clientX: x, clientY: y, timeStamp: time } = event;
      if (last && time > last.time) {
        speed = Math.hypot(x - last.x, y - last.y) / (time - last.time);
      }
      last = { x, y, time };
      const mayHit = hitTest.mayHit(targetOf(event));
      const inCard = isInCard(event);
      if (!mayHit && !inCard && !cardBox()) {
        // On no mention, and no card to be on the way to: nothing to look at. Said at once,
        // for a pointer may be back on the words before a busy page gets to its next frame.
        cancelAnimationFrame(frame);
        under = undefined;
        if (isNear) onEvent({ type: 'leave' }, undefined);
        isNear = false;
        return;
      }
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
    { capture: true, passive: true, signal },
  );

  // A press is not a rest: what was about to be looked at no longer counts.
  document.addEventListener(
    'pointerdown',
    ({ isTrusted }) => {
      if (isTrusted) cancelAnimationFrame(frame);
    },
    { capture: true, passive: true, signal },
  );

  document.documentElement.addEventListener(
    'pointerleave',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      isNear = false;
      under = undefined;
      onEvent({ type: 'leave' }, undefined);
    },
    { passive: true, signal },
  );
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  return { under: () => under };
}
