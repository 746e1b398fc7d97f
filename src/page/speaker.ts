/**
 * Says things through the reader's screen reader, politely: a live region of our own,
 * inside the card's closed shadow root, so that nothing else is put on the page.
 *
 * A region speaks only of changes, and only while it is rendered: it is there before
 * its words are. A modal dialog of the page makes it inert and so mute; there the
 * browser itself is asked to speak, if it has `ariaNotify`.
 */
export interface Speaker {
  /** The live region; whoever holds it keeps it rendered. */
  readonly element: HTMLElement;
  say(text: string, lang: string): void;
}

/** A region that has just come is known to screen readers after about this long, in ms. */
const SETTLE_MS = 120;
/** Long enough to be spoken; then the words go, lest a reader meets them at the page's end, in ms. */
const STAY_MS = 10_000;

export function createSpeaker(document: Document, signal: AbortSignal): Speaker {
  const element = document.createElement('div');
  element.className = 'speaker';
  element.role = 'status';
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    element,
    say(text, lang) {
      clearTimeout(timer);
      // Emptied first: the same words said twice are no change.
      element.textContent = '';
      element.lang = lang;
      timer = setTimeout(() => {
        element.textContent = text;
        if (isInert(element)) notify(document, text);
        timer = setTimeout(() => {
          element.textContent = '';
        }, STAY_MS);
      }, SETTLE_MS);
    },
  };
}

/** Does a modal dialog that is not around the element silence it? */
function isInert(element: Element): boolean {
  return element.ownerDocument.querySelector('dialog:modal') !== null && !element.closest(':modal');
}

function notify(document: Document, text: string): void {
  (document as { ariaNotify?: (text: string) => void }).ariaNotify?.(text);
}
