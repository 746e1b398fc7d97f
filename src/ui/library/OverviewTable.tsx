/** The overview in figures: how often each claimant speaks about each entity, each figure a link to those facts. */
import { intlLocale } from '../../core/intl-locale.ts';
import { countAbout, type Overview } from '../../core/overview.ts';
import { addressOfValues, type LibraryPage, labelOf } from './library-page.ts';

interface OverviewTableProps {
  readonly page: LibraryPage;
  readonly plan: Overview;
}

export function OverviewTable({ page, plan }: OverviewTableProps) {
  const { strings, data, lang } = page;
  const figure = new Intl.NumberFormat(intlLocale(lang));
  return (
    <details class="as-table">
      <summary>{strings['library.asTable']}</summary>
      <table>
        <caption>{strings['library.overview']}</caption>
        <thead>
          <tr>
            <th scope="col">{strings['library.claimant']}</th>
            {plan.entities.map((entity) => (
              <th key={entity} scope="col">
                {labelOf(page, 'about', entity)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.claimants.map((claimant) => (
            <tr key={claimant}>
              <th scope="row">{labelOf(page, 'claimant', claimant)}</th>
              {plan.entities.map((entity) => {
                const count = countAbout(data.facts, claimant, entity);
                return (
                  <td key={entity}>
                    {count === 0 ? (
                      figure.format(0)
                    ) : (
                      <a href={addressOfValues(page, { claimant, about: entity })}>
                        {figure.format(count)}
                      </a>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
