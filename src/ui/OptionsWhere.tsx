/** Where to annotate: by kind of page, and the reader's own list of sites. */
import { useId, useState } from 'preact/hooks';
import { fill, fillSite } from '../core/fill.ts';
import type { SiteChoice } from '../core/settings.ts';
import type { PatternFault } from '../core/site-pattern.ts';
import type { StringKey, Strings } from '../core/strings.ts';
import { Choices } from './Choices.tsx';
import type { SettingsProps } from './Options.tsx';

export interface SitesProps {
  /** Add what the reader wrote, or say what is wrong with it. */
  readonly onAddSite: (text: string, choice: SiteChoice) => PatternFault | undefined;
  readonly onSite: (pattern: string, choice: SiteChoice) => void;
  readonly onForgetSite: (pattern: string) => void;
}

const CHOICE_LABELS: Readonly<Record<SiteChoice, StringKey>> = {
  on: 'options.siteOn',
  off: 'options.siteOff',
  auto: 'options.siteAutomatic',
};

export function OptionsWhere(props: SettingsProps & SitesProps) {
  const { strings, settings, onPiece } = props;
  return (
    <>
      <Choices
        title={strings['options.where']}
        value={settings.where}
        choices={[
          {
            value: 'news',
            label: strings['options.whereNews'],
            help: strings['options.whereNewsHelp'],
          },
          {
            value: 'all',
            label: strings['options.whereAll'],
            help: strings['options.whereAllHelp'],
          },
          { value: 'listed', label: strings['options.whereListed'] },
        ]}
        onChoose={(where) => onPiece('where', where)}
      />
      <section>
        <h2>{strings['options.sites']}</h2>
        <Sites {...props} />
        <AddSite {...props} />
      </section>
    </>
  );
}

function Sites({ strings, settings, onSite, onForgetSite }: SettingsProps & SitesProps) {
  const sites = Object.entries(settings.sites).sort(([a], [b]) => (a < b ? -1 : 1));
  if (sites.length === 0) return <p class="help">{strings['options.sitesNone']}</p>;
  return (
    <ul class="sites">
      {sites.map(([site, choice]) => (
        <li key={site}>
          <bdi class="site" dir="ltr">
            {site}
          </bdi>
          <ChooseSite
            strings={strings}
            label={fill(strings['page.labelled'], {
              label: site,
              text: strings['options.siteWhat'],
            })}
            value={choice}
            onChoose={(next) => onSite(site, next)}
          />
          <button
            type="button"
            class="link"
            aria-label={fillSite(strings['options.forget'], site)}
            title={fillSite(strings['options.forget'], site)}
            onClick={() => onForgetSite(site)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function AddSite({ strings, onAddSite }: SettingsProps & SitesProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<SiteChoice>('on');
  const [fault, setFault] = useState<PatternFault>();
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = onAddSite(text, choice);
    setFault(found);
    if (!found) setText('');
  };
  return (
    <form class="add-site" onSubmit={add} noValidate>
      <label for={id}>{strings['options.siteAdd']}</label>
      <div class="fields">
        <input
          id={id}
          class="write"
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={text}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-fault ${id}-help`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <ChooseSite
          strings={strings}
          label={strings['options.siteWhat']}
          value={choice}
          onChoose={setChoice}
        />
        <button type="submit" class="press">
          {strings['options.add']}
        </button>
      </div>
      <p class="fault" id={`${id}-fault`} role="alert">
        {fault && <Examples text={strings[`options.bad.${fault}`]} />}
      </p>
      <p class="help" id={`${id}-help`}>
        <Examples text={strings['options.siteAddHelp']} />
      </p>
    </form>
  );
}

interface ChooseSiteProps {
  readonly strings: Strings;
  readonly label: string;
  readonly value: SiteChoice;
  readonly onChoose: (choice: SiteChoice) => void;
}

function ChooseSite({ strings, label, value, onChoose }: ChooseSiteProps) {
  return (
    <select
      class="choose"
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value as SiteChoice)}
    >
      {(Object.keys(CHOICE_LABELS) as SiteChoice[]).map((choice) => (
        <option key={choice} value={choice}>
          {strings[CHOICE_LABELS[choice]]}
        </option>
      ))}
    </select>
  );
}

/** Addresses run from left to right in every language. */
function Examples({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/((?:\*\.)?nrk\.no(?:\/\w+\*)?)/).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <code key={part} dir="ltr">
            {part}
          </code>
        ),
      )}
    </>
  );
}
