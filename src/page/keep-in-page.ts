/**
 * Keeps an open card on the page: put back where the page takes it away, as pages do that
 * tidy up what they did not put there.
 *
 * At most once a frame, for a page that takes it away at once would keep both of us busy for
 * ever. Where it is not to be seen at the end of several frames on end, the page has won.
 */
export interface KeptElement {
  /** Is it to be seen? */
  isShown(): boolean;
  putBack(): void;
  /** The page will not have it. */
  giveUp(): void;
}

/** Frames on end without the card after which it is given up. */
const MOST_FUTILE = 10;

/** Keep it there until the function that is returned is called. */
export function keepInPage(host: HTMLElement, kept: KeptElement): () => void {
  let isOver = false;
  let isTrying = false;
  let futile = 0;

  const look = (): void => {
    if (!isOver && !isTrying && !kept.isShown()) tryAgain();
  };
  const tryAgain = (): void => {
    isTrying = true;
    kept.putBack();
    requestAnimationFrame(() => {
      if (!isOver && !kept.isShown()) kept.putBack();
      // After the frame was painted.
      setTimeout(() => {
        isTrying = false;
        if (isOver) return;
        futile = kept.isShown() ? 0 : futile + 1;
        if (futile === MOST_FUTILE) kept.giveUp();
        else look();
      });
    });
  };

  const observer = new MutationObserver(look);
  observer.observe(host.ownerDocument.documentElement, { childList: true });
  host.addEventListener('toggle', look);
  return () => {
    isOver = true;
    observer.disconnect();
    host.removeEventListener('toggle', look);
  };
}
