/** Brings our scripts to pages; only ever files of our own. */
import languages from 'virtual:bakteppe/packs';
import { LEASE } from '../core/lease.ts';
import { PEOPLE, packsFor } from '../core/name-packs.ts';
import { browser } from './browser.ts';
import type { PartName } from './isolated-world.ts';
import { originalLanguage, textsFor } from './languages.ts';
import type { TextsBrought } from './texts-answer.ts';

/** The session with the names for texts in these languages, to the frame that asked. A frame that is gone by now is no error. */
export async function bringSession(
  tabId: number,
  frameId: number,
  langs: readonly string[],
): Promise<void> {
  const files = [nameFile(PEOPLE), ...packsFor(langs, languages).map(nameFile), '/session.js'];
  const target = { tabId, frameIds: [frameId] };
  if (import.meta.env.FIREFOX) await lease(target);
  await inject(target, files);
}

/** Names for texts in more languages; those there are none for bring nothing. */
export async function bringNames(
  tabId: number,
  frameId: number,
  langs: readonly string[],
): Promise<void> {
  await inject({ tabId, frameIds: [frameId] }, packsFor(langs, languages).map(nameFile));
}

/** A part of the session that is a script of its own. */
export async function bringPart(tabId: number, frameId: number, part: PartName): Promise<void> {
  await inject({ tabId, frameIds: [frameId] }, [`/${part}.js`]);
}

/**
 * The cards' texts in the language wanted there, and where the page is in another language
 * of ours, that one's too, for its topic words. Answers which they are.
 */
export async function bringTexts(
  tabId: number,
  frameId: number,
  setting: string,
  page: string | undefined,
): Promise<TextsBrought> {
  const wanted = textsFor(setting, page);
  const langs = new Set([wanted.lang, wanted.topics]);
  await inject({ tabId, frameIds: [frameId] }, [...langs].map(textFile));
  return wanted;
}

/** The texts in the article's own language. */
export async function bringOriginals(tabId: number, frameId: number): Promise<{ lang: string }> {
  const lang = originalLanguage();
  await inject({ tabId, frameIds: [frameId] }, [textFile(lang)]);
  return { lang };
}

/** Before the session, which shows nothing without it. */
async function lease(target: { readonly tabId: number; frameIds: number[] }): Promise<void> {
  try {
    await browser.scripting.insertCSS({ target, css: LEASE, origin: 'USER' });
  } catch (error) {
    console.debug(`Bakteppe: no style for tab ${target.tabId}`, error);
  }
}

const textFile = (lang: string): string => `/texts/${lang}.js`;
const nameFile = (pack: string): string => `/names/${pack}.js`;

/** The scout, to all tabs that were open before we came or were let in; the browser brings it to new pages. */
export async function bringScout(origins: string[] = ['http://*/*', 'https://*/*']): Promise<void> {
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.all(
    tabs.map(({ id, discarded }) =>
      id === undefined || discarded ? undefined : inject({ tabId: id }, ['/scout.js']),
    ),
  );
}

/** In the browser's memory as long as it runs and we are enabled, and no longer. */
const BROUGHT = 'scout-brought';

/**
 * The scout, to all open tabs, once after we were enabled: of being enabled again no browser
 * tells. The background starts far more often. Where a scout of ours runs, a second goes away.
 */
export async function bringScoutOnce(): Promise<void> {
  const { [BROUGHT]: isBrought } = await browser.storage.session.get(BROUGHT);
  if (isBrought) return;
  await bringScout();
  await browser.storage.session.set({ [BROUGHT]: true });
}

/** WXT knows the scripts it builds; the packs of names are files of ours beside them. */
type ScriptFiles = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]['files']>;

async function inject(
  target: { readonly tabId: number; readonly frameIds?: number[] },
  files: readonly string[],
): Promise<void> {
  try {
    await browser.scripting.executeScript({ target, files: files as ScriptFiles });
  } catch (error) {
    // The tab went away, or is one of the pages no extension may touch (stores, error pages).
    console.debug(
      `Bakteppe: ${files.join(', ')} could not be brought to tab ${target.tabId}`,
      error,
    );
  }
}
