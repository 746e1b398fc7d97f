/**
 * `npm run bench`: what we cost, beside the least a browser needs to visit the text and
 * beside mark.js, on the same pages in the same run. Writes `docs/benchmarks.md` and its
 * plot; ends with 1 when a budget is broken. `--firefox` for Firefox, `--quick` for fewer pages.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFor } from '../src/tools/build.ts';
import { ROOT } from '../src/tools/read-data.ts';
import { judge } from './budgets.ts';
import { bytesOf } from './bytes.ts';
import { againstList, byNames, type Compared, cold, median, scout, warm } from './measure.ts';
import { packsOf } from './names.ts';
import { fixturePages, realPages } from './pages.ts';
import { plot } from './plot.ts';
import { report } from './report.ts';
import { openStage } from './stage.ts';
import { heapGrowth, scoutHeap, streamShares, styleGrowth } from './upkeep.ts';

const { values: flags } = parseArgs({
  options: { firefox: { type: 'boolean' }, quick: { type: 'boolean' } },
});
const family = flags.firefox ? 'firefox' : 'chromium';
/** A frame at sixty a second, in ms. */
const FRAME_MS = 16;
const EMPTY = '<!doctype html><html lang="en"><body></body></html>';
/** Names to look for when asking how the cost grows with them. */
const NAMES = [60, 3000, 100_000];
/** How many times the text of one page. */
const SIZES = [1, 4, 16];

buildFor(family);
const stage = await openStage(family);
const say = (what: string): void => console.error(`${what} …`);
const english = packsOf('en');
const real = realPages(flags.quick ? 4 : 11);
const pages = real.length > 0 ? real : fixturePages();
const middle = pages[pages.length >> 1];
const withoutMention = fixturePages().find(({ hasMention }) => !hasMention);
if (!middle) throw new Error('no page to measure on');

say(`cold, ${pages.length} pages`);
const coldRuns = await eachOf(pages, (page) => cold(stage, page));
say('warm');
const warmRuns = await eachOf(pages, (page) => warm(stage, page));
say('the scout');
const scouts = await eachOf(pages, (page) => scout(stage, page));
say('more names, more text, mark.js with a list');
const names = await byNames(stage, middle, NAMES);
const sizes = await eachOf(SIZES, (times) => warm(stage, middle, times));
const list = await againstList(stage, pages[0] ?? middle);
say('text that arrives, pointer moves');
const added = await eachOf([0, 10_000], (count) =>
  stage.fresh(EMPTY, (tab) => tab.ask('addParagraphs', english, count)),
);
const hovers = await eachOf([10, 1000], (count) =>
  stage.fresh(EMPTY, (tab) => tab.ask('hover', english, count)),
);
say('100,000 text nodes');
const slice = await stage.fresh(EMPTY, async (tab) => {
  await tab.ask('manyNodes', 100_000);
  return tab.ask('longestSlice', english);
});
say('a text that is written, text that comes and goes, styling');
const isChromium = family === 'chromium';
const stream = isChromium ? await streamShares(stage, english) : undefined;
const heap = isChromium ? await heapGrowth(stage, english) : Number.NaN;
const styles = isChromium
  ? await eachOf(pages, (page) => styleGrowth(stage, page, packsOf(page.lang)))
  : [];
await stage.close();
const scoutBytes = isChromium ? await scoutHeap(withoutMention ?? middle) : Number.NaN;

const ratios = (runs: readonly Compared[], over: 'walk' | 'markRegExp'): number[] =>
  runs.map((run) => (over === 'walk' ? run.ours / run.walk : run.markRegExp / run.ours));
const [few = { ms: Number.NaN }, many = { ms: Number.NaN }] = names;
const [small, , large] = sizes;
const [hoverFew, hoverMany] = hovers.map(({ ours, caret }) => ours / caret);
const values: Record<string, number> = {
  'cold-limit': median(ratios(coldRuns, 'walk')),
  'cold-limit-worst': Math.max(...ratios(coldRuns, 'walk')),
  'warm-limit': median(ratios(warmRuns, 'walk')),
  'cold-markjs': median(ratios(coldRuns, 'markRegExp')),
  'warm-markjs': median(ratios(warmRuns, 'markRegExp')),
  'list-markjs': list.list / list.ours,
  'scout-limit': median(scouts.map((run) => run.scan / run.walk)),
  'scout-whole': median(scouts.map((run) => run.scout / run.walk)),
  'names-growth': many.ms / few.ms,
  'text-growth': large && small ? large.ours / large.walk / (small.ours / small.walk) : Number.NaN,
  'added-growth': (added[1] ?? Number.NaN) / (added[0] ?? Number.NaN),
  'hover-few': hoverFew ?? Number.NaN,
  'hover-many': hoverMany ?? Number.NaN,
  'slice-frames': slice.script / FRAME_MS,
  'first-share': slice.first / slice.whole,
  ...(isChromium && {
    'stream-script': stream?.script ?? Number.NaN,
    'stream-whole': stream?.whole ?? Number.NaN,
    'heap-rounds': heap,
    'style-growth': median(styles),
    'heap-scout': scoutBytes,
  }),
  ...bytesOf(family),
};
const verdicts = judge(values, family);
const figures = { coldRuns, warmRuns, sizes, names, list, added, hovers, slice };
const flagged = Object.keys(flags).map((flag) => `--${flag}`);
const command = ['npm run bench', ...(flagged.length > 0 ? ['--', ...flagged] : [])].join(' ');
const docs = join(ROOT, 'docs');
const suffix = flags.firefox ? '-firefox' : '';
writeFileSync(
  join(docs, `benchmarks${suffix}.svg`),
  plot([...warmRuns, ...sizes], `Warm, ${stage.version}`),
);
writeFileSync(
  join(docs, `benchmarks${suffix}.md`),
  report({
    command,
    version: stage.version,
    isReal: real.length > 0,
    suffix,
    verdicts,
    ...figures,
  }),
);
for (const { id, value, budget, isKept } of verdicts) {
  console.log(
    `${isKept ? 'kept  ' : 'BROKEN'} ${id.padEnd(18)} ${round(value).padStart(8)}  ${budget}`,
  );
}
if (verdicts.some(({ isKept }) => !isKept)) process.exitCode = 1;

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

/** One after another: two at once would measure each other. */
async function eachOf<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await run(item));
  return results;
}
