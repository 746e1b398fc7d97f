/** Brought to a page that has something to show: reading, painting and the card. */
import names from 'virtual:bakteppe/names';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createMatcher } from '../src/core/matcher.ts';
import { fetchTexts } from '../src/extension/fetch-texts.ts';
import { placedScout } from '../src/extension/isolated-world.ts';
import type { Scout } from '../src/page/scout.ts';
import { startSession } from '../src/page/session.tsx';

export default defineUnlistedScript(() => {
  const matcher = createMatcher(names);
  placedScout<Scout>()?.attach((run) => {
    void startSession({
      ...run,
      document,
      matcher,
      contexts: names.contexts,
      loadTexts: () => fetchTexts([document.documentElement.lang]),
      today: () => new Date().toISOString().slice(0, 10),
    });
  });
});
