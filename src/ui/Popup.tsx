/** The toolbar popup: what is on, what was found here, and why nothing if nothing. */
import { monthInWords } from '../core/age.ts';
import { ENTITY_IDS, type EntityId, totalOf } from '../core/model.ts';
import type { PageStatus } from '../core/page-status.ts';
import { fill, type StringKey, type Strings } from '../core/strings.ts';
import { textDirection } from '../core/text-direction.ts';
import { Switch } from './Switch.tsx';

export interface PopupProps {
  readonly strings: Strings;
  readonly lang: string;
  readonly entityLabels: Readonly<Record<EntityId, string>>;
  readonly dataset: { readonly date: string; readonly facts: number };
  readonly isOn: boolean;
  /** The site of the page in front, or undefined for a page extensions cannot work on. */
  readonly site: string | undefined;
  readonly isSiteOn: boolean;
  /** Undefined while nobody answers from the page. */
  readonly status: PageStatus | 'waiting' | 'unreachable';
  readonly onMaster: (on: boolean) => void;
  readonly onSite: (on: boolean) => void;
  readonly onAnnotateAnyway: () => void;
}

export function Popup(props: PopupProps) {
  const { strings, lang, site, dataset } = props;
  const date = monthInWords(dataset.date, lang);
  return (
    <main class="popup" lang={lang} dir={textDirection(lang)}>
      <header class="top">
        <h1>Bakteppe</h1>
        <Switch label={strings['popup.everywhere']} isOn={props.isOn} onChange={props.onMaster} />
      </header>
      {site !== undefined && (
        <section class="row">
          <Switch
            label={strings['popup.site']}
            detail={site}
            isOn={props.isOn && props.isSiteOn}
            isDisabled={!props.isOn}
            onChange={props.onSite}
          />
        </section>
      )}
      <Page {...props} />
      <footer class="about">
        <p>{fill(strings['popup.dataset'], { count: dataset.facts, date })}</p>
        <p>{strings['popup.privacy']}</p>
      </footer>
    </main>
  );
}

function Page(props: PopupProps) {
  const { strings, status, entityLabels, lang } = props;
  const counts = typeof status === 'object' ? status.counts : undefined;
  const total = counts ? totalOf(counts) : 0;
  return (
    <section class="page" aria-live="polite">
      {total > 0 && counts ? (
        <>
          <h2>{strings['popup.onThisPage']}</h2>
          <dl class="counts">
            {ENTITY_IDS.map((id) => (
              <div key={id} class={`count ${id}`}>
                <dt>{entityLabels[id]}</dt>
                <dd>{new Intl.NumberFormat(lang).format(counts[id])}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p class="why">{whyNothing(props)}</p>
      )}
      {typeof status === 'object' && status.state === 'not-news' && (
        <>
          <ul class="reasons">
            {status.reasons.length === 0 && <li>{strings['reason.nothing']}</li>}
            {status.reasons.map((reason) => (
              <li key={reason}>{strings[`reason.${reason}` as StringKey]}</li>
            ))}
          </ul>
          <button type="button" class="action" onClick={props.onAnnotateAnyway}>
            {strings['popup.annotateAnyway']}
          </button>
        </>
      )}
    </section>
  );
}

function whyNothing({ strings, status, site, isOn, entityLabels, lang }: PopupProps): string {
  if (!isOn) return strings['popup.off'];
  if (status === 'unreachable') return strings['popup.unreachable'];
  if (status === 'waiting') return strings['popup.reading'];
  switch (status.state) {
    case 'off':
      return strings['popup.off'];
    case 'site-off':
      return fill(strings['popup.siteOff'], { site: site ?? '' });
    case 'not-news':
      return strings['popup.notNews'];
    case 'reading':
      return strings['popup.reading'];
    default: {
      const names = new Intl.ListFormat(lang, { type: 'disjunction' }).format(
        ENTITY_IDS.map((id) => entityLabels[id]),
      );
      return fill(strings['popup.noMention'], { names });
    }
  }
}
