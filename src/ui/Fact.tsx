/** One fact: who says what, of which kind, where and when; its denial directly beneath. */
import { monthInWords } from '../core/age.ts';
import type { CardFact } from '../core/card-content.ts';
import { fill, type Strings } from '../core/strings.ts';
import { KindIcon } from './Icon.tsx';

interface FactProps {
  readonly fact: CardFact;
  readonly denials: readonly CardFact[];
  readonly strings: Strings;
  readonly lang: string;
}

export function Fact({ fact, denials, strings, lang }: FactProps) {
  return (
    <li class="fact">
      <Sentence fact={fact} strings={strings} lang={lang} />
      {denials.map((denial) => (
        <div class="denial" key={denial.id}>
          <Sentence fact={denial} strings={strings} lang={lang} />
        </div>
      ))}
    </li>
  );
}

function Sentence({ fact, strings, lang }: Omit<FactProps, 'denials'>) {
  const numbers = new Intl.ListFormat(lang, { type: 'conjunction' }).format(
    fact.paragraphs.map(String),
  );
  const place = strings[fact.paragraphs.length > 1 ? 'card.paragraphs' : 'card.paragraph'];
  return (
    <>
      <p class="text">
        <span class="lead">{fact.lead}</span>
        {fact.text.slice(fact.lead.length)}
      </p>
      <p class="meta">
        <span class="kind">
          <KindIcon kind={fact.kind} />
          {fact.kindLabel}
        </span>
        <span>{fact.claimant.label}</span>
        <span>{monthInWords(fact.date, lang)}</span>
        <span>{fill(place, { numbers })}</span>
      </p>
    </>
  );
}
