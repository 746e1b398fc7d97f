/** On every page: the scout, and its two doors. */
import anchors from 'virtual:bakteppe/anchors';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answer, readSettings, tell, watchSettings } from '../src/extension/bare-browser.ts';
import { place } from '../src/extension/isolated-world.ts';
import { startScout } from '../src/page/scout.ts';

export default defineUnlistedScript(() => {
  // A frame without a page of its own (SVG, XML, an image) has nothing to read.
  if (!(document.documentElement instanceof HTMLElement)) return;
  const life = new AbortController();
  const scout = startScout(
    document,
    anchors,
    {
      readSettings,
      watchSettings,
      wake: () => tell({ type: 'wake' }),
      report: (status) => tell({ type: 'status', status }),
    },
    life.signal,
  );
  const isQuestion = (message: unknown): boolean =>
    (message as { type?: unknown } | null)?.type === 'status?';
  answer((message) => (isQuestion(message) ? scout.status() : undefined), life.signal);
  place({ scout, end: () => life.abort() });
});
