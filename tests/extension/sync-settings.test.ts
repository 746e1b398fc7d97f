/**
 * What a sync that refuses says is told apart: one that was written to too often takes it a minute
 * later, one without room does not. On real storage: `tests/browser/sync.test.ts`.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Items = Record<string, unknown>;
type Listener = (changes: Items, area: string) => void;

const OFTEN = 'This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.';
const FULL = 'Resource::kQuotaBytes quota exceeded';
let listeners: Listener[];
let stored: Record<'local' | 'sync', Items>;
/** What sync says to a write, if it refuses. */
let refusal: string | undefined;

function area(name: 'local' | 'sync') {
  const changed = (keys: readonly string[]): void => {
    const changes = Object.fromEntries(keys.map((key) => [key, {}]));
    for (const listener of listeners) listener(changes, name);
  };
  const refused = () => (name === 'sync' && refusal ? new Error(refusal) : undefined);
  return {
    get: async (key: string | null) =>
      key === null ? { ...stored[name] } : { [key]: stored[name][key] },
    async set(items: Items) {
      const error = refused();
      if (error) throw error;
      Object.assign(stored[name], items);
      changed(Object.keys(items));
    },
    async remove(keys: readonly string[]) {
      const error = refused();
      if (error) throw error;
      for (const key of [keys].flat()) delete stored[name][key];
      changed([keys].flat());
    },
  };
}

let local: ReturnType<typeof area>;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  listeners = [];
  stored = { local: {}, sync: {} };
  refusal = undefined;
  local = area('local');
  const onChanged = { addListener: (listener: Listener) => listeners.push(listener) };
  vi.stubGlobal('chrome', { storage: { local, sync: area('sync'), onChanged } });
  const { keepInSync } = await import('../../src/extension/sync-settings.ts');
  keepInSync();
  await vi.advanceTimersByTimeAsync(1);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const state = () => (stored.local.synced as { state?: string } | undefined)?.state ?? 'ok';

test('written to too often, it gets everything a minute later, and is not called full', async () => {
  refusal = OFTEN;
  await local.set({ on: false });
  await local.set({ delay: 600 });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(stored.sync).toEqual({ format: 1 });
  expect(state()).toBe('ok');
  refusal = undefined;
  await vi.advanceTimersByTimeAsync(31_500);
  expect(stored.sync).toMatchObject({ on: false, delay: 600 });
  expect(vi.getTimerCount()).toBe(0);
});

test('refused for longer, it is asked once a minute', async () => {
  refusal = OFTEN;
  await local.set({ on: false });
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(vi.getTimerCount()).toBe(1);
  refusal = undefined;
  await vi.advanceTimersByTimeAsync(61_500);
  expect(stored.sync).toMatchObject({ on: false });
});

test('without room it is called full, and asked again when something changes', async () => {
  refusal = FULL;
  await local.set({ on: false });
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(state()).toBe('full');
  expect(vi.getTimerCount()).toBe(0);
  refusal = undefined;
  await local.set({ delay: 600 });
  await vi.advanceTimersByTimeAsync(1);
  expect(stored.sync).toMatchObject({ on: false, delay: 600 });
  expect(state()).toBe('ok');
});
