/** An entity's facts in the side panel: the card's own parts, without what a card needs to float. */
import { useState } from 'preact/hooks';
import type { CardContent, CardFact } from '../core/card-content.ts';
import type { CardStrings, OriginalTexts } from '../core/card-texts.ts';
import { langAttribute } from '../core/language-name.ts';
import type { FactGroup } from '../core/rank-facts.ts';
import { textDirection } from '../core/text-direction.ts';
import { CardFacts } from './CardFacts.tsx';
import { CardFoot } from './CardFoot.tsx';
import { EntityName } from './EntityName.tsx';

export interface PanelFactsProps {
  readonly content: CardContent;
  readonly groups: readonly FactGroup<CardFact>[];
  readonly strings: CardStrings;
  readonly languages: readonly string[];
  readonly setting: string;
  readonly originals: OriginalTexts;
  readonly today: string;
  /** What was set here last could not be kept. */
  readonly isUnsaved: boolean;
  readonly onLanguage: (language: string) => void;
}

export function PanelFacts(props: PanelFactsProps) {
  const [isOriginal, setOriginal] = useState(false);
  const { entity, lang } = props.content;
  const nothing = (): void => undefined;
  return (
    <article class="about" lang={langAttribute(lang)} dir={textDirection(lang)}>
      <header>
        <h1>
          <EntityName entity={entity} lang={lang} />
        </h1>
        <p class="described">{entity.description}</p>
      </header>
      {props.isUnsaved && (
        <p class="unsaved" role="alert">
          {props.strings['card.unsaved']}
        </p>
      )}
      <CardFacts {...props} originals={isOriginal ? props.originals : undefined} onUse={nothing} />
      <CardFoot
        {...props}
        isOriginal={isOriginal}
        onUse={nothing}
        onOriginal={() => setOriginal(!isOriginal)}
      />
    </article>
  );
}
