/** The first page a reader sees: what this is, a sample to try, what it needs and promises. */
import type { Command } from '../core/commands.ts';
import type { StringKey, Strings } from '../core/strings.ts';
import { PageFrame } from './PageFrame.tsx';

export interface WelcomeProps {
  readonly strings: Strings;
  readonly lang: string;
  /** May we read the pages of the web? Undefined until the browser has said so. */
  readonly isGiven: boolean | undefined;
  /** The keys as they are set; empty where the browser has none. */
  readonly keys: ReadonlyMap<Command, string>;
  readonly onAsk: () => void;
}

export function Welcome(props: WelcomeProps) {
  const { strings, lang } = props;
  return (
    <PageFrame strings={strings} lang={lang} current="welcome">
      <main class="welcome">
        <header>
          <h1>{strings['welcome.title']}</h1>
          <p>{strings['welcome.lead']}</p>
        </header>
        <section class="try" aria-labelledby="try">
          <h2 id="try">{strings['welcome.try']}</h2>
          <div class="sample">
            <p>{strings['welcome.sample']}</p>
            <p>{strings['welcome.sampleMore']}</p>
          </div>
          <Ways {...props} />
        </section>
        <div class="terms">
          <Access {...props} />
          <section>
            <h2>{strings['welcome.promise']}</h2>
            <p class="promise">{strings['popup.privacy']}</p>
            <p>{strings['welcome.promiseText']}</p>
            <p>{strings['welcome.quiet']}</p>
          </section>
        </div>
      </main>
    </PageFrame>
  );
}

/** Keys worth knowing at once, in the order of use. */
const KEYS = ['next', 'open'] as const satisfies readonly Command[];

function Ways({ strings, keys }: WelcomeProps) {
  return (
    <dl class="ways">
      <div>
        <dt>{strings['welcome.pointer']}</dt>
        <dd>{strings['welcome.pointerHelp']}</dd>
      </div>
      <div>
        <dt>{strings['welcome.touch']}</dt>
        <dd>{strings['welcome.touchHelp']}</dd>
      </div>
      {keys.size > 0 && (
        <div>
          <dt>{strings['welcome.keys']}</dt>
          {KEYS.map((name) => (
            <dd key={name} class="key">
              <kbd>{keys.get(name) || strings['options.shortcutNone']}</kbd>{' '}
              {strings[`command.${name}` satisfies StringKey]}
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}

function Access({ strings, isGiven, onAsk }: WelcomeProps) {
  return (
    <section>
      <h2>{strings['welcome.access']}</h2>
      <p>{strings['welcome.accessWhy']}</p>
      <div role="status">
        {isGiven !== undefined && (
          <p class="state">{strings[isGiven ? 'welcome.accessGiven' : 'welcome.accessMissing']}</p>
        )}
      </div>
      {isGiven === false && (
        <button type="button" class="action" onClick={onAsk}>
          {strings['welcome.accessGrant']}
        </button>
      )}
    </section>
  );
}
