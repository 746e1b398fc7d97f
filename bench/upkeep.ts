/**
 * What a browser tells of a tab beside its clock: time of the main thread, memory, and what
 * styling and painting cost. Chromium only: nobody else tells.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { needBrowser } from '../src/tools/browsers.ts';
import { heldBy } from '../src/tools/heap.ts';
import { launch } from '../src/tools/launch.ts';
import { startPageServer } from '../src/tools/page-server.ts';
import { median } from './measure.ts';
import type { BenchPage } from './pages.ts';
import type { BenchTab, Stage } from './stage.ts';

const EMPTY = '<!doctype html><html lang="en"><body></body></html>';
/** A text is written for so long; twice, once without us. */
const STREAM_SECONDS = 20;
/**
 * The heap is taken after so many rounds, and again after so many more. The first hundred add what
 * the engine compiles (130 KB of 2.5 MB), the fifth hundred 13: it is code that grows, and ends.
 */
const SETTLED_ROUNDS = 100;
const ROUNDS = 100;
/** Tabs a heap is the median of. */
const TABS = 7;
/** Rounds with the highlights and without, in turn, and restylings in each. */
const STYLE_ROUNDS = 6;
const STYLINGS = 8;

/**
 * Shares of the main thread's time while a text is written 50 times a second, over those without
 * a session: scripts alone, and all of it with what the browser does about highlights.
 */
export function streamShares(
  stage: Stage,
  packs: readonly string[],
): Promise<{ script: number; whole: number }> {
  return stage.fresh(EMPTY, async (tab) => {
    await tab.ask('somePage');
    const bare = await threadTime(tab, () => tab.ask('stream', STREAM_SECONDS));
    await tab.ask('startReading', packs);
    const read = await threadTime(tab, () => tab.ask('stream', STREAM_SECONDS));
    return {
      script: (read.script - bare.script) / STREAM_SECONDS,
      whole: (read.whole - bare.whole) / STREAM_SECONDS,
    };
  });
}

/** Heap after a hundred rounds of paragraphs that come and go, over that before them. */
export function heapGrowth(stage: Stage, packs: readonly string[]): Promise<number> {
  return stage.fresh(EMPTY, async (tab) => {
    await tab.ask('somePage');
    await tab.ask('startReading', packs);
    await tab.ask('addAndRemove', SETTLED_ROUNDS);
    const before = await heapOf(tab.page);
    await tab.ask('addAndRemove', ROUNDS);
    return (await heapOf(tab.page)) / before;
  });
}

/** Styling, layout and painting of the whole page with its highlights, over that without them. */
export function styleGrowth(
  stage: Stage,
  page: BenchPage,
  packs: readonly string[],
): Promise<number> {
  return stage.fresh(page.html, async (tab) => {
    const times = { bare: [] as number[], painted: [] as number[] };
    await tab.ask('restyle', STYLINGS);
    for (let round = 0; round < STYLE_ROUNDS; round++) {
      times.bare.push(await drawingTime(tab, () => tab.ask('restyle', STYLINGS)));
      await tab.ask('startReading', packs);
      times.painted.push(await drawingTime(tab, () => tab.ask('restyle', STYLINGS)));
      await tab.ask('stopReading');
    }
    return median(times.painted) / median(times.bare);
  });
}

/** Heap of a tab with the scout, over one with an extension of an empty script, in bytes. */
export async function scoutHeap(page: BenchPage): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bakteppe-empty-'));
  const script = { matches: ['<all_urls>'], js: ['empty.js'], run_at: 'document_end' };
  const manifest = { manifest_version: 3, name: 'Empty', version: '1', content_scripts: [script] };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.js'), 'void 0;');
  const server = await startPageServer();
  const url = 'http://heap.example/';
  server.serve(url, { body: page.html });
  const heaps = async (settings: { readonly folder?: string }): Promise<number> => {
    const { driver, close } = await launch(needBrowser('chromium'), {
      headless: true,
      proxy: server.address,
      keepWelcome: settings.folder !== undefined,
      ...settings,
    });
    const taken: number[] = [];
    for (let tab = 0; tab < TABS; tab++) {
      const context = await driver.newPage();
      await context.goto(url, { waitUntil: 'load' });
      taken.push(await heapOf(context));
      await context.close();
    }
    await close();
    return median(taken);
  };
  try {
    const bare = await heaps({ folder });
    return (await heaps({})) - bare;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function heapOf(page: Page): Promise<number> {
  return (await heldBy(page.browser(), 'none:', [page])).tabBytes;
}

/** Seconds of the tab's main thread while something runs. */
async function threadTime(
  { page }: BenchTab,
  run: () => Promise<unknown>,
): Promise<{ script: number; whole: number }> {
  const before = await page.metrics();
  await run();
  const after = await page.metrics();
  const between = (name: 'ScriptDuration' | 'TaskDuration'): number =>
    (after[name] ?? 0) - (before[name] ?? 0);
  return { script: between('ScriptDuration'), whole: between('TaskDuration') };
}

/** What a browser does to draw a page, by the names of its trace. */
const DRAWING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly dur?: number;
}

/** Milliseconds of drawing while something runs, as traced. */
async function drawingTime({ page }: BenchTab, run: () => Promise<unknown>): Promise<number> {
  await page.tracing.start({ categories: ['-*', 'devtools.timeline'] });
  await run();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return traceEvents
    .filter(({ name, ph }) => ph === 'X' && DRAWING.has(name))
    .reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
}
