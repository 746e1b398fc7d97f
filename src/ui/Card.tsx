/** The card: an entity's attributed background, with its source and its age. */
import { ageInWords, ageOf, monthInWords } from '../core/age.ts';
import type { CardContent, CardFact } from '../core/card-content.ts';
import { fill, type Strings } from '../core/strings.ts';
import { textDirection } from '../core/text-direction.ts';
import { Fact } from './Fact.tsx';
import { CloseIcon, PinIcon } from './Icon.tsx';

export interface CardProps {
  readonly content: CardContent;
  readonly strings: Strings;
  /** "YYYY-MM-DD", for the background's age. */
  readonly today: string;
  readonly isPinned: boolean;
  readonly onPin: () => void;
  readonly onClose: () => void;
}

export function Card({ content, strings, today, isPinned, onPin, onClose }: CardProps) {
  const { entity, lang, source, facts } = content;
  const date = monthInWords(source.date, lang);
  const age = ageInWords(ageOf(source.date, today), lang);
  const title = fill(strings['card.factsAbout'], { name: entity.label });
  return (
    <section
      class="card"
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      lang={lang}
      dir={textDirection(lang)}
    >
      <header class="head">
        <div class="who">
          <h2 class="name">
            {entity.label}
            {entity.original && (
              <span class="original" lang={entity.original.lang}>
                {entity.original.text}
              </span>
            )}
          </h2>
          <p class="line">{entity.description}</p>
        </div>
        <button
          type="button"
          class="tool"
          aria-pressed={isPinned}
          aria-label={strings['card.pin']}
          title={isPinned ? strings['card.unpin'] : strings['card.pin']}
          onClick={onPin}
        >
          <PinIcon isPinned={isPinned} />
        </button>
        <button
          type="button"
          class="tool"
          aria-label={strings['card.close']}
          title={strings['card.close']}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </header>
      <ul class="facts" aria-label={title}>
        {facts
          .filter((fact) => !isShownBelow(fact, facts))
          .map((fact) => (
            <Fact
              key={fact.id}
              fact={fact}
              denials={facts.filter((other) => other.denies === fact.id)}
              strings={strings}
              lang={lang}
            />
          ))}
      </ul>
      <footer class="foot">
        <p>{fill(strings['card.source'], { date })}</p>
        <p>{fill(strings['card.background'], { date, age })}</p>
      </footer>
    </section>
  );
}

/** A denial stands below what it denies, and nowhere else. */
function isShownBelow(fact: CardFact, facts: readonly CardFact[]): boolean {
  return fact.denies !== undefined && facts.some((other) => other.id === fact.denies);
}
