/** The facts, the closest few first, all of them in place when asked for; and their source. */
import { useState } from 'preact/hooks';
import { monthInWords } from '../core/age.ts';
import type { CardContent, CardFact } from '../core/card-content.ts';
import type { CardStrings, OriginalTexts } from '../core/card-texts.ts';
import { fill } from '../core/fill.ts';
import { intlLocale } from '../core/intl-locale.ts';
import type { FactGroup } from '../core/rank-facts.ts';
import { Fact } from './Fact.tsx';

interface CardFactsProps {
  readonly content: CardContent;
  readonly groups: readonly FactGroup<CardFact>[];
  readonly strings: CardStrings;
  /** The facts in the article's own language, where they are shown too. */
  readonly originals: OriginalTexts | undefined;
  readonly onUse: () => void;
}

/** Facts shown before the reader asks for all: about as many as fit a card without scrolling. */
const FIRST_SHOWN = 3;

export function CardFacts({ content, groups, strings, originals, onUse }: CardFactsProps) {
  const [isWhole, setWhole] = useState(false);
  const { lang, source } = content;
  const shown = isWhole ? groups : groups.slice(0, FIRST_SHOWN);
  const figure = (value: number): string => new Intl.NumberFormat(intlLocale(lang)).format(value);
  const count = figure(groups.length);
  return (
    <div class="body">
      <ul class="facts">
        {shown.map((group) => (
          <Fact
            key={group.fact.id}
            group={group}
            strings={strings}
            lang={lang}
            originals={originals}
            originalLang={source.language}
          />
        ))}
      </ul>
      {groups.length > FIRST_SHOWN && (
        <p class="more">
          <span>{fill(strings['card.shown'], { shown: figure(shown.length), count })}</span>
          <button
            type="button"
            class="link"
            aria-expanded={isWhole}
            onClick={() => {
              setWhole(!isWhole);
              onUse();
            }}
          >
            {isWhole ? strings['card.showFewer'] : fill(strings['card.showAll'], { count })}
          </button>
        </p>
      )}
      <div class="source">
        <p>{fill(strings['card.source'], { date: monthInWords(source.date, lang) })}</p>
        <p>{strings['card.unknownSource']}</p>
      </div>
    </div>
  );
}
