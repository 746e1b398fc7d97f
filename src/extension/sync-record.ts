/**
 * The one item of the device's storage that is no setting: what device and sync last
 * agreed on, and how sync fares. Written by the background, see `sync-settings.ts`.
 */
import type { Pushing } from '../core/reconcile.ts';

export const SYNC_RECORD = 'synced';

/** `full`: items are left that sync has no room for. `absent`: it cannot be reached. */
export type SyncState = 'ok' | 'full' | 'absent';

export interface SyncRecord {
  readonly agreed: Readonly<Record<string, unknown>>;
  readonly state: SyncState;
  /** Given to sync when this was noted; absent once it is known what became of it. */
  readonly pushing?: Pushing;
}

/** Whatever was stored: a broken record is an empty one, and settings are compared anew. */
export function parseSyncRecord(stored: unknown): SyncRecord {
  const { agreed, state, pushing } = (stored ?? {}) as Partial<Record<keyof SyncRecord, unknown>>;
  return {
    agreed: typeof agreed === 'object' && agreed !== null ? (agreed as SyncRecord['agreed']) : {},
    state: state === 'full' || state === 'absent' ? state : 'ok',
    ...(isPushing(pushing) && { pushing }),
  };
}

function isPushing(value: unknown): value is Pushing {
  return (
    Array.isArray(value) && value.every((one) => Array.isArray(one) && typeof one[0] === 'string')
  );
}
