/** The foot of the card: how old the facts are, their language, and the article's own. */
import { ageInWords, ageOf, monthInWords } from '../core/age.ts';
import type { CardContent } from '../core/card-content.ts';
import type { CardStrings } from '../core/card-texts.ts';
import { fill } from '../core/fill.ts';
import { LanguageChoice } from './LanguageChoice.tsx';

export interface CardFootProps {
  readonly content: CardContent;
  readonly strings: CardStrings;
  /** Languages to switch to. */
  readonly languages: readonly string[];
  /** The language setting: one of them, or "automatic". */
  readonly setting: string;
  /** "YYYY-MM-DD", for the background's age. */
  readonly today: string;
  readonly isOriginal: boolean;
  readonly onUse: () => void;
  readonly onLanguage: (language: string) => void;
  /** The reader wants the facts in the article's own language too, or no longer. */
  readonly onOriginal: () => void;
}

export function CardFoot(props: CardFootProps) {
  const { content, strings, isOriginal } = props;
  const { lang, source } = content;
  const date = monthInWords(source.date, lang);
  const age = ageInWords(ageOf(source.date, props.today), lang);
  return (
    <div class="foot">
      <p>{fill(strings['card.background'], { date, age })}</p>
      <div class="tools">
        <LanguageChoice {...props} />
        {lang !== source.language && (
          <button
            type="button"
            class="link"
            aria-pressed={isOriginal}
            title={strings[isOriginal ? 'card.hideOriginal' : 'card.showOriginal']}
            onClick={props.onOriginal}
          >
            {strings['card.original']}
          </button>
        )}
      </div>
    </div>
  );
}
