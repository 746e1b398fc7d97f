/** The toolbar popup: what is on, what was found here, and why nothing if nothing. */
import { monthInWords } from '../core/age.ts';
import { fillCounted } from '../core/fill.ts';
import { intlLocale } from '../core/intl-locale.ts';
import { langAttribute } from '../core/language-name.ts';
import type { MentionList as List, WalkPosition } from '../core/mention-list.ts';
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import type { PageStatus } from '../core/page-status.ts';
import type { SiteChoice } from '../core/settings.ts';
import type { PopupStrings } from '../core/strings.ts';
import { textDirection } from '../core/text-direction.ts';
import { MentionList } from './MentionList.tsx';
import { NewsDot } from './NewsDot.tsx';
import { Switch } from './Switch.tsx';
import { ThreeWay } from './ThreeWay.tsx';
import { WhyNothing } from './WhyNothing.tsx';

export interface PopupProps {
  readonly strings: PopupStrings;
  readonly lang: string;
  readonly entityLabels: Readonly<Record<EntityId, string>>;
  readonly dataset: { readonly date: string; readonly facts: number };
  readonly isOn: boolean;
  readonly hidden: readonly EntityId[];
  /** What a choice for the page in front is about, a host or pattern; undefined where it is not of the web. */
  readonly site: string | undefined;
  readonly choice: SiteChoice;
  /** `browser-page` and `no-permission` where no script of ours can be, `unreachable` where none answers. */
  readonly status: PageStatus | 'waiting' | 'unreachable' | 'browser-page' | 'no-permission';
  /** The page's mentions, once it has named them. */
  readonly list: List | undefined;
  /** Where a step with the popup's buttons came to. */
  readonly position: WalkPosition | undefined;
  /** Our pages to go to, each with its name. */
  readonly links: readonly {
    readonly label: string;
    readonly onOpen: () => void;
    /** Something there is new that the reader has not seen. */
    readonly isNew?: boolean;
  }[];
  /** What was set last could not be saved. */
  readonly isUnsaved: boolean;
  readonly onStep: (command: 'next' | 'previous') => void;
  readonly onVisit: (id: number) => void;
  readonly onMaster: (on: boolean) => void;
  readonly onSite: (choice: SiteChoice) => void;
  readonly onEntity: (id: EntityId, isShown: boolean) => void;
  readonly onGrant: () => void;
  /** Undefined where the browser has no side panel. */
  readonly onPanel: (() => void) | undefined;
}

export function Popup(props: PopupProps) {
  const { strings, lang, dataset } = props;
  const date = monthInWords(dataset.date, lang);
  return (
    <main class="popup" lang={langAttribute(lang)} dir={textDirection(lang)}>
      <header class="top">
        <h1>Bakteppe</h1>
        <Switch label={strings['popup.everywhere']} isOn={props.isOn} onChange={props.onMaster} />
      </header>
      {props.isUnsaved && (
        <p class="unsaved" role="alert">
          {strings['card.unsaved']}
        </p>
      )}
      <Site {...props} />
      <WhyNothing {...props} />
      <Entities {...props} />
      {props.list && props.list.mentions.length > 0 && <MentionList {...props} list={props.list} />}
      <footer class="about">
        <p>{fillCounted(strings['popup.dataset'], dataset.facts, lang, { date })}</p>
        <p>{strings['popup.privacy']}</p>
        <nav class="links">
          {props.links.map(({ label, onOpen, isNew }) => (
            <button type="button" class="link" key={label} onClick={onOpen}>
              {label}
              {isNew && <NewsDot strings={strings} />}
            </button>
          ))}
          {props.onPanel && (
            <button type="button" class="link" onClick={props.onPanel}>
              {strings['panel.open']}
            </button>
          )}
        </nav>
      </footer>
    </main>
  );
}

function Site({ strings, site, choice, isOn, onSite }: PopupProps) {
  if (site === undefined) return null;
  return (
    <section class="row">
      <ThreeWay
        label={strings['popup.site']}
        detail={site}
        value={choice}
        choices={[
          { value: 'auto', label: strings['options.siteAutomatic'] },
          { value: 'on', label: strings['options.siteOn'] },
          { value: 'off', label: strings['options.siteOff'] },
        ]}
        isDisabled={!isOn}
        onChoose={onSite}
      />
    </section>
  );
}

/** Whom to highlight, and how often each is here. */
function Entities({ strings, lang, status, entityLabels, hidden, isOn, onEntity }: PopupProps) {
  const isAnnotated = typeof status === 'object' && status.state === 'annotated';
  const figures = new Intl.NumberFormat(intlLocale(lang));
  return (
    <section class="page">
      <h2>{strings[isAnnotated ? 'popup.onThisPage' : 'options.entities']}</h2>
      <ul class="counts">
        {ENTITY_IDS.map((id) => (
          <li key={id} class={`count ${id}`}>
            <Switch
              label={entityLabels[id]}
              count={
                isAnnotated && !hidden.includes(id) ? figures.format(status.counts[id]) : undefined
              }
              isOn={!hidden.includes(id)}
              isDisabled={!isOn}
              onChange={(isShown) => onEntity(id, isShown)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
