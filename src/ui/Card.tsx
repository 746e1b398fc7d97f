/** The card: an entity's attributed background, what is closest to the text first, its source and age. */
import { useState } from 'preact/hooks';
import type { CardContent, CardFact } from '../core/card-content.ts';
import type { CardStrings, OriginalTexts } from '../core/card-texts.ts';
import { fill } from '../core/fill.ts';
import { langAttribute } from '../core/language-name.ts';
import type { FactGroup } from '../core/rank-facts.ts';
import { textDirection } from '../core/text-direction.ts';
import { CardFacts } from './CardFacts.tsx';
import { CardFoot } from './CardFoot.tsx';
import { CardHead } from './CardHead.tsx';
import { CardMenu } from './CardMenu.tsx';
import { SheetHandle } from './SheetHandle.tsx';

export interface CardProps {
  readonly content: CardContent;
  /** All facts, those closest to what is being read first. */
  readonly groups: readonly FactGroup<CardFact>[];
  readonly strings: CardStrings;
  /** Languages to switch to. */
  readonly languages: readonly string[];
  /** The language setting: one of them, or "automatic". */
  readonly setting: string;
  /** The facts in the article's own language, once they were asked for. */
  readonly originals: OriginalTexts | undefined;
  /** "YYYY-MM-DD", for the background's age. */
  readonly today: string;
  /** The site the card is on, as the reader sees it. */
  readonly site: string;
  readonly isPinned: boolean;
  /** What was set here last could not be kept. */
  readonly isUnsaved: boolean;
  /** Along the foot of the screen, for fingers. */
  readonly isSheet: boolean;
  readonly onPin: () => void;
  /** The reader works with the card: it must not go when the pointer leaves it. */
  readonly onUse: () => void;
  readonly onClose: () => void;
  readonly onLanguage: (language: string) => void;
  /** The reader wants to see the facts in the article's own language. */
  readonly onOriginals: () => void;
  /** The reader wants all facts, on a page of their own. */
  readonly onLibrary: () => void;
  readonly onHideEntity: () => void;
  /** Undefined on a page of our own, which is no site. */
  readonly onHideSite: (() => void) | undefined;
}

export function Card(props: CardProps) {
  const { content, strings } = props;
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isOriginal, setOriginal] = useState(false);
  const { entity, lang } = content;
  return (
    <section
      class="card"
      role="dialog"
      aria-label={fill(strings['card.factsAbout'], { name: entity.label })}
      tabIndex={-1}
      lang={langAttribute(lang)}
      dir={textDirection(lang)}
    >
      {props.isSheet && <SheetHandle label={strings['card.sheetHandle']} onClose={props.onClose} />}
      <CardHead
        {...props}
        isMenuOpen={isMenuOpen}
        onMenu={() => {
          setMenuOpen(!isMenuOpen);
          props.onUse();
        }}
      />
      {isMenuOpen && <CardMenu {...props} />}
      {props.isUnsaved && (
        <p class="unsaved" role="alert">
          {strings['card.unsaved']}
        </p>
      )}
      <CardFacts {...props} originals={isOriginal ? props.originals : undefined} />
      <CardFoot
        {...props}
        isOriginal={isOriginal}
        onOriginal={() => {
          setOriginal(!isOriginal);
          props.onOriginals();
        }}
      />
    </section>
  );
}
