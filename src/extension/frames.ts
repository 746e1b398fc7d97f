/** The background's part in pages whose article stands in a frame: brings scouts, passes counts on. */
import type { MentionCounts } from '../core/model.ts';
import { browser } from './browser.ts';
import { COUNTS_QUESTION, type FrameCounts } from './frame-messages.ts';
import type { Place } from './messages.ts';
import { bringScoutTo } from './scripts.ts';

/**
 * Bring the scout to each frame of the page's own origin that has none, and ask all for their
 * counts. False when one could not be looked at, or not have it: then the page has to ask again.
 */
export async function callFrames(tabId: number): Promise<boolean> {
  // Refused where nobody has anything to say.
  void browser.tabs.sendMessage(tabId, COUNTS_QUESTION).catch(() => undefined);
  // At once: otherwise the answer waits for the last of them to get done, advertisements too.
  const found = await browser.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: isWithoutScout,
      injectImmediately: true,
    })
    .catch(() => []);
  // Each for itself: with one that went elsewhere meanwhile, all would fail.
  const brought = await Promise.all(
    found
      .filter(({ result }) => result === true)
      .map(({ frameId, documentId }) => bringOnce({ tabId, frameId, documentId })),
  );
  const isLooked = found.length > 0 && found.every(({ result }) => typeof result === 'boolean');
  return isLooked && brought.every(Boolean);
}

/** Scouts that are on their way, by where they go. */
const onTheWay = new Map<string, Promise<boolean>>();

/** One is enough: frames that come together ask for each other's, and a scout may have to wait for its page. */
function bringOnce(place: Place): Promise<boolean> {
  const key = JSON.stringify(place);
  const bringing =
    onTheWay.get(key) ?? bringScoutTo(place).finally(() => void onTheWay.delete(key));
  onTheWay.set(key, bringing);
  return bringing;
}

/**
 * Runs in each frame, alone: is it of the page's origin, large enough to read in (as
 * `watch-frames.ts` has it), and without a scout? Only a first sieve: the scout itself sees
 * where it came to.
 */
function isWithoutScout(): boolean {
  try {
    if (window.top === window || !window.top?.document) return false;
    if (innerWidth < 320 || innerHeight < 160) return false;
    return !(globalThis as { bakteppe?: { isAlive(): boolean } }).bakteppe?.isAlive();
  } catch {
    return false;
  }
}

/** Tell the page's own scout what a frame has. */
export async function passOn(tabId: number, frame: number, counts: MentionCounts): Promise<void> {
  const message: FrameCounts = { type: 'frame-counts', frame, counts };
  await browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
}
