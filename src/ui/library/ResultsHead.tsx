/** How many facts were found, and what they were narrowed by. */
import { useRef } from 'preact/hooks';
import { fill, fillCounted } from '../../core/fill.ts';
import { FACETS, type Facet } from '../../core/filter-facts.ts';
import { CloseIcon } from '../Icon.tsx';
import { type LibraryPage, labelOf } from './library-page.ts';

interface ResultsHeadProps {
  readonly page: LibraryPage;
  readonly count: number;
  readonly isWhole: boolean;
  readonly onToggle: (facet: Facet, value: string) => void;
  readonly onClear: () => void;
}

export function ResultsHead({ page, count, isWhole, onToggle, onClear }: ResultsHeadProps) {
  const { strings, view } = page;
  const head = useRef<HTMLDivElement>(null);
  /** The pressed button goes with what it took away: the focus stays here. */
  const press = (act: () => void) => () => {
    act();
    head.current?.focus();
  };
  return (
    <div class="results-head" ref={head} tabIndex={-1}>
      <p class="count" role="status">
        {count === 0
          ? strings['library.none']
          : fillCounted(strings['library.count'], count, page.lang)}
      </p>
      {FACETS.flatMap((facet) =>
        view.chosen[facet].map((value) => {
          const name = labelOf(page, facet, value);
          const label = fill(strings['library.remove'], { name });
          return (
            <button
              key={`${facet} ${value}`}
              type="button"
              class="chip"
              aria-label={label}
              title={label}
              onClick={press(() => onToggle(facet, value))}
            >
              {name}
              <CloseIcon />
            </button>
          );
        }),
      )}
      {!isWhole && (
        <button type="button" class="link" onClick={press(onClear)}>
          {strings['library.clear']}
        </button>
      )}
    </div>
  );
}
