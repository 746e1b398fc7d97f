/**
 * Loads, saves and watches the settings in the device's storage, one item a setting.
 * That the browser's sync has them too is the background's business: `sync-settings.ts`.
 */
import { chooseSite } from '../core/choose-site.ts';
import type { EntityId } from '../core/model.ts';
import {
  hiddenKey,
  isSettingKey,
  itemsOf,
  type Piece,
  parseSettings,
  type Settings,
  type SiteChoice,
  siteKey,
} from '../core/settings.ts';
import { browser } from './browser.ts';
import { parseSyncRecord, SYNC_RECORD, type SyncState } from './sync-record.ts';

/** The settings as they are; whatever is broken in storage falls back piece by piece. */
export async function loadSettings(): Promise<Settings> {
  return parseSettings(await browser.storage.local.get(null));
}

/** One setting. */
export async function savePiece<Key extends Piece>(key: Key, value: Settings[Key]): Promise<void> {
  await write({ [key]: value });
}

/** Highlight the entity, or leave it alone. */
export async function saveHidden(id: EntityId, isHidden: boolean): Promise<void> {
  if (isHidden) await write({ [hiddenKey(id)]: true });
  else await browser.storage.local.remove(hiddenKey(id));
}

/** The reader's choice for a host or pattern; undefined forgets it, so that the page decides again. */
export async function saveSite(pattern: string, choice: SiteChoice | undefined): Promise<void> {
  if (choice === undefined) await browser.storage.local.remove(siteKey(pattern));
  else await write({ [siteKey(pattern)]: choice });
}

/** The reader's choice for the site in front, by whichever of their patterns decides there. */
export async function saveSiteInFront(
  { hostname, pathname }: { readonly hostname: string; readonly pathname: string },
  choice: SiteChoice,
): Promise<void> {
  const { sites } = await loadSettings();
  const change = chooseSite(sites, hostname, pathname, choice);
  await saveSite(change.pattern, change.choice);
}

/** These settings and no others; whether this device syncs stays as it is. */
export async function saveAll(settings: Omit<Settings, 'sync'>): Promise<void> {
  const stored = await browser.storage.local.get(null);
  const { sync } = parseSettings(stored);
  const items = itemsOf({ ...settings, sync });
  const gone = Object.keys(stored).filter((key) => isSettingKey(key) && !(key in items));
  await write(items);
  await browser.storage.local.remove(gone);
}

/**
 * A device's storage that is full makes room: what we keep there that is no setting can be
 * found out again, and a reader's switch cannot. @throws where nothing helps.
 */
async function write(items: Record<string, unknown>): Promise<void> {
  try {
    await browser.storage.local.set(items);
  } catch {
    await browser.storage.local.remove(SYNC_RECORD);
    await browser.storage.local.set(items);
  }
}

/** Call back whenever a setting changes, from whichever page. */
export function onSettingsChange(onChange: (settings: Settings) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.keys(changes).some(isSettingKey)) {
      void loadSettings().then(onChange);
    }
  });
}

/** How the browser's sync fares. */
export async function loadSyncState(): Promise<SyncState> {
  const { [SYNC_RECORD]: record } = await browser.storage.local.get(SYNC_RECORD);
  return parseSyncRecord(record).state;
}

/** Call back whenever that may have changed. */
export function onSyncState(onChange: (state: SyncState) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && SYNC_RECORD in changes) void loadSyncState().then(onChange);
  });
}
