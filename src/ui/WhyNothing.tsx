/** Why nothing is highlighted, in words, and what the reader can do about it. Empty where something is. */
import { fill, fillSite } from '../core/fill.ts';
import { intlLocale } from '../core/intl-locale.ts';
import { ENTITY_IDS } from '../core/model.ts';
import type { PopupStrings, StringKey } from '../core/strings.ts';
import type { PopupProps } from './Popup.tsx';

export function WhyNothing(props: PopupProps) {
  const { strings, status, isOn } = props;
  const words = whyNothing(props);
  const state = typeof status === 'object' ? status.state : status;
  const isUnwanted = isOn && (state === 'not-news' || state === 'not-listed');
  return (
    // There from the beginning, so that screen readers hear what comes into it.
    <section class={words === undefined ? 'heard' : 'page'} aria-live="polite">
      {words !== undefined && <p class="why">{words}</p>}
      {isUnwanted && (
        <>
          {state === 'not-news' && <Reasons {...props} />}
          <button type="button" class="action" onClick={() => props.onSite('on')}>
            {strings['popup.annotateAnyway']}
          </button>
        </>
      )}
      {isOn && state === 'no-permission' && (
        <button type="button" class="action" onClick={props.onGrant}>
          {strings['popup.grant']}
        </button>
      )}
    </section>
  );
}

function Reasons({ strings, status }: PopupProps) {
  const reasons = typeof status === 'object' ? status.reasons : [];
  return (
    <ul class="reasons">
      {reasons.length === 0 && <li>{strings['reason.nothing']}</li>}
      {reasons.map((reason) => (
        <li key={reason}>{strings[`reason.${reason}` as keyof PopupStrings & StringKey]}</li>
      ))}
    </ul>
  );
}

function whyNothing(props: PopupProps): string | undefined {
  const { strings, status, isOn, hidden, entityLabels, lang } = props;
  const site = props.site ?? '';
  if (!isOn) return strings['popup.off'];
  switch (typeof status === 'object' ? status.state : status) {
    case 'browser-page':
      return strings['popup.browserPage'];
    case 'no-permission':
      return strings['popup.noPermission'];
    case 'unreachable':
      return strings['popup.unreachable'];
    case 'off':
      return strings['popup.off'];
    case 'site-off':
      return fillSite(strings['popup.siteOff'], site);
    case 'not-listed':
      return fillSite(strings['popup.notListed'], site);
    case 'not-news':
      return strings['popup.notNews'];
    case 'waiting':
    case 'reading':
      return strings['popup.reading'];
    case 'annotated':
      return undefined;
    case 'no-mention': {
      const shown = ENTITY_IDS.filter((id) => !hidden.includes(id));
      if (shown.length === 0) return strings['popup.allHidden'];
      const names = new Intl.ListFormat(intlLocale(lang), { type: 'disjunction' }).format(
        shown.map((id) => entityLabels[id]),
      );
      return fill(strings['popup.noMention'], { names });
    }
  }
}
