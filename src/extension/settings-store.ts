/** Loads, saves and watches the settings in the browser's storage, one item a setting. */
import {
  parseSettings,
  SETTING_KEYS,
  type Settings,
  type SiteChoice,
  siteKey,
} from '../core/settings.ts';
import { browser } from './browser.ts';

/** The settings as they are; whatever is broken in storage falls back piece by piece. */
export async function loadSettings(): Promise<Settings> {
  return parseSettings(await browser.storage.local.get(null));
}

/** The master switch. */
export async function saveOn(on: boolean): Promise<void> {
  await browser.storage.local.set({ [SETTING_KEYS.on]: on });
}

/** The reader's choice for a site; undefined forgets it, so that the page decides again. */
export async function saveSite(host: string, choice: SiteChoice | undefined): Promise<void> {
  if (choice === undefined) await browser.storage.local.remove(siteKey(host));
  else await browser.storage.local.set({ [siteKey(host)]: choice });
}

/** Call back whenever a setting changes, from whichever page. */
export function onSettingsChange(onChange: (settings: Settings) => void): void {
  browser.storage.onChanged.addListener(() => void loadSettings().then(onChange));
}
