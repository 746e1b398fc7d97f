/** After a click, a toggle or a key, text that was hidden may be there to read, or the other way about. */
import { onTrusted } from './on-trusted.ts';

/** It is looked at again this long after the reader did something, in ms. */
const REVEAL_MS = 250;

/** Call back some time after such an event, until the signal aborts. */
export function revealHidden(document: Document, onReveal: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => !signal.aborted && onReveal(), REVEAL_MS);
  };
  for (const type of ['click', 'toggle', 'keyup', 'transitionend'] as const) {
    onTrusted(document, type, soon, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}
