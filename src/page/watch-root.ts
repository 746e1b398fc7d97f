/**
 * Tells when a document got another root element: `document.open` and scripts that own the
 * whole document put one in the old one's place.
 *
 * What was observed or listened to below the old root is gone then, and `document.open` takes
 * the listeners of document and window with it, too. An observer of the document itself stays
 * in both browsers: so nothing has to ask again and again.
 */
export function watchRoot(document: Document, onReplaced: () => void, signal: AbortSignal): void {
  let root = document.documentElement;
  const observer = new MutationObserver(() => {
    const now: HTMLElement | null = document.documentElement;
    if (!now || now === root) return;
    root = now;
    onReplaced();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
