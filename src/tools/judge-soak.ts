/**
 * What a soak's report has against it, in sentences; none is good.
 *
 * Figures are compared at rest, late against early: the last third against what came before it,
 * without the first sample, which is before anything was opened. Of heaps the middle ones, for
 * they warm up; of nodes and listeners the lowest: the counts are a process's, which may hold
 * for a while what a page has left. What leaks grows with every act, the lowest too, and is beyond
 * the room given here soon.
 */
import type { Sample, SoakReport } from './soak-run.ts';

type Figure = 'tabBytes' | 'workerBytes' | 'nodes' | 'listeners';

/** By how much a figure may be higher at the end: compiled code and the browser's own caches come and go. */
const ROOM: Readonly<
  Record<Figure, { readonly share: number; readonly more: number; readonly of: typeof middle }>
> = {
  tabBytes: { share: 0.05, more: 2_000_000, of: middle },
  workerBytes: { share: 0.1, more: 500_000, of: middle },
  nodes: { share: 0.03, more: 100, of: lowest },
  listeners: { share: 0.03, more: 50, of: lowest },
};

export function faultsOf({ samples, errors, expected, stored }: SoakReport): string[] {
  const settled = samples.slice(1);
  const late = settled.slice(-Math.ceil(settled.length / 3));
  const early = settled.slice(0, settled.length - late.length);
  const grown = (Object.keys(ROOM) as Figure[]).flatMap((figure) => {
    const { share, more, of } = ROOM[figure];
    const [before, after] = [of(early, figure), of(late, figure)];
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

function lowest(samples: readonly Sample[], figure: Figure): number {
  return samples.length > 0 ? Math.min(...samples.map((sample) => sample[figure])) : 0;
}

function sorted(items: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1));
}
