/** On every page, and in frames that hold some of its article: the scout, and its doors. */
import anchors from 'virtual:bakteppe/anchors';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageStatus } from '../src/core/page-status.ts';
import { answerScout } from '../src/extension/answer-scout.ts';
import {
  isAlive,
  readSettings,
  rootOf,
  tell,
  watchSettings,
} from '../src/extension/bare-browser.ts';
import { isTaken, place } from '../src/extension/isolated-world.ts';
import { declaredLanguages } from '../src/page/declared-languages.ts';
import { startScout } from '../src/page/scout.ts';
import { isOfPage } from '../src/page/watch-frames.ts';
import { watchRoot } from '../src/page/watch-root.ts';
import { whenShown } from '../src/page/when-shown.ts';

export default defineUnlistedScript(() => {
  // A frame without a page of its own (SVG, XML, an image) has nothing to read.
  if (!(document.documentElement instanceof HTMLElement)) return;
  if (isOfPage(document) && !isTaken()) live();
});

function live(): void {
  const life = new AbortController();
  const isPage = window.top === window;
  const own = document;
  const end = (): void => life.abort();
  /** Say it, or find that the extension is gone, and go too. */
  const say: typeof tell = (message, isMeant) => (isAlive() ? tell(message, isMeant) : end());
  let latest: PageStatus | undefined;
  const start = (): void => {
    const scout = startScout(
      document,
      anchors,
      {
        readSettings,
        watchSettings,
        rootOf,
        wake: () => say({ type: 'wake', langs: declaredLanguages(document) }),
        report(status) {
          latest = status;
          const message = isPage
            ? { type: 'status', status }
            : { type: 'counts', counts: status.counts };
          // Said again, an older one must not come after.
          say(message, () => status === latest);
        },
        ...(isPage && { callFrames: () => say({ type: 'frames' }) }),
      },
      life.signal,
    );
    // What comes to an empty frame may take its window over, and us with it (Firefox).
    place({ scout, end, isAlive: () => document === own && isAlive() && !life.signal.aborted });
    answerScout(scout, isPage, life.signal);
  };
  // A document with another root is another page.
  const begin = (): void => {
    life.abort();
    live();
  };
  watchRoot(document, begin, life.signal);
  whenShown(document, start, life.signal);
}
