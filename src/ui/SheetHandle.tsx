/** The handle of a sheet: dragged down far enough, the sheet closes; pressed, it closes too. */
import { useRef } from 'preact/hooks';

interface SheetHandleProps {
  readonly label: string;
  readonly onClose: () => void;
}

/** Dragged further than this, the reader means to close, in CSS px. */
const CLOSE_AFTER = 64;

export function SheetHandle({ label, onClose }: SheetHandleProps) {
  /** Where the drag began, in viewport px; undefined while nothing is dragged. */
  const from = useRef<number | undefined>(undefined);
  const drag = useRef(0);

  /** The whole sheet follows the finger. */
  const follow = (handle: HTMLElement, distance: number): void => {
    drag.current = distance;
    const card = handle.closest<HTMLElement>('.card');
    if (card) card.style.translate = `0 ${distance}px`;
  };
  const end = (event: { readonly currentTarget: HTMLElement }): void => {
    from.current = undefined;
    if (drag.current > CLOSE_AFTER) onClose();
    else follow(event.currentTarget, 0);
  };
  return (
    <button
      type="button"
      class="handle"
      aria-label={label}
      onClick={onClose}
      onPointerDown={(event) => {
        from.current = event.clientY;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (from.current === undefined) return;
        follow(event.currentTarget, Math.max(0, event.clientY - from.current));
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
