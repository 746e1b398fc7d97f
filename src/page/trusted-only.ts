/**
 * Only what the reader does counts inside the card: events that a script made end at its
 * root. With a closed root a page has no element in there to send them to; but Firefox
 * names it to the page in `event.originalTarget` once the pointer was inside, and
 * `.click()` needs no more than that.
 */
const TYPES = [
  ...['click', 'contextmenu', 'change', 'input', 'cancel', 'keydown', 'keyup'],
  ...['pointerdown', 'pointermove', 'pointerup', 'pointercancel'],
];

/** Keep scripts from working the controls under the root, until the signal aborts. */
export function trustedOnly(root: ShadowRoot, signal: AbortSignal): void {
  for (const type of TYPES) {
    root.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) return;
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      { capture: true, signal },
    );
  }
}
