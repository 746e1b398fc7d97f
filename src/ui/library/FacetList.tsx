/** The filters: a list of values with counts for each facet, any of them together. */
import { useId, useState } from 'preact/hooks';
import type { FactKind } from '../../core/dataset-schema.ts';
import { FACETS, type Facet } from '../../core/filter-facts.ts';
import { intlLocale } from '../../core/intl-locale.ts';
import type { StringKey } from '../../core/strings.ts';
import { KindIcon } from '../Icon.tsx';
import { type LibraryPage, labelOf } from './library-page.ts';

export const FACET_TITLES: Readonly<Record<Facet, StringKey>> = {
  about: 'library.about',
  claimant: 'library.claimant',
  kind: 'library.kind',
  topic: 'library.topic',
};

interface FacetListProps {
  readonly page: LibraryPage;
  /** Each facet's values, in the order to show them. */
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
  /** There is room to show most of them at once. */
  readonly isWide: boolean;
  readonly onToggle: (facet: Facet, value: string) => void;
}

export function FacetList({ isWide, ...props }: FacetListProps) {
  const facets = (
    <div class="facets">
      {FACETS.map((facet) => (
        // Topics are many: they wait to be asked for.
        <FacetValues key={facet} {...props} facet={facet} isOpen={isWide && facet !== 'topic'} />
      ))}
    </div>
  );
  if (isWide) return facets;
  return (
    <details class="fold">
      <summary>{props.page.strings['library.filters']}</summary>
      {facets}
    </details>
  );
}

interface FacetValuesProps extends Omit<FacetListProps, 'isWide'> {
  readonly facet: Facet;
  readonly isOpen: boolean;
}

function FacetValues({ page, facet, values, counts, isOpen, onToggle }: FacetValuesProps) {
  const title = useId();
  const figure = new Intl.NumberFormat(intlLocale(page.lang));
  const chosen = page.view.chosen[facet];
  // As it was at first: from then on the reader opens and closes.
  const [isOpenAtFirst] = useState(isOpen || chosen.length > 0);
  return (
    <details class="facet" open={isOpenAtFirst}>
      <summary id={title}>{page.strings[FACET_TITLES[facet]]}</summary>
      <ul aria-labelledby={title}>
        {values[facet].map((value) => {
          const count = counts[facet].get(value) ?? 0;
          const isChosen = chosen.includes(value);
          return (
            <li key={value}>
              <label class="value">
                <input
                  type="checkbox"
                  value={value}
                  checked={isChosen}
                  disabled={count === 0 && !isChosen}
                  onChange={() => onToggle(facet, value)}
                />
                {facet === 'kind' && <KindIcon kind={value as FactKind} />}
                <span class="value-label">{labelOf(page, facet, value)}</span>
                <span class="value-count">{figure.format(count)}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
