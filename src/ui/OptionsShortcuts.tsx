/** The keys as the browser has them now, and the way to its own page for changing them. */
import type { Command } from '../core/commands.ts';
import type { Strings } from '../core/strings.ts';

export interface ShortcutsProps {
  /** Undefined in browsers without keys for extensions (Firefox for Android). */
  readonly shortcuts: readonly { readonly command: Command; readonly keys: string }[] | undefined;
  /** Undefined where no extension can open the browser's page. */
  readonly onChangeShortcuts: (() => void) | undefined;
}

export function OptionsShortcuts({
  strings,
  shortcuts,
  onChangeShortcuts,
}: ShortcutsProps & { readonly strings: Strings }) {
  if (!shortcuts) return null;
  return (
    <section id="shortcuts">
      <h2>{strings['options.shortcuts']}</h2>
      <dl class="shortcuts">
        {shortcuts.map(({ command, keys }) => (
          <div key={command}>
            <dt>{strings[`command.${command}`]}</dt>
            <dd>
              {keys ? (
                <kbd dir="ltr">{keys}</kbd>
              ) : (
                <span class="help">{strings['options.shortcutNone']}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="help">{strings['options.shortcutsHelp']}</p>
      {onChangeShortcuts && (
        <button type="button" class="press" onClick={onChangeShortcuts}>
          {strings['options.shortcutsChange']}
        </button>
      )}
    </section>
  );
}
