/**
 * Tab goes round inside the card while the focus is there.
 *
 * The card is the page's last element: Tab from its last control would lead out of the
 * page, and Shift+Tab from its first to the page's end, both far from the words. Escape
 * and Close lead out, back to where the reader was (WCAG 2.1.2).
 */
const CONTROLS = 'button, select, input, textarea, summary, a[href], [tabindex]';

/** Keep Tab within the shadow root until the signal aborts. */
export function wrapTab(root: ShadowRoot, signal: AbortSignal): void {
  root.addEventListener(
    'keydown',
    (event) => {
      const { key, shiftKey, altKey, ctrlKey, metaKey } = event as KeyboardEvent;
      if (key !== 'Tab' || altKey || ctrlKey || metaKey) return;
      const controls = [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter(
        (element) =>
          element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility(),
      );
      const [first, last] = [controls[0], controls.at(-1)];
      const active = root.activeElement;
      if (!first || !last || !active) return;
      // The dialog itself holds the focus when it opens: before its first control.
      const isBeforeFirst = active === first || active.contains(first);
      const goal = shiftKey
        ? isBeforeFirst
          ? last
          : undefined
        : active === last
          ? first
          : undefined;
      if (!goal) return;
      event.preventDefault();
      goal.focus();
    },
    { signal },
  );
}
