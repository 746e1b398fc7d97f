/**
 * The reader pressed one of our keys, wherever in the browser.
 *
 * A walk goes to the page in front. Where nobody answers (nothing to annotate there, or
 * a page of the browser's own) the popup opens instead and says why: a key that did
 * nothing would leave a reader who cannot see the page guessing.
 */
import { COMMANDS, type Command, type WalkCommand } from '../core/commands.ts';
import { browser } from './browser.ts';
import { loadSettings, savePiece } from './settings-store.ts';
import { askWalk } from './walk-page.ts';
import { watchSaves } from './watch-saves.ts';

/** Nobody is there to be told. */
const save = watchSaves(() => undefined);

/** Follow the reader's keys from now on. */
export function onCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => void runCommand(name, tab?.id));
}

async function runCommand(name: string, tabId: number | undefined): Promise<void> {
  const command = COMMANDS.find((own): own is Command => own === name);
  if (command === 'toggle') {
    const { on } = await loadSettings();
    save(savePiece('on', !on));
  } else if (command) {
    await walk(command, tabId ?? (await activeTab()));
  }
}

async function walk(command: WalkCommand, tabId: number | undefined): Promise<void> {
  if (tabId === undefined || (await askWalk(tabId, { type: 'walk', command }))) return;
  try {
    await browser.action.openPopup();
  } catch {
    // No window to open it in, or a browser that opens popups for clicks only.
  }
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}
