/**
 * Two stores of the same items, the device's and the browser's sync, brought into
 * step: item by item, with what they last agreed on as the third witness.
 *
 *   device   sync   agreed      →
 *     a        a       ·        nothing to do
 *     a        b       a        it changed elsewhere: the device takes b
 *     a        b       b        it changed here: sync gets a
 *     a        b       c        it changed on both sides: sync gets a, the later writer
 *
 * "Absent" is a value like any other, so removals travel too. The case that surprises: a
 * sync store that lost everything (the account's data was cleared, sync was turned off
 * and on) looks like one from which everything was removed. They are told apart by
 * a mark that is never removed: without it sync knows nothing, and gets all there is.
 *
 * Damage is nobody's change. What no setting may be ("?") is never given to sync, and from
 * there only goes where nothing is:
 *
 *     ?        a       ·        the device takes a
 *     a        ?       a        nothing: a newer version elsewhere may know what it means
 *     a        ?       b        it changed here: sync gets a
 *     ·        ?       ·        the device takes it: whoever resets there resets it everywhere
 */
export type Items = Readonly<Record<string, unknown>>;

/** An item with `undefined` is to be removed. */
export interface Plan {
  readonly toDevice: Items;
  readonly toSync: Items;
  /** What the two agree on already, and once `toDevice` is written. */
  readonly agreed: Items;
}

/** The mark of a sync store that holds settings. Its value is the version that began it. */
export const SYNC_MARK = 'format';
export const SYNC_FORMAT = 1;

/** What is known of items by their keys. */
export interface ItemRules {
  readonly isShared: (key: string) => boolean;
  /** May an item hold that value? Asked of values that are there. */
  readonly isValid: (key: string, value: unknown) => boolean;
}

/** What to write where; only of items that are shared. What sync refuses is simply tried again. */
export function reconcile(
  device: Items,
  sync: Items,
  agreed: Items,
  { isShared, isValid }: ItemRules,
): Plan {
  const isDamaged = (key: string, value: unknown): boolean =>
    value !== undefined && !isValid(key, value);
  const isMarked = SYNC_MARK in sync;
  const toDevice: Record<string, unknown> = {};
  const toSync: Record<string, unknown> = isMarked ? {} : { [SYNC_MARK]: SYNC_FORMAT };
  const together: Record<string, unknown> = {};
  const keys = new Set([...Object.keys(device), ...Object.keys(sync), ...Object.keys(agreed)]);
  for (const key of keys) {
    if (key === SYNC_MARK || !isShared(key)) continue;
    const here = device[key];
    const there = sync[key];
    const before = isMarked ? agreed[key] : undefined;
    const isDamage = isDamaged(key, here);
    // Damage of which nobody knows what it was is left: it may be a newer version's.
    const isTaken = isDamage ? (there ?? before) !== undefined : isSame(here, before);
    if (isSame(here, there)) {
      if (here !== undefined) together[key] = here;
    } else if (isTaken && (here === undefined || !isDamaged(key, there))) {
      toDevice[key] = there;
      if (there !== undefined) together[key] = there;
    } else {
      if (!isTaken && !isDamage) toSync[key] = here;
      if (before !== undefined) together[key] = before;
    }
  }
  return { toDevice, toSync, agreed: together };
}

/** What sync is about to be given, as it lies in storage: keys alone are to be removed. */
export type Pushing = readonly (readonly [key: string, value?: unknown])[];

/** As it is noted before sync is given anything. */
export function pushingOf(wanted: Items): Pushing {
  return Object.entries(wanted).map(([key, value]) => (value === undefined ? [key] : [key, value]));
}

/**
 * What was agreed on, if we were ended after sync was given something and before that was
 * noted. Without it our own word would come back as another device's, and undo whatever
 * the reader changed since.
 */
export function agreedWith(agreed: Items, pushing: Pushing, sync: Items): Items {
  const known = { ...agreed };
  for (const [key, value] of pushing) {
    if (!isSame(sync[key], value)) continue;
    if (value === undefined) delete known[key];
    else known[key] = value;
  }
  return known;
}

/**
 * Both browsers' limits of a sync store. Chromium counts keys and values, Firefox the
 * whole as JSON (measured: 4 bytes more an item); the larger count is ours.
 */
const SYNC_BYTES = 102_400;
const SYNC_ITEM_BYTES = 8192;
const SYNC_ITEMS = 512;
/** For what else they may count (Chromium escapes "<"), in bytes. */
const MARGIN = 64;
/** Quotation marks, colon and comma. */
const JSON_BYTES = 4;

/** Those of the items that a full sync store still has room for; removals always. */
export function thatFit(sync: Items, wanted: Items): Items {
  const sizes = new Map(Object.entries(sync).map(([key, value]) => [key, sizeOf(key, value)]));
  const fitting: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(wanted)) {
    if (value !== undefined) continue;
    fitting[key] = value;
    sizes.delete(key);
  }
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue;
    const size = sizeOf(key, value);
    const growth = size - (sizes.get(key) ?? 0);
    const count = sizes.size + (sizes.has(key) ? 0 : 1);
    if (size > SYNC_ITEM_BYTES || count > SYNC_ITEMS) continue;
    if (growth > 0 && total + growth > SYNC_BYTES - MARGIN) continue;
    fitting[key] = value;
    sizes.set(key, size);
    total += growth;
  }
  return fitting;
}

function sizeOf(key: string, value: unknown): number {
  return utf8Length(JSON.stringify(key)) - 2 + utf8Length(JSON.stringify(value)) + JSON_BYTES;
}

function utf8Length(json: string): number {
  // Percent-encoding writes a byte as three characters; JSON has no half surrogate pairs.
  return encodeURIComponent(json).replace(/%../g, 'x').length;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
