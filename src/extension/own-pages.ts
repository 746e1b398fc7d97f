/** The ways to our own pages, and to the browser's page of ours. */
import { COMMANDS, type Command } from '../core/commands.ts';
import { browser } from './browser.ts';

/** Open our options, as a page of their own; at a part of them, if one is named. */
export async function openOptions(part?: 'shortcuts'): Promise<void> {
  if (!part) await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${part}`) });
}

/** Our keys as the browser has them; undefined where extensions have none (Firefox for Android). */
export async function currentShortcuts(): Promise<
  { command: Command; keys: string }[] | undefined
> {
  // Types promise it everywhere.
  const commands = browser.commands as typeof browser.commands | undefined;
  const all = await commands?.getAll();
  return (
    all &&
    COMMANDS.map((command) => ({
      command,
      keys: all.find(({ name }) => name === command)?.shortcut ?? '',
    }))
  );
}

/** Opens the browser's page for changing keys; undefined where that cannot be done. */
export function shortcutsOpener(): (() => void) | undefined {
  const { commands } = browser as { commands?: { openShortcutSettings?: () => Promise<void> } };
  // Firefox from 137.
  if (commands?.openShortcutSettings) return () => void commands.openShortcutSettings?.();
  if (!browser.runtime.getURL('').startsWith('chrome-extension:')) return undefined;
  // No link may lead there, but a tab may. Edge and others answer to this address too.
  return () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
