/** What else a reader can do from the card: go to all facts, quieten it here or everywhere, or report an error. */
import { useState } from 'preact/hooks';
import type { CardContent, CardFact } from '../core/card-content.ts';
import type { CardStrings } from '../core/card-texts.ts';
import { fill, fillSite } from '../core/fill.ts';
import type { FactGroup } from '../core/rank-facts.ts';
import { reportAddress } from '../core/report.ts';

interface CardMenuProps {
  readonly content: CardContent;
  readonly groups: readonly FactGroup<CardFact>[];
  readonly strings: CardStrings;
  readonly site: string;
  readonly onLibrary: () => void;
  readonly onHideEntity: () => void;
  readonly onHideSite: (() => void) | undefined;
}

export function CardMenu(props: CardMenuProps) {
  const { content, strings, site } = props;
  const [isReporting, setReporting] = useState(false);
  if (isReporting) return <Report {...props} onCancel={() => setReporting(false)} />;
  return (
    <div class="menu">
      <button type="button" class="item" onClick={props.onLibrary}>
        {strings['card.library']}
      </button>
      <button type="button" class="item" onClick={props.onHideEntity}>
        {fill(strings['card.hideEntity'], { name: content.entity.label })}
      </button>
      {props.onHideSite && (
        <button type="button" class="item" onClick={props.onHideSite}>
          {fillSite(strings['card.hideSite'], site)}
        </button>
      )}
      <button type="button" class="item" onClick={() => setReporting(true)}>
        {strings['card.report']}
      </button>
    </div>
  );
}

/** Asks first: a form of the project opens only by the reader's own press on a plain link. */
function Report(props: CardMenuProps & { readonly onCancel: () => void }) {
  const { content, groups, strings } = props;
  const facts = groups.map(({ fact }) => fact);
  return (
    <div class="menu">
      <p class="ask">{strings['card.reportExplained']}</p>
      <p class="answers">
        <a
          class="action"
          href={reportAddress(content.entity.id, content.lang, facts)}
          target="_blank"
          rel="noopener noreferrer"
        >
          {strings['card.reportOpen']}
        </a>
        <button type="button" class="link" onClick={props.onCancel}>
          {strings['card.cancel']}
        </button>
      </p>
    </div>
  );
}
