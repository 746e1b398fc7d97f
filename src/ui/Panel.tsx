/**
 * The side panel: the facts behind the mention the reader has before them, in full height.
 *
 * As a page of its own (`?asked=…`) it shows the facts the reader asked for, and whom else
 * there are facts about.
 */
import { fill } from '../core/fill.ts';
import { langAttribute } from '../core/language-name.ts';
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import type { Strings } from '../core/strings.ts';
import { textDirection } from '../core/text-direction.ts';
import { PanelFacts, type PanelFactsProps } from './PanelFacts.tsx';
import { PanelPlace, type PanelPlaceProps } from './PanelPlace.tsx';

export interface PanelProps {
  readonly strings: Strings;
  readonly lang: string;
  readonly entityLabels: Readonly<Record<EntityId, string>>;
  /** Where on the page the reader is; undefined for a page of its own. */
  readonly place: PanelPlaceProps['place'] | undefined;
  readonly facts: PanelFactsProps | undefined;
  /** What the reader asked about; undefined while the panel follows a page. */
  readonly asked: string | undefined;
  readonly onStep: (command: 'next' | 'previous') => void;
  readonly onChoose: (entity: EntityId) => void;
}

export function Panel(props: PanelProps) {
  const { strings, lang, place, facts, asked } = props;
  return (
    <main class="panel" lang={langAttribute(lang)} dir={textDirection(lang)}>
      {!facts && (
        <div class="note">
          <h1>Bakteppe</h1>
          <p role="status">
            {asked ? fill(strings['panel.notFound'], { text: asked }) : strings['panel.nothing']}
          </p>
        </div>
      )}
      {asked !== undefined && <Chooser {...props} />}
      {place && <PanelPlace {...props} place={place} />}
      {facts && <PanelFacts key={facts.content.entity.id} {...facts} />}
    </main>
  );
}

function Chooser({ strings, entityLabels, facts, onChoose }: PanelProps) {
  return (
    <nav class="chooser" aria-label={strings['panel.choose']}>
      {ENTITY_IDS.map((id) => (
        <button
          key={id}
          type="button"
          class={`choice ${id}`}
          aria-pressed={id === facts?.content.entity.id}
          onClick={() => onChoose(id)}
        >
          <span>{entityLabels[id]}</span>
        </button>
      ))}
    </nav>
  );
}
