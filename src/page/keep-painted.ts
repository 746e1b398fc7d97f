/**
 * Puts back what the page took away of the painting, for as long as it takes it away.
 *
 * A page may clear highlights that it takes for its own, and nothing tells: so it is looked
 * after now and then. A page that did is likely to do it again, even in every frame: from
 * then on each frame is looked after, until it has left the painting alone for a while.
 */

/** Looked after so often where the page leaves the painting alone, in ms. */
const KEEP_MS = 1000;
/** After so many frames in which nothing was missing the page is left to itself again. */
const QUIET_FRAMES = 120;

export interface KeptPainting {
  /** Follow what the page changed of its own looks. */
  refresh(): void;
  /** Put back what is missing; was anything? */
  putBack(): boolean;
}

export function keepPainted(document: Document, painting: KeptPainting, signal: AbortSignal): void {
  let frame = 0;
  let turn: ReturnType<typeof setTimeout> | undefined;
  let quiet = QUIET_FRAMES;

  const look = (): void => {
    quiet = painting.putBack() ? 0 : quiet + 1;
    if (quiet >= QUIET_FRAMES) return;
    // Asked for only after this frame: the page's own callbacks asked within it, and come first.
    turn = setTimeout(() => {
      frame = requestAnimationFrame(look);
    });
  };
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    const isWatched = quiet < QUIET_FRAMES;
    if (!isWatched) look();
    painting.refresh();
  }, KEEP_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    clearTimeout(turn);
    cancelAnimationFrame(frame);
  });
}
