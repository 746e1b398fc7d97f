/**
 * Keeps the device's settings and the browser's sync in step (docs/adr/0031).
 *
 * Everything reads and writes the device's own storage, so that a setting works at once
 * and whatever becomes of sync. Here, in the background alone, changes travel both ways.
 * Nothing waits for it, and what could not be written is found again the next time.
 */
import {
  agreedWith,
  type ItemRules,
  type Items,
  pushingOf,
  reconcile,
  thatFit,
} from '../core/reconcile.ts';
import { isSettingKey, isSettingValue } from '../core/settings.ts';
import { browser } from './browser.ts';
import { parseSyncRecord, SYNC_RECORD, type SyncRecord, type SyncState } from './sync-record.ts';

const isShared = (key: string): boolean => isSettingKey(key) && key !== 'sync';
const RULES: ItemRules = { isShared, isValid: isSettingValue };

/** Bring the two in step now, and at every change from now on. */
export function keepInSync(): void {
  let turn: Promise<void> = Promise.resolve();
  let isWaiting = false;
  /** One at a time: each looks at all there is, so that one waiting is enough. */
  const soon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    turn = turn.then(() => {
      isWaiting = false;
      return bringInStep().catch((error) => console.warn('Bakteppe: settings not synced', error));
    });
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' || Object.keys(changes).some(isSettingKey)) soon();
  });
  soon();
}

async function bringInStep(): Promise<void> {
  const device = await browser.storage.local.get(null);
  if (device.sync === false) return;
  const record = parseSyncRecord(device[SYNC_RECORD]);
  const sync = await readSync();
  if (!sync) {
    await note({ ...record, state: 'absent' }, record);
    return;
  }
  const before = agreedWith(record.agreed, record.pushing ?? [], sync);
  const plan = reconcile(device, sync, before, RULES);
  let noted = record;
  let { toDevice } = plan;
  if (Object.keys(plan.toSync).length > 0) {
    // Before it is done: the browser may end us in the middle.
    noted = { agreed: plan.agreed, state: record.state, pushing: pushingOf(plan.toSync) };
    await note(noted, record, toDevice);
    toDevice = {};
  }
  const pushed = await push(sync, plan.toSync);
  const agreed = { ...plan.agreed };
  for (const [key, value] of Object.entries(pushed)) {
    if (value === undefined || !isShared(key)) delete agreed[key];
    else agreed[key] = value;
  }
  const isAllIn = Object.keys(plan.toSync).every((key) => key in pushed);
  const state: SyncState = isAllIn ? 'ok' : 'full';
  // With what came from sync in one write: it must not be taken for the reader's own change.
  await note({ agreed, state }, noted, toDevice);
}

/** Undefined where there is no sync, or it is switched off. */
async function readSync(): Promise<Items | undefined> {
  try {
    return await browser.storage.sync.get(null);
  } catch {
    return undefined;
  }
}

/** Give the items to sync; those it took. A full one takes what it has room for. */
async function push(sync: Items, wanted: Items): Promise<Items> {
  if (Object.keys(wanted).length === 0) return {};
  try {
    await write(browser.storage.sync, wanted);
    return wanted;
  } catch {
    const fitting = thatFit(sync, wanted);
    try {
      await write(browser.storage.sync, fitting);
      return fitting;
    } catch {
      return {};
    }
  }
}

async function note(record: SyncRecord, before: SyncRecord, items: Items = {}): Promise<void> {
  const isNew = JSON.stringify(record) !== JSON.stringify(before);
  await write(browser.storage.local, { ...items, ...(isNew && { [SYNC_RECORD]: record }) });
}

/** Set the items; those that are undefined go. Removed first: that makes room. */
async function write(
  area: Pick<typeof browser.storage.local, 'set' | 'remove'>,
  items: Items,
): Promise<void> {
  const entries = Object.entries(items);
  const gone = entries.filter(([, value]) => value === undefined).map(([key]) => key);
  const kept = entries.filter(([, value]) => value !== undefined);
  if (gone.length > 0) await area.remove(gone);
  if (kept.length > 0) await area.set(Object.fromEntries(kept));
}
