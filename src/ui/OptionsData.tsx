/** The settings as a whole: synced, as a file, and back to the beginning. */
import { useRef } from 'preact/hooks';
import { fill } from '../core/fill.ts';
import type { FileFault } from '../core/settings-file.ts';
import type { StringKey, Strings } from '../core/strings.ts';
import type { SettingsProps } from './Options.tsx';
import { Switch } from './Switch.tsx';

/** What came of the last thing the reader did here. */
export type DataNews = 'imported' | 'reset' | readonly Fault[];

/** What is wrong with a file, or why the browser did not store it, as it says. */
type Fault = FileFault | string;

export interface OptionsDataProps extends SettingsProps {
  readonly syncState: 'ok' | 'full' | 'absent';
  readonly news: DataNews | undefined;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  readonly onReset: () => void;
}

/** More than this of what is wrong with a file helps nobody. */
const MOST_FAULTS = 8;

export function OptionsData(props: OptionsDataProps) {
  const { strings, settings, syncState, onPiece, onExport, onImport } = props;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <section class="group">
      <h2>{strings['options.data']}</h2>
      <div>
        <Switch
          label={strings['options.sync']}
          detail={strings['options.syncHelp']}
          isOn={settings.sync}
          onChange={(isOn) => onPiece('sync', isOn)}
        />
        <p class="notice" role="status">
          {settings.sync && syncState === 'full' && strings['options.syncFull']}
          {settings.sync && syncState === 'absent' && strings['options.syncAbsent']}
        </p>
      </div>
      <div class="presses">
        <button type="button" class="press" onClick={onExport}>
          {strings['options.export']}
        </button>
        <button type="button" class="press" onClick={() => chooser.current?.click()}>
          {strings['options.import']}
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file may be chosen again, once it is mended.
            currentTarget.value = '';
            if (file) onImport(file);
          }}
        />
        <Reset {...props} />
      </div>
      <div role="status">
        <News {...props} />
      </div>
    </section>
  );
}

function Reset({ strings, onReset }: OptionsDataProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="press" onClick={() => dialog.current?.showModal()}>
        {strings['options.reset']}
      </button>
      <dialog ref={dialog} class="ask" aria-labelledby="reset-ask">
        <p id="reset-ask">{strings['options.resetAsk']}</p>
        <form method="dialog" class="presses">
          <button type="submit" class="press">
            {strings['card.cancel']}
          </button>
          <button type="submit" class="action" onClick={onReset}>
            {strings['options.resetConfirm']}
          </button>
        </form>
      </dialog>
    </>
  );
}

function News({ strings, news }: OptionsDataProps) {
  if (!news) return null;
  if (news === 'imported') return <p>{strings['options.imported']}</p>;
  if (news === 'reset') return <p>{strings['options.resetDone']}</p>;
  return (
    <div class="fault">
      <p>{strings['options.importKept']}</p>
      <ul>
        {news.slice(0, MOST_FAULTS).map((fault) => (
          <li key={JSON.stringify(fault)}>
            <bdi>{inWords(strings, fault)}</bdi>
          </li>
        ))}
        {news.length > MOST_FAULTS && <li>…</li>}
      </ul>
    </div>
  );
}

function inWords(strings: Strings, fault: Fault): string {
  if (typeof fault === 'string') return fault;
  const text = strings[`options.importBad.${fault.kind}` as StringKey];
  return fill(text, fault as unknown as Record<string, string>);
}
