/** The options: every setting with what it means, each change kept at once. */
import { monthInWords } from '../core/age.ts';
import { fillCounted } from '../core/fill.ts';
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import type { Piece, Settings } from '../core/settings.ts';
import type { Strings } from '../core/strings.ts';
import { OptionsCard } from './OptionsCard.tsx';
import { OptionsData, type OptionsDataProps } from './OptionsData.tsx';
import { OptionsLook } from './OptionsLook.tsx';
import { OptionsShortcuts, type ShortcutsProps } from './OptionsShortcuts.tsx';
import { OptionsWhere, type SitesProps } from './OptionsWhere.tsx';
import { PageFrame } from './PageFrame.tsx';
import { Switch } from './Switch.tsx';
import { WhatsNew } from './WhatsNew.tsx';

/** What every part of the options shows and changes. */
export interface SettingsProps {
  readonly strings: Strings;
  readonly lang: string;
  readonly settings: Settings;
  readonly onPiece: <Key extends Piece>(key: Key, value: Settings[Key]) => void;
}

export interface OptionsProps
  extends SettingsProps,
    SitesProps,
    ShortcutsProps,
    Omit<OptionsDataProps, keyof SettingsProps> {
  readonly entityLabels: Readonly<Record<EntityId, string>>;
  readonly dataset: { readonly date: string; readonly facts: number };
  /** Languages a card can be in. */
  readonly languages: readonly string[];
  readonly onEntity: (id: EntityId, isShown: boolean) => void;
  /** The preview is there to be painted. */
  readonly onPreview: (element: HTMLElement) => void;
  /** What was set last could not be saved. */
  readonly isUnsaved: boolean;
  /** Is something new that the reader has not seen? */
  readonly hasNews: boolean;
  readonly onNewsSeen: () => void;
}

export function Options(props: OptionsProps) {
  const { strings, lang, settings, dataset } = props;
  const date = monthInWords(dataset.date, lang);
  return (
    <PageFrame strings={strings} lang={lang} current="options">
      <main class="options">
        <header>
          <h1>{strings['options.title']}</h1>
          <p class="help">{strings['options.saved']}</p>
        </header>
        {props.isUnsaved && (
          <p class="notice unsaved" role="alert">
            {strings['card.unsaved']}
          </p>
        )}
        <OptionsWhere {...props} />
        <section>
          <h2>{strings['options.entities']}</h2>
          {ENTITY_IDS.map((id) => (
            <Switch
              key={id}
              label={props.entityLabels[id]}
              isOn={!settings.hidden.includes(id)}
              onChange={(isShown) => props.onEntity(id, isShown)}
            />
          ))}
        </section>
        <OptionsLook {...props} />
        <OptionsCard {...props} />
        <OptionsShortcuts {...props} />
        <OptionsData {...props} />
        <section>
          <h2>{strings['options.about']}</h2>
          <p>{fillCounted(strings['popup.dataset'], dataset.facts, lang, { date })}</p>
          <p>{strings['card.unknownSource']}</p>
          <p>{strings['popup.privacy']}</p>
          <p>
            <a class="link" href="/third-party.txt">
              {strings['options.thirdParty']}
            </a>
          </p>
        </section>
        <WhatsNew strings={strings} isUnseen={props.hasNews} onSeen={props.onNewsSeen} />
      </main>
    </PageFrame>
  );
}
