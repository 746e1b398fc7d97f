/** The background's part in pages whose article stands in a frame: brings scouts, passes counts on. */
import type { MentionCounts } from '../core/model.ts';
import { browser } from './browser.ts';
import { COUNTS_QUESTION, type FrameCounts } from './frame-messages.ts';

/** Bring the scout to each frame of the page's own origin that has none, and ask all for their counts. */
export async function callFrames(tabId: number): Promise<void> {
  try {
    const found = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: isWithoutScout,
    });
    const frameIds = found.filter(({ result }) => result === true).map(({ frameId }) => frameId);
    if (frameIds.length > 0) {
      await browser.scripting.executeScript({
        target: { tabId, frameIds },
        files: ['/scout.js'],
      });
    }
    await browser.tabs.sendMessage(tabId, COUNTS_QUESTION);
  } catch {
    // The page is gone, or nobody had anything to say.
  }
}

/**
 * Runs in each frame, alone: is it of the page's origin, large enough to read in (as
 * `watch-frames.ts` has it), and without a scout?
 */
function isWithoutScout(): boolean {
  try {
    if (innerWidth < 320 || innerHeight < 160) return false;
    // As the page's scout sees them: with no frame of another origin on the way.
    for (let view: Window = window; view !== window.top; view = view.parent) {
      if (!view.frameElement) return false;
    }
    return window.top !== window && (globalThis as { bakteppe?: unknown }).bakteppe === undefined;
  } catch {
    return false;
  }
}

/** Tell the page's own scout what a frame has. */
export async function passOn(tabId: number, frame: number, counts: MentionCounts): Promise<void> {
  const message: FrameCounts = { type: 'frame-counts', frame, counts };
  await browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
}
