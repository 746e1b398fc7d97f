/** Brings our scripts to pages; only ever files of our own. */
import languages from 'virtual:bakteppe/packs';
import { type Lease, leaseSheet } from '../core/lease.ts';
import { PEOPLE, packsFor } from '../core/name-packs.ts';
import { browser } from './browser.ts';
import type { PartName } from './isolated-world.ts';
import { originalLanguage, textsFor } from './languages.ts';
import type { Place } from './messages.ts';
import type { TextsBrought } from './texts-answer.ts';

/** The session with the names for texts in these languages; false if the document is away. */
export async function bringSession(place: Place, langs: readonly string[]): Promise<boolean> {
  const files = [nameFile(PEOPLE), ...packsFor(langs, languages).map(nameFile), '/session.js'];
  return inject(targetOf(place), files);
}

/** Names for texts in more languages; those there are none for bring nothing. False if the document is away. */
export async function bringNames(place: Place, langs: readonly string[]): Promise<boolean> {
  const files = packsFor(langs, languages).map(nameFile);
  return files.length === 0 || inject(targetOf(place), files);
}

/** A part of the session that is a script of its own; false if the document is away. */
export async function bringPart(place: Place, part: PartName): Promise<boolean> {
  return inject(targetOf(place), [`/${part}.js`]);
}

/**
 * The cards' texts in the language wanted there, and where the page is in another language
 * of ours, that one's too, for its topic words. Answers which they are; false if the document is away.
 */
export async function bringTexts(
  place: Place,
  setting: string,
  page: string | undefined,
): Promise<TextsBrought | false> {
  const wanted = textsFor(setting, page);
  const langs = new Set([wanted.lang, wanted.topics]);
  return (await inject(targetOf(place), [...langs].map(textFile))) && wanted;
}

/** The texts in the article's own language; false if the document is away. */
export async function bringOriginals(place: Place): Promise<{ lang: string } | false> {
  const lang = originalLanguage();
  return (await inject(targetOf(place), [textFile(lang)])) && { lang };
}

/** The sheet without which the session shows nothing; false if the document is away. */
export async function bringLease(place: Place, lease: Lease): Promise<boolean> {
  const target = targetOf(place);
  try {
    await browser.scripting.insertCSS({ target, css: leaseSheet(lease), origin: 'USER' });
    return true;
  } catch (error) {
    console.debug(`Bakteppe: no style for tab ${target.tabId}`, error);
    return false;
  }
}

const textFile = (lang: string): string => `/texts/${lang}.js`;
const nameFile = (pack: string): string => `/names/${pack}.js`;

/** The scout, to all tabs that were open before we came or were let in; the browser brings it to new pages. */
export async function bringScout(origins: string[] = ['http://*/*', 'https://*/*']): Promise<void> {
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.all(
    tabs.map(({ id, discarded }) =>
      id === undefined || discarded ? false : inject({ tabId: id }, ['/scout.js']),
    ),
  );
}

/** The scout, to a frame; false if what it held is away. */
export async function bringScoutTo(place: Place): Promise<boolean> {
  return inject(targetOf(place), ['/scout.js']);
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

type Target = Parameters<typeof browser.scripting.executeScript>[0]['target'];

function targetOf({ tabId, frameId, documentId }: Place): Target {
  return documentId === undefined
    ? { tabId, frameIds: [frameId] }
    : { tabId, documentIds: [documentId] };
}

/** False where nothing was brought. */
async function inject(target: Target, files: readonly string[]): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target, files: files as ScriptFiles });
    return true;
  } catch (error) {
    // The tab went away, or is one of the pages no extension may touch (stores, error pages).
    console.debug(
      `Bakteppe: ${files.join(', ')} could not be brought to tab ${target.tabId}`,
      error,
    );
    return false;
  }
}
