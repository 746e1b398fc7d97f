/**
 * The side panel: follows the page in front of its window, or the tab its address names
 * (`?tab=7`). As a page of its own it answers what was asked (`?asked=…`, by the name it is kept under).
 */
import { render } from 'preact';
import type { CardTexts } from '../../src/core/card-texts.ts';
import { detectLanguage } from '../../src/core/detect-language.ts';
import { entityNamed } from '../../src/core/entity-named.ts';
import type { FollowedMention } from '../../src/core/followed-mention.ts';
import { langAttribute } from '../../src/core/language-name.ts';
import { createMatcher } from '../../src/core/matcher.ts';
import { mergeContexts } from '../../src/core/merge-contexts.ts';
import { ENTITY_IDS, type EntityId } from '../../src/core/model.ts';
import { rankFacts } from '../../src/core/rank-facts.ts';
import { textDirection } from '../../src/core/text-direction.ts';
import { createTopicFinder } from '../../src/core/topics.ts';
import { unpackCard } from '../../src/core/unpack-card.ts';
import { askedText } from '../../src/extension/asked-text.ts';
import { followPage } from '../../src/extension/follow-page.ts';
import { placedNames } from '../../src/extension/isolated-world.ts';
import { loadNames } from '../../src/extension/load-names.ts';
import { loadOriginals, loadTexts } from '../../src/extension/load-texts.ts';
import { loadSettings, onSettingsChange, savePiece } from '../../src/extension/settings-store.ts';
import { datasetSummary, interfaceLanguage, interfaceStrings } from '../../src/extension/texts.ts';
import { askWalk } from '../../src/extension/walk-page.ts';
import { watchSaves } from '../../src/extension/watch-saves.ts';
import { Panel } from '../../src/ui/Panel.tsx';
import type { PanelFactsProps } from '../../src/ui/PanelFacts.tsx';

const lang = interfaceLanguage();
const strings = interfaceStrings();
const { entityLabels } = datasetSummary();
const address = new URLSearchParams(location.search);
const kept = address.get('asked');
const asked = kept === null ? undefined : (await askedText(kept)).trim();
const originals = await loadOriginals();
let settings = await loadSettings();
let place: FollowedMention | undefined;
let tabId: number | undefined;
let chosen: EntityId | undefined;
let draws = 0;
let isUnsaved = false;
const save = watchSaves(async (isNowUnsaved) => {
  isUnsaved = isNowUnsaved;
  settings = await loadSettings();
  void draw();
});

/** An entity's facts, the closest first where there is something to be close to. */
function factsOf(entity: EntityId, texts: CardTexts): PanelFactsProps {
  const content = unpackCard(texts, entity);
  const read = place && { text: place.reading, findTopics: createTopicFinder(texts.topics) };
  return {
    content,
    groups: rankFacts(content.facts, entity, read),
    strings: texts.strings,
    languages: texts.languages,
    setting: settings.language,
    originals: originals ?? {},
    today: new Date().toISOString().slice(0, 10),
    isUnsaved,
    onLanguage: (language) => void save(savePiece('language', language)),
  };
}

/** On the page, from the mention that is shown here. */
function step(command: 'next' | 'previous'): void {
  if (tabId !== undefined && place) void askWalk(tabId, { type: 'walk', command, from: place.n });
}

/** Texts may have to come first: what is drawn is what was wanted last. */
async function draw(): Promise<void> {
  draws += 1;
  const own = draws;
  const texts = await loadTexts(settings.language, place ? place.lang : lang);
  const root = document.getElementById('root');
  if (!root || !texts || own !== draws) return;
  const entity = place?.entity ?? chosen;
  document.title = entity ? `${entityLabels[entity]} · Bakteppe` : 'Bakteppe';
  render(
    <Panel
      {...{ strings, lang, entityLabels, place }}
      facts={entity && factsOf(entity, texts)}
      asked={asked}
      onStep={step}
      onChoose={(next) => {
        chosen = next;
        void draw();
      }}
    />,
    root,
  );
}

async function whoIs(text: string): Promise<EntityId | undefined> {
  await loadNames([lang, detectLanguage(text) ?? lang]);
  const packs = [...placedNames().values()];
  return entityNamed(text, { matcher: createMatcher(packs), contexts: mergeContexts(packs) });
}

document.documentElement.lang = langAttribute(lang);
document.documentElement.dir = textDirection(lang);
onSettingsChange((next) => {
  settings = next;
  void draw();
});
if (asked === undefined) {
  void draw();
  const named = Number(address.get('tab') ?? Number.NaN);
  await followPage(Number.isInteger(named) ? named : undefined, (mention, from) => {
    place = mention;
    tabId = from;
    void draw();
  });
} else {
  chosen = asked === '' ? ENTITY_IDS[0] : await whoIs(asked);
  void draw();
}
