/** Who says what about whom: drawn, in words beneath the drawing, and as a table. */
import { useState } from 'preact/hooks';
import { FACT_KINDS } from '../../core/dataset-schema.ts';
import { overviewOf } from '../../core/overview.ts';
import { KindIcon } from '../Icon.tsx';
import { type LibraryPage, labelOf } from './library-page.ts';
import { GAP, OverviewDrawing, ROW, TOP } from './OverviewDrawing.tsx';
import { OverviewTable } from './OverviewTable.tsx';

interface OverviewProps {
  readonly page: LibraryPage;
  readonly matching: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
  readonly isWide: boolean;
}

export function Overview({ page, matching, shown, isWide }: OverviewProps) {
  const { strings, data, view } = page;
  // Who came for a fact, or searches, wants the hits first.
  const [isFirst] = useState(view.fact === undefined && matching.size === data.facts.length);
  const [choice, choose] = useState<boolean>();
  const isOpen = choice ?? (isWide && isFirst && view.query === '');
  const [looked, look] = useState<string>();
  const plan = overviewOf(data);
  const sizes = { '--row': `${ROW}px`, '--top': `${TOP}px`, '--gap': `${GAP}px` };
  return (
    <details
      class="overview"
      open={isOpen}
      // Heard also when we open or close it: only the reader's own doing is a choice.
      onToggle={({ currentTarget: { open } }) => open !== isOpen && choose(open)}
    >
      <summary>{strings['library.overview']}</summary>
      <div class="caption">
        <p class="help" hidden={looked !== undefined}>
          {strings['library.overviewHelp']}
        </p>
        <p class="looked" aria-hidden="true">
          {looked && page.facts.get(looked)?.text}
        </p>
      </div>
      <figure class="chart" aria-label={strings['library.overview']} style={sizes}>
        <ul class="row-names" aria-hidden="true">
          {plan.claimants.map((id) => (
            <li key={id}>{labelOf(page, 'claimant', id)}</li>
          ))}
          {plan.entities.map((id) => (
            <li key={id} class={`about ${id}`}>
              <span>{labelOf(page, 'about', id)}</span>
            </li>
          ))}
          <li class="axis">{strings['library.paragraph']}</li>
        </ul>
        <div class="scroll">
          <OverviewDrawing {...{ page, plan, matching, shown }} onLook={look} />
        </div>
      </figure>
      <ul class="signs">
        {FACT_KINDS.map((kind) => (
          <li key={kind}>
            <KindIcon kind={kind} />
            {labelOf(page, 'kind', kind)}
          </li>
        ))}
        <li>
          <TieSign type="denies" />
          {strings['library.denies']}
        </li>
        <li>
          <TieSign type="qualifies" />
          {strings['library.limits']}
        </li>
      </ul>
      <OverviewTable page={page} plan={plan} />
    </details>
  );
}

function TieSign({ type }: { readonly type: 'denies' | 'qualifies' }) {
  return (
    <svg class="arcs" viewBox="0 0 20 10" aria-hidden="true">
      <path class={type} d="M2 9Q9-5 16 9m-3-6 3 6 3-6" />
    </svg>
  );
}
