/** Brought to a page that has something to show: reads, paints, and brings the card when it is needed. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerPanel } from '../src/extension/answer-panel.ts';
import { answerWalk } from '../src/extension/answer-walk.ts';
import { ask, keep, rootOf, tell, whenGone } from '../src/extension/bare-browser.ts';
import { askNames, fetchOriginals, fetchPart, fetchTexts } from '../src/extension/fetch-texts.ts';
import { placedEnd, placedNames, placedScout } from '../src/extension/isolated-world.ts';
import { drawLease } from '../src/page/lease.ts';
import type { Scout } from '../src/page/scout.ts';
import { startSession } from '../src/page/session.ts';

export default defineUnlistedScript(() => {
  placedScout<Scout>()?.attach((run) => {
    const session = startSession({
      ...run,
      document,
      rootOf,
      leasing: import.meta.env.FIREFOX ? ask({ type: 'lease', ...drawLease() }) : undefined,
      bringMarks: () => fetchPart('marks'),
      names: { packs: placedNames, bring: askNames },
      doors: {
        loadTexts: fetchTexts,
        loadOriginals: fetchOriginals,
        bringCard: () => fetchPart('card'),
        onLanguage: (language) => keep({ type: 'language', language }),
        onLibrary: (place) => tell({ type: 'library', ...place }),
        onHideEntity: (entity) => keep({ type: 'hide-entity', entity }),
        onHideSite: () => keep({ type: 'hide-site' }),
        today: () => new Date().toISOString().slice(0, 10),
      },
    });
    whenGone(placedEnd(), run.signal);
    answerWalk(session, run.signal);
    answerPanel(session.follow, run.signal);
    return session;
  });
});
