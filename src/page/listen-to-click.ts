/**
 * The mouse, for readers who set it so: a click on a mention pins its card. Links and
 * buttons keep their click, and a press that becomes a selection is none.
 */
import type { Point } from './hit-test.ts';
import type { ReaderOptions } from './listen-to-reader.ts';
import type { PlacedMention } from './place.ts';
import { isPressable, targetOf } from './pressable.ts';

export interface ClickListener {
  /** Is this press the beginning of a click that pins? Then it does not turn to the page. */
  isOurs(event: PointerEvent): boolean;
}

export function listenToClick(options: ReaderOptions): ClickListener {
  const { document, hitTest, pinsByClick, onEvent, signal } = options;
  /** Where the mouse went down. */
  let pressed: PlacedMention | undefined;

  const mentionAt = (event: MouseEvent): PlacedMention | undefined => {
    const isMeant = pinsByClick() && event.isTrusted && event.button === 0;
    if (!isMeant || !hitTest.mayHit(targetOf(event)) || isPressable(targetOf(event)))
      return undefined;
    const mention = hitTest.at(pointOf(event));
    // In a closed root only the words know of a link around them.
    return mention && isPressable(mention.range.startContainer) ? undefined : mention;
  };

  document.addEventListener(
    'click',
    (event) => {
      const mention = pressed && mentionAt(event);
      if (!mention || mention !== pressed || document.getSelection()?.isCollapsed === false) return;
      onEvent({ type: 'pin', at: mention, by: 'pin' }, pointOf(event));
    },
    { capture: true, passive: true, signal },
  );

  return {
    isOurs(event) {
      // Fingers have a listener of their own.
      pressed = event.pointerType === 'touch' ? undefined : mentionAt(event);
      return pressed !== undefined;
    },
  };
}

function pointOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY };
}
