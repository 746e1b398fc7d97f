/** The keys as they are now: the reader may have changed them, or the browser dropped one. */
import { COMMANDS, type Command } from '../core/commands.ts';
import { browser } from './browser.ts';

/** The key of each command as the browser writes it, "" for none; nothing where there are no keys at all. */
export async function shortcuts(): Promise<ReadonlyMap<Command, string>> {
  // Firefox for Android has none.
  const { commands } = browser as { commands?: typeof browser.commands };
  const all = (await commands?.getAll()) ?? [];
  return new Map(
    all.flatMap(({ name, shortcut }) => {
      const command = COMMANDS.find((own) => own === name);
      return command ? [[command, shortcut ?? '']] : [];
    }),
  );
}
