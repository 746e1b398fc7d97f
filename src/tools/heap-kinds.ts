/**
 * What a tab's heap consists of, by kind: the browser's own snapshot, counted (Chromium). For telling
 * what of a growing figure is whose: our objects, compiled code, or entries that the browser keeps.
 */
import type { Page } from 'puppeteer-core';

/** "object Range", "code FeedbackVector": how many there are, and their own bytes together. */
export type HeapKinds = ReadonlyMap<string, { readonly count: number; readonly bytes: number }>;

/** The fields that are asked for, of the format that the debugging protocol calls a heap snapshot. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
    };
  };
  /** Each node's fields in a row. */
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** Of the tab as it is once the collector has been there. */
export async function heapKinds(page: Page): Promise<HeapKinds> {
  const session = await page.createCDPSession();
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return kindsIn(JSON.parse(chunks.join('')) as Snapshot);
}

/** Counted; strings are one kind. */
export function kindsIn({ snapshot, nodes, strings }: Snapshot): HeapKinds {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const place = (field: string): number => fields.indexOf(field);
  const [type, name, size] = [place('type'), place('name'), place('self_size')];
  const kinds = new Map<string, { count: number; bytes: number }>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const of = types[type]?.[nodes[at + type] ?? 0] ?? '';
    const kind = /string/.test(of) ? 'string' : `${of} ${strings[nodes[at + name] ?? 0]}`;
    const { count, bytes } = kinds.get(kind) ?? { count: 0, bytes: 0 };
    kinds.set(kind, { count: count + 1, bytes: bytes + (nodes[at + size] ?? 0) });
  }
  return kinds;
}

/** What is more than it was, the most first: at least so many bytes. */
export function grownKinds(before: HeapKinds, now: HeapKinds, least: number): string[] {
  return [...now]
    .map(([kind, { count, bytes }]) => {
      const was = before.get(kind) ?? { count: 0, bytes: 0 };
      return { kind, count: count - was.count, bytes: bytes - was.bytes };
    })
    .filter(({ bytes }) => bytes >= least)
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ kind, count, bytes }) => `${kind.slice(0, 60)}: ${count} more, ${bytes} bytes`);
}
