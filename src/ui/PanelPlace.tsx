/** Where on the page the panel's reader is: the mention in its line, and the ways to the next. */
import { positionInWords } from '../core/fill.ts';
import type { FollowedMention } from '../core/followed-mention.ts';
import { langAttribute } from '../core/language-name.ts';
import type { EntityId } from '../core/model.ts';
import type { Strings } from '../core/strings.ts';
import { Steps } from './Steps.tsx';

export interface PanelPlaceProps {
  readonly strings: Strings;
  readonly lang: string;
  readonly entityLabels: Readonly<Record<EntityId, string>>;
  readonly place: Pick<FollowedMention, 'entity' | 'lang' | 'n' | 'count' | 'line'>;
  readonly onStep: (command: 'next' | 'previous') => void;
}

export function PanelPlace({ strings, lang, entityLabels, place, onStep }: PanelPlaceProps) {
  const { entity, line } = place;
  const position = positionInWords(strings, entityLabels[entity], place, lang);
  return (
    <section class="place" aria-label={strings['popup.onThisPage']}>
      <p class={`line ${entity}`} lang={place.lang && langAttribute(place.lang)} dir="auto">
        {line.before}
        <b>{line.text}</b>
        {line.after}
      </p>
      <p class="position">{position}</p>
      <div class="steps">
        <Steps strings={strings} onStep={onStep} />
      </div>
    </section>
  );
}
