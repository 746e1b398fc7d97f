/**
 * Fingers: a tap on a mention opens its card; where the words are part of a link
 * or button, the tap stays the page's and a long press opens the card.
 */
import type { Point } from './hit-test.ts';
import type { ReaderOptions } from './listen-to-reader.ts';
import type { PlacedMention } from './place.ts';
import { isPressable, targetOf } from './pressable.ts';

/** A finger that rests this long means it, in ms; a little sooner than the browsers' own menus (500). */
export const LONG_PRESS_MS = 450;
/** A finger that moved further is on its way elsewhere, in CSS px; Android's touch slop is 8 dp. */
const TOUCH_SLOP = 8;

interface Press {
  readonly mention: PlacedMention;
  readonly at: Point;
  readonly timer: ReturnType<typeof setTimeout>;
}

export function listenToTouch({ document, hitTest, onEvent, signal }: ReaderOptions): void {
  const passive = { capture: true, passive: true, signal } as const;
  let lastPointer = '';
  let press: Press | undefined;
  /** The card was opened by this press: the click and the menu that end it are not the page's. */
  let isTaken = false;

  const open = (mention: PlacedMention, at: Point): void =>
    onEvent({ type: 'pin', at: mention, by: 'touch' }, at);
  const mentionAt = (event: MouseEvent): PlacedMention | undefined =>
    event.isTrusted && hitTest.mayHit(targetOf(event))
      ? hitTest.at({ x: event.clientX, y: event.clientY })
      : undefined;
  const forget = (): void => {
    clearTimeout(press?.timer);
    press = undefined;
  };

  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      lastPointer = event.pointerType;
      isTaken = false;
      forget();
      if (event.pointerType !== 'touch') return;
      const mention = mentionAt(event);
      if (!mention || !isOnPressable(event, mention)) return;
      const at = { x: event.clientX, y: event.clientY };
      const timer = setTimeout(() => {
        isTaken = true;
        open(mention, at);
      }, LONG_PRESS_MS);
      press = { mention, at, timer };
    },
    passive,
  );
  document.addEventListener(
    'pointermove',
    ({ isTrusted, clientX, clientY }) => {
      if (isTrusted && press && Math.hypot(clientX - press.at.x, clientY - press.at.y) > TOUCH_SLOP)
        forget();
    },
    passive,
  );
  for (const type of ['pointerup', 'pointercancel', 'scroll'] as const) {
    document.addEventListener(type, ({ isTrusted }) => isTrusted && forget(), passive);
  }

  const takeOver = (event: Event): void => {
    if (!isTaken || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('contextmenu', takeOver, { capture: true, signal });
  document.addEventListener(
    'click',
    (event) => {
      takeOver(event);
      if (isTaken || lastPointer !== 'touch') return;
      const mention = mentionAt(event);
      if (mention && !isOnPressable(event, mention))
        open(mention, { x: event.clientX, y: event.clientY });
    },
    { capture: true, signal },
  );
  signal.addEventListener('abort', forget);
}

/** In a closed root only the words know of a link around them. */
function isOnPressable(event: Event, { range }: PlacedMention): boolean {
  return isPressable(targetOf(event)) || isPressable(range.startContainer);
}
