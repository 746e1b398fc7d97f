/** One fact: who says what, of which kind, where and when; what denies or limits it directly beneath. */
import { monthInWords } from '../core/age.ts';
import type { CardFact } from '../core/card-content.ts';
import type { CardStrings, OriginalTexts } from '../core/card-texts.ts';
import { langAttribute } from '../core/language-name.ts';
import { placeInWords } from '../core/locator.ts';
import type { FactGroup } from '../core/rank-facts.ts';
import { sentenceOf } from '../core/sentence.ts';
import { textDirection } from '../core/text-direction.ts';
import { KindIcon } from './Icon.tsx';

interface FactProps {
  readonly group: FactGroup<CardFact>;
  readonly strings: CardStrings;
  readonly lang: string;
  /** The facts in the article's own language, if the reader wants them too. */
  readonly originals: OriginalTexts | undefined;
  readonly originalLang: string;
}

export function Fact({ group, ...rest }: FactProps) {
  const { fact, denials, reservations } = group;
  return (
    <li class="fact">
      <Sentence fact={fact} {...rest} />
      {denials.map((denial) => (
        <div class="tied" key={denial.id}>
          <Sentence fact={denial} {...rest} />
        </div>
      ))}
      {reservations.map((reservation) => (
        <div class="tied" key={reservation.id}>
          <p class="tie">{rest.strings['card.qualified']}</p>
          <Sentence fact={reservation} {...rest} />
        </div>
      ))}
    </li>
  );
}

type SentenceProps = Omit<FactProps, 'group'> & { readonly fact: CardFact };

function Sentence({ fact, strings, lang, originals, originalLang }: SentenceProps) {
  const original = originals?.[fact.id];
  return (
    <>
      <p class="text">
        <span class="lead">{fact.lead}</span>
        {fact.text.slice(fact.lead.length)}
      </p>
      {original && (
        <p
          class="text translated"
          lang={langAttribute(originalLang)}
          dir={textDirection(originalLang)}
        >
          {sentenceOf(originalLang, original.lead, original.text)}
        </p>
      )}
      <p class="meta">
        <span class="kind">
          <KindIcon kind={fact.kind} />
          {fact.kindLabel}
        </span>
        {!fact.lead.includes(fact.claimant.label) && <span>{fact.claimant.label}</span>}
        <span>{monthInWords(fact.date, lang)}</span>
        <span>{placeInWords(fact.paragraphs, strings, lang)}</span>
      </p>
    </>
  );
}
