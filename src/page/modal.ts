/**
 * Lets the card be worked with over a modal dialog of the page, which makes all else inert,
 * popovers above it included: only another modal dialog gets focus and presses there (both
 * browsers, measured). So the card always stands in a dialog, which is no box of its own
 * until it is raised: nothing is moved in the tree then, which would begin the card's motion
 * and its facts' scrolling anew.
 *
 * While it is raised the page's dialog is the inert one. For a pointer it is therefore
 * raised only as long as the pointer is on the card.
 */
import { closestTo } from './composed.ts';
import type { Point } from './hit-test.ts';

export interface Modal {
  /** What the card stands in. */
  readonly element: HTMLDialogElement;
  isRaised(): boolean;
  /** Above the page's dialogs, until it is lowered. */
  raise(): void;
  /** The pointer may go: it stays raised, if it is. */
  keep(): void;
  /**
   * Raised while the pointer is on the host and the words are in the page's dialog, with the
   * focus in the card; it goes back to where it was. True when that changed.
   */
  reach(point: Point, host: Element, words: Range): boolean;
  lower(): void;
}

/** No presses on the backdrop: they would count as presses in the card. */
export const MODAL_CSS = `.modal { all: unset; display: contents; }
.modal:modal { display: block; position: fixed; inset: inherit; }
.modal::backdrop { background: none; pointer-events: none; }
`;

/** `onCancel`: the browser was asked to close the dialog; it is closed by us alone. */
export function createModal(shell: HTMLElement, onCancel: () => void): Modal {
  const element = shell.ownerDocument.createElement('dialog');
  element.className = 'modal';
  // The dialog with a name is the card in it. To Chromium a dialog can have the focus, so that
  // it would not hear of "presentation"; a group without a name is not spoken of.
  element.role = 'group';
  element.append(shell);
  element.addEventListener('cancel', (event) => {
    event.preventDefault();
    onCancel();
  });
  /** Raised for a pointer that is on the card. */
  let isForPointer = false;

  const isRaised = (): boolean => element.matches(':modal');
  const raise = (): void => {
    // A page that took the host away and back leaves it open and no longer modal.
    element.open = false;
    element.showModal();
  };
  const lower = (): void => {
    isForPointer = false;
    element.close();
  };

  return {
    element,
    isRaised,
    raise,
    keep() {
      isForPointer = false;
    },
    reach(point, host, words) {
      const isOn = isWithin(point, host.getBoundingClientRect());
      if (!isOn && isForPointer) {
        lower();
        return true;
      }
      if (!isOn || isRaised() || !isInTopDialog(words, point)) return false;
      isForPointer = true;
      raise();
      shell.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
      return true;
    },
    lower,
  };
}

function isWithin({ x, y }: Point, { left, top, right, bottom }: DOMRect): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

/** Is it in a modal dialog of the page? */
export function isInDialog(words: Range): boolean {
  return closestTo(words.startContainer, 'dialog:modal') !== null;
}

/** Is it in a modal dialog, and at the point no other one above that? */
function isInTopDialog(words: Range, { x, y }: Point): boolean {
  const dialog = closestTo(words.startContainer, 'dialog:modal');
  const hit = dialog?.ownerDocument.elementFromPoint(x, y);
  const top = hit && closestTo(hit, 'dialog:modal');
  return dialog !== null && (!top || top === dialog);
}
