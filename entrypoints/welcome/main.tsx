/** The welcome page: its sample is annotated by the very session that news pages get. */
import { render } from 'preact';
import type { Command } from '../../src/core/commands.ts';
import { langAttribute } from '../../src/core/language-name.ts';
import { type MentionCounts, NO_MENTIONS } from '../../src/core/model.ts';
import { textDirection } from '../../src/core/text-direction.ts';
import { answerPanel } from '../../src/extension/answer-panel.ts';
import { answerStatus } from '../../src/extension/answer-status.ts';
import { answerWalk } from '../../src/extension/answer-walk.ts';
import { placedNames } from '../../src/extension/isolated-world.ts';
import { loadNames } from '../../src/extension/load-names.ts';
import { loadOriginals, loadTexts } from '../../src/extension/load-texts.ts';
import { openLibrary } from '../../src/extension/open-library.ts';
import { askToReadPages, mayReadAllPages } from '../../src/extension/page-access.ts';
import {
  loadSettings,
  onSettingsChange,
  saveHidden,
  savePiece,
} from '../../src/extension/settings-store.ts';
import { shortcuts } from '../../src/extension/shortcuts.ts';
import { interfaceLanguage, interfaceStrings } from '../../src/extension/texts.ts';
import { watchAccess } from '../../src/extension/watch-access.ts';
import { watchSaves } from '../../src/extension/watch-saves.ts';
import { createCardView } from '../../src/page/card-view.tsx';
import { createMarkPainter } from '../../src/page/mark-painter.ts';
import { startSession } from '../../src/page/session.ts';
import { Welcome } from '../../src/ui/Welcome.tsx';

const lang = interfaceLanguage();
const strings = interfaceStrings();
const { signal } = new AbortController();
const save = watchSaves();
let isGiven: boolean | undefined;
let keys: ReadonlyMap<Command, string> = new Map();
let counts: MentionCounts = NO_MENTIONS;

function draw(): void {
  const root = document.getElementById('root');
  if (!root) return;
  render(
    <Welcome {...{ strings, lang, isGiven, keys }} onAsk={() => void askToReadPages()} />,
    root,
  );
}

document.documentElement.lang = langAttribute(lang);
document.documentElement.dir = textDirection(lang);
document.title = strings['welcome.title'];
draw();
watchAccess((next) => {
  isGiven = next;
  draw();
});
[isGiven, keys] = await Promise.all([mayReadAllPages(), shortcuts(), loadNames([lang])]);
draw();

const session = startSession({
  document,
  bringMarks: async () => createMarkPainter,
  names: { packs: placedNames, bring: loadNames },
  settings: await loadSettings(),
  doors: {
    loadTexts,
    loadOriginals,
    bringCard: async () => createCardView,
    onLanguage: (language) => save(savePiece('language', language)),
    onLibrary: (place) => void openLibrary(place),
    onHideEntity: (entity) => save(saveHidden(entity, true)),
    onHideSite: undefined,
    today: () => new Date().toISOString().slice(0, 10),
  },
  onCounts: (found) => {
    counts = found;
  },
  signal,
});
onSettingsChange((settings) => session.use(settings));
answerWalk(session, signal);
answerPanel(session.follow, signal);
answerStatus(() => ({ state: 'annotated', counts, reasons: [] }), signal);
