/** What denies or limits a fact, and what it denies or limits itself, as links. */
import type { StringKey } from '../../core/strings.ts';
import { addressOfFact, type LibraryPage } from './library-page.ts';

interface FactTiesProps {
  readonly page: LibraryPage;
  readonly id: string;
  readonly shown: ReadonlySet<string>;
}

export function FactTies({ page, id, shown }: FactTiesProps) {
  const ties = tiesOf(page, id).filter(({ ids }) => ids.length > 0);
  if (ties.length === 0) return null;
  return (
    <dl class="ties">
      {ties.map(({ label, ids }) => (
        <div key={label}>
          <dt>{page.strings[label]}</dt>
          {ids.map((other) => (
            <dd key={other}>
              <a href={addressOfFact(page, other, shown.has(other))}>
                {page.facts.get(other)?.text}
              </a>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function tiesOf({ data }: LibraryPage, id: string): { label: StringKey; ids: string[] }[] {
  const own = data.facts.find((fact) => fact.id === id);
  const ids = (isTied: (fact: (typeof data.facts)[number]) => boolean | undefined): string[] =>
    data.facts.filter(isTied).map((fact) => fact.id);
  return [
    { label: 'library.deniedBy', ids: ids(({ denies }) => denies === id) },
    { label: 'library.denies', ids: ids((fact) => fact.id === own?.denies) },
    { label: 'card.qualified', ids: ids(({ qualifies }) => qualifies?.includes(id)) },
    { label: 'library.limits', ids: ids((fact) => own?.qualifies?.includes(fact.id)) },
  ];
}
