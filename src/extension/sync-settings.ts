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
import { parseSyncRecord, SYNC_RECORD, type SyncRecord } from './sync-record.ts';

const isShared = (key: string): boolean => isSettingKey(key) && key !== 'sync';
const RULES: ItemRules = { isShared, isValid: isSettingValue };

/** Chromium takes 120 writes to sync a minute and refuses more with these words, be there ever so much room. */
const TOO_OFTEN = /MAX_WRITE_OPERATIONS/;
/** It counts by minutes, in ms. A background that was ended meanwhile brings them in step as it starts. */
const LATER_MS = 61_000;

/** Bring the two in step now, and at every change from now on. */
export function keepInSync(): void {
  let turn: Promise<void> = Promise.resolve();
  let isWaiting = false;
  let later: ReturnType<typeof setTimeout> | undefined;
  /** One at a time: each looks at all there is, so that one waiting is enough. */
  const soon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    clearTimeout(later);
    turn = turn.then(async () => {
      isWaiting = false;
      try {
        if (!(await bringInStep())) later = setTimeout(soon, LATER_MS);
      } catch (error) {
        console.warn('Bakteppe: settings not synced', error);
      }
    });
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' || Object.keys(changes).some(isSettingKey)) soon();
  });
  soon();
}

/** False where sync wants to be asked again later. */
async function bringInStep(): Promise<boolean> {
  const device = await browser.storage.local.get(null);
  if (device.sync === false) return true;
  const record = parseSyncRecord(device[SYNC_RECORD]);
  const sync = await readSync();
  if (!sync) {
    await note({ ...record, state: 'absent' }, record);
    return true;
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
  const { pushed, isTooOften } = await push(sync, plan.toSync);
  const agreed = { ...plan.agreed };
  for (const [key, value] of Object.entries(pushed)) {
    if (value === undefined || !isShared(key)) delete agreed[key];
    else agreed[key] = value;
  }
  const isAllIn = Object.keys(plan.toSync).every((key) => key in pushed);
  const state = isTooOften ? record.state : isAllIn ? 'ok' : 'full';
  // With what came from sync in one write: it must not be taken for the reader's own change.
  await note({ agreed, state }, noted, toDevice);
  return !isTooOften;
}

/** Undefined where there is no sync, or it is switched off. */
async function readSync(): Promise<Items | undefined> {
  try {
    return await browser.storage.sync.get(null);
  } catch {
    return undefined;
  }
}

interface Push {
  /** What sync took. */
  readonly pushed: Items;
  /** It was written to too often: that is no want of room. */
  readonly isTooOften?: boolean;
}

/** Give the items to sync. A full one takes what it has room for. */
async function push(sync: Items, wanted: Items): Promise<Push> {
  if (Object.keys(wanted).length === 0) return { pushed: {} };
  try {
    await write(browser.storage.sync, wanted);
    return { pushed: wanted };
  } catch (error) {
    if (TOO_OFTEN.test(String(error))) return { pushed: {}, isTooOften: true };
    const fitting = thatFit(sync, wanted);
    try {
      await write(browser.storage.sync, fitting);
      return { pushed: fitting };
    } catch {
      return { pushed: {} };
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
