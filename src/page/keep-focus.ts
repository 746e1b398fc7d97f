/**
 * Remembers where the reader was, focus and selection, and takes them back there.
 *
 * A field keeps its own caret while it is not focused; the selection of the page does
 * not survive everything a reader may do in the card, so it is set again if it moved.
 */
export interface FocusKeeper {
  /** Remember where the reader is, unless a place is remembered already. */
  remember(): void;
  /** Back there. With `isOurs` false the reader has gone elsewhere: only forget. */
  giveBack(isOurs: boolean): void;
}

interface Place {
  readonly focused: HTMLElement | undefined;
  readonly anchor: { readonly node: Node; readonly offset: number } | undefined;
  readonly focus: { readonly node: Node; readonly offset: number } | undefined;
}

export function createFocusKeeper(document: Document): FocusKeeper {
  let place: Place | undefined;

  return {
    remember() {
      place ??= { focused: focusedIn(document), ...selectionIn(document) };
    },
    giveBack(isOurs) {
      const back = place;
      place = undefined;
      if (!back || !isOurs) return;
      if (back.focused?.isConnected) back.focused.focus({ preventScroll: true });
      else (document.activeElement as HTMLElement | null)?.blur();
      select(document, back);
    },
  };
}

/** The focused element, inside open shadow roots too; undefined while it is the page itself. */
function focusedIn(document: Document): HTMLElement | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : undefined;
}

function selectionIn(document: Document): Pick<Place, 'anchor' | 'focus'> {
  const selection = document.getSelection();
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
  return {
    anchor: anchorNode ? { node: anchorNode, offset: anchorOffset } : undefined,
    focus: focusNode ? { node: focusNode, offset: focusOffset } : undefined,
  };
}

function select(document: Document, { anchor, focus }: Place): void {
  const selection = document.getSelection();
  const now = selectionIn(document);
  const isSame =
    now.anchor?.node === anchor?.node &&
    now.anchor?.offset === anchor?.offset &&
    now.focus?.node === focus?.node &&
    now.focus?.offset === focus?.offset;
  if (isSame) return;
  try {
    if (anchor && focus) {
      selection?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
    } else {
      selection?.removeAllRanges();
    }
  } catch {
    // The text is shorter now than it was: then there is no such place any more.
  }
}
