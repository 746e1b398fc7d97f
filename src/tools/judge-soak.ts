/**
 * What a soak's report has against it, in sentences; none is good.
 *
 * Heaps are compared at rest, late against early: the middle of the last third against the
 * middle of what came before it, without the first sample, which is before anything was
 * opened. What leaks grows with every act and is beyond the room given here soon.
 */
import type { Sample, SoakReport } from './soak-run.ts';

type Figure = 'tabBytes' | 'workerBytes' | 'nodes' | 'listeners';

/** By how much a figure may be higher at the end: compiled code and the browser's own caches come and go. */
const ROOM: Readonly<Record<Figure, { readonly share: number; readonly more: number }>> = {
  tabBytes: { share: 0.05, more: 2_000_000 },
  workerBytes: { share: 0.1, more: 500_000 },
  nodes: { share: 0.03, more: 100 },
  listeners: { share: 0.03, more: 50 },
};

export function faultsOf({ samples, errors, expected, stored }: SoakReport): string[] {
  const settled = samples.slice(1);
  const late = settled.slice(-Math.ceil(settled.length / 3));
  const early = settled.slice(0, settled.length - late.length);
  const grown = (Object.keys(ROOM) as Figure[]).flatMap((figure) => {
    const [before, after] = [middle(early, figure), middle(late, figure)];
    const { share, more } = ROOM[figure];
    return after > before * (1 + share) + more ? [`${figure} grew from ${before} to ${after}`] : [];
  });
  const [wanted, found] = [expected, stored].map((items) => JSON.stringify(sorted(items)));
  return [
    ...errors,
    ...grown,
    ...(wanted === found ? [] : [`settings: ${wanted} was stored, ${found} is there`]),
  ];
}

function middle(samples: readonly Sample[], figure: Figure): number {
  const values = samples.map((sample) => sample[figure]).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}

function sorted(items: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1));
}
