/** Where on the page the panel's reader is: the mention in its line, and the ways to the next. */
import type { FollowedMention } from '../core/followed-mention.ts';
import { intlLocale } from '../core/intl-locale.ts';
import { langAttribute } from '../core/language-name.ts';
import type { EntityId } from '../core/model.ts';
import { fill, type Strings } from '../core/strings.ts';

export interface PanelPlaceProps {
  readonly strings: Strings;
  readonly lang: string;
  readonly entityLabels: Readonly<Record<EntityId, string>>;
  readonly place: Pick<FollowedMention, 'entity' | 'lang' | 'n' | 'count' | 'line'>;
  readonly onStep: (command: 'next' | 'previous') => void;
}

export function PanelPlace({ strings, lang, entityLabels, place, onStep }: PanelPlaceProps) {
  const { entity, n, count, line } = place;
  const figures = new Intl.NumberFormat(intlLocale(lang));
  const position = fill(strings['card.position'], {
    name: entityLabels[entity],
    n: figures.format(n),
    count: figures.format(count),
  });
  return (
    <section class="place" aria-label={strings['popup.onThisPage']}>
      <p class={`line ${entity}`} lang={place.lang && langAttribute(place.lang)} dir="auto">
        {line.before}
        <b>{line.text}</b>
        {line.after}
      </p>
      <p class="position">{position}</p>
      <div class="steps">
        <button type="button" class="step" onClick={() => onStep('previous')}>
          {strings['popup.previous']}
        </button>
        <button type="button" class="step" onClick={() => onStep('next')}>
          {strings['popup.next']}
        </button>
      </div>
    </section>
  );
}
