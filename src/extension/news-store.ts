/**
 * Is there something new that the reader has not seen? Stored only between an update and
 * their look at it: the version they had. On this device alone, it is updated by itself.
 */
import { newsSince } from '../core/news.ts';
import { browser } from './browser.ts';

const KEY = 'news-since';

/** The extension was updated from that version. */
export async function noteUpdate(previous: string): Promise<void> {
  if (newsSince(previous).length === 0 || (await hasNews())) return;
  await browser.storage.local.set({ [KEY]: previous });
}

export async function hasNews(): Promise<boolean> {
  const { [KEY]: since } = await browser.storage.local.get(KEY);
  return typeof since === 'string' && newsSince(since).length > 0;
}

/** The reader has seen it. */
export async function forgetNews(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
