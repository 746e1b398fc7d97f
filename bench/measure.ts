/** Each question of the bench: what is run, how often, in which order. Medians and ratios come out. */
import { anchors, expressionOf, formsOf, packsOf, someNames } from './names.ts';
import type { BenchPage } from './pages.ts';
import type { BenchTab, Stage } from './stage.ts';

/** Fresh pages a method is run on once, first of all. */
const COLD_RUNS = 3;
/** Rounds on one page, each with all methods; the first is thrown away. */
const WARM_ROUNDS = 8;

export interface Compared {
  readonly id: string;
  readonly nodes: number;
  readonly walk: number;
  /** Up to the ranges. */
  readonly ours: number;
  /** The same with its highlights, as mark.js paints too. */
  readonly painted: number;
  readonly markRegExp: number;
}

const METHODS = ['walk', 'ours', 'markRegExp'] as const;
type Method = (typeof METHODS)[number];
type Taken = Record<Method | 'painted', number[]>;

const none = (): Taken => ({ walk: [], ours: [], painted: [], markRegExp: [] });

function runner(
  page: BenchPage,
  isCold: boolean,
): (tab: BenchTab, method: Method, taken: Taken) => Promise<void> {
  const packs = packsOf(page.lang);
  const source = expressionOf(packs);
  return async (tab, method, taken) => {
    if (method === 'walk') taken.walk.push(await tab.ask('walk'));
    else if (method === 'markRegExp') {
      taken.markRegExp.push(await tab.ask('markRegExp', source, isCold));
    } else {
      const { scanned, painted } = await tab.ask('scan', packs, isCold);
      taken.ours.push(scanned);
      taken.painted.push(painted);
    }
  };
}

/** On first sight of the page, building what each method needs included: what a reader pays. */
export async function cold(stage: Stage, page: BenchPage): Promise<Compared> {
  const run = runner(page, true);
  const times = none();
  let nodes = 0;
  for (let round = 0; round < COLD_RUNS; round++) {
    for (const method of turned(METHODS, round)) {
      await stage.fresh(page.html, async (tab) => {
        await run(tab, method, times);
        nodes = await tab.ask('textNodes');
      });
    }
  }
  return { id: page.id, nodes, ...medians(times) };
}

/** Again and again on one page, so many times its text. */
export function warm(stage: Stage, page: BenchPage, times = 1): Promise<Compared> {
  const run = runner(page, false);
  return stage.fresh(page.html, async (tab) => {
    await tab.ask('repeat', times);
    const taken = none();
    for (let round = 0; round < WARM_ROUNDS; round++) {
      for (const method of turned(METHODS, round)) {
        await run(tab, method, round > 0 ? taken : none());
      }
    }
    return { id: page.id, nodes: await tab.ask('textNodes'), ...medians(taken) };
  });
}

/** The scout on first sight, and the limit: their quotient, and what the scout made of the page. */
export async function scout(
  stage: Stage,
  page: BenchPage,
): Promise<{ walk: number; scan: number; scout: number; state: string }> {
  const times = { walk: [] as number[], scan: [] as number[], scout: [] as number[] };
  let state = '';
  for (let round = 0; round < COLD_RUNS; round++) {
    await stage.fresh(page.html, async (tab) => void times.walk.push(await tab.ask('walk')));
    await stage.fresh(page.html, async (tab) => {
      times.scan.push(await tab.ask('anchorScan', anchors));
    });
    await stage.fresh(page.html, async (tab) => {
      const run = await tab.ask('scout', anchors);
      times.scout.push(run.ms);
      state = run.state;
    });
  }
  return { ...medians(times), state };
}

/** ms of a warm scan by the number of names, interleaved. */
export function byNames(
  stage: Stage,
  page: BenchPage,
  counts: readonly number[],
): Promise<{ names: number; ms: number }[]> {
  const sets = counts.map(someNames);
  return stage.fresh(page.html, async (tab) => {
    const times = sets.map((): number[] => []);
    for (let round = 0; round < WARM_ROUNDS; round++) {
      for (const [at, { json }] of sets.entries()) {
        await tab.ask('forgetNames');
        await tab.ask('scan', json, false);
        const { scanned } = await tab.ask('scan', json, false);
        if (round > 0) times[at]?.push(scanned);
      }
    }
    return sets.map(({ count }, at) => ({ names: count, ms: median(times[at] ?? []) }));
  });
}

/** `mark(names)` on a page, reckoned from a few of the names; and our own scan for all of them. */
export function againstList(
  stage: Stage,
  page: BenchPage,
): Promise<{ list: number; ours: number; names: number }> {
  const few = 8;
  const packs = packsOf(page.lang);
  const forms = formsOf(packs);
  const some = Array.from(
    { length: few },
    (_, at) => forms[Math.floor((at * forms.length) / few)] ?? '',
  );
  return stage.fresh(page.html, async (tab) => {
    const ours: number[] = [];
    for (let round = 0; round < WARM_ROUNDS; round++)
      ours.push((await tab.ask('scan', packs, false)).painted);
    const ms = await tab.ask('markList', some);
    return { list: (ms / few) * forms.length, ours: median(ours.slice(1)), names: forms.length };
  });
}

/** Everybody begins once: who runs first pays for the machine's moods. */
function turned<Item>(items: readonly Item[], by: number): Item[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

function medians<Key extends string>(times: Record<Key, number[]>): Record<Key, number> {
  return Object.fromEntries(
    Object.entries<number[]>(times).map(([key, values]) => [key, median(values)]),
  ) as Record<Key, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
