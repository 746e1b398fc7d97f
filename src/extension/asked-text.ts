/**
 * What a reader asked about from the context menu, on its way to the page of ours that answers.
 * In the browser's memory and not in the page's address: addresses are kept in the history, also
 * when the words were selected in a private window.
 */
import { browser } from './browser.ts';

const keyOf = (name: string): string => `asked:${name}`;

/** Keep the text until the browser ends; a name for it, new each time. */
export async function keepAsked(text: string): Promise<string> {
  const name = crypto.randomUUID();
  await browser.storage.session.set({ [keyOf(name)]: text });
  return name;
}

/** The text kept under that name; empty when it is gone. */
export async function askedText(name: string): Promise<string> {
  const { [keyOf(name)]: text } = await browser.storage.session.get(keyOf(name));
  return typeof text === 'string' ? text : '';
}
