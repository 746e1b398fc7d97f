/** The bench's results as a page of the documentation. */
import type { Verdict } from './budgets.ts';
import type { Compared } from './measure.ts';

export interface Results {
  readonly command: string;
  readonly version: string;
  /** Measured on real pages, and not only on our own. */
  readonly isReal: boolean;
  /** Of the file names. */
  readonly suffix: string;
  readonly verdicts: readonly Verdict[];
  readonly coldRuns: readonly Compared[];
  readonly warmRuns: readonly Compared[];
  readonly sizes: readonly Compared[];
  readonly names: readonly { readonly names: number; readonly ms: number }[];
  readonly list: { readonly list: number; readonly ours: number; readonly names: number };
  readonly added: readonly number[];
  readonly hovers: readonly { readonly ours: number; readonly caret: number }[];
  readonly slice: {
    readonly script: number;
    readonly slice: number;
    readonly whole: number;
    readonly first: number;
  };
}

export function report(results: Results): string {
  const { command, version, isReal, suffix, verdicts, list, added, hovers, slice } = results;
  const date = new Date().toISOString().slice(0, 10);
  return `# Benchmarks

Printed by \`${command}\` on ${date}, ${version}, on ${isReal ? 'real news pages' : 'our own fixture pages'}. Ratios
are of runs on the same page in the same session, medians; milliseconds are of one shared machine and say little. The
limit is a \`TreeWalker\` over the text nodes that reads each; mark.js 8.11.1 gets one expression of the same names
without word bounds, which is its best, or a list of them. A scan is names unpacked, text
searched, blocks matched and judged, ranges made; beside mark.js, which paints as it goes, the highlights are set too. Names
are what a page gets: the two men in all languages, and all else in the page's own. Cold is the first run on a fresh page, warm the median of seven more.

## Budgets (\`bench/budgets.json\`)

${table(
  ['', 'what', 'measured', 'budget', 'goal'],
  verdicts.map(({ what, value, budget, goal, isKept }) => [
    isKept ? '' : '**broken**',
    what,
    short(value),
    budget,
    goal,
  ]),
)}

Where the budget is wider than the goal, the goal is not reached yet.

## Pages, ms

${table(
  [
    'text nodes',
    'limit, cold',
    'ours, cold',
    'mark.js, cold',
    'limit, warm',
    'ours, warm',
    'mark.js, warm',
  ],
  results.coldRuns.map((run, at) => {
    const again = results.warmRuns[at] ?? run;
    return [
      String(run.nodes),
      ...[run.walk, run.ours, run.markRegExp, again.walk, again.ours, again.markRegExp].map(short),
    ];
  }),
)}

![Cost against page size](benchmarks${suffix}.svg)

## The rest

- One page's text ${results.sizes.map(({ nodes }) => nodes.toLocaleString('en')).join(', ')} nodes long: ours ${results.sizes.map(({ ours }) => short(ours)).join(', ')} ms, the limit ${results.sizes.map(({ walk }) => short(walk)).join(', ')} ms.
- ${results.names.map(({ names }) => names.toLocaleString('en')).join(', ')} names: ${results.names.map(({ ms }) => short(ms)).join(', ')} ms.
- \`mark(${list.names.toLocaleString('en')} names)\`: about ${short(list.list / 1000)} s, reckoned from eight of them; ours ${short(list.ours)} ms.
- A paragraph that arrives, in batches of twenty, one in twenty with mentions: ${short(added[0] ?? 0)} µs on an empty page, ${short(added[1] ?? 0)} µs on one of 10,000.
- A pointer move at 10 and 1,000 mentions: ${hovers.map(({ ours, caret }) => `${short(ours)} µs (the browser's caret alone ${short(caret)})`).join(', ')}.
- 100,000 text nodes of 400 characters: read and painted in ${short(slice.whole)} ms, the first mentions after ${short(slice.first)} ms; the longest slice of ours ${short(slice.script)} ms; the longest the page had to wait meanwhile, the browser's own styling of it included, ${short(slice.slice)} ms.
`;
}

function short(value: number): string {
  return value >= 1000
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(3)));
}

/** Columns as wide as their widest cell. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, at) =>
    Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
