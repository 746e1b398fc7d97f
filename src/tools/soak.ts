/**
 * `npm run soak`: a tireless reader for an hour, in Chromium; `-- --minutes 5 --tabs 10`
 * for less. Prints what is held as it goes; with `--kinds` also of what a tab's heap has more at
 * the end than in the middle. Exit code 1 if anything grew, broke or got lost.
 */
import { parseArgs } from 'node:util';
import { buildFor } from './build.ts';
import { grownKinds, type HeapKinds, heapKinds } from './heap-kinds.ts';
import { faultsOf } from './judge-soak.ts';
import { type Sample, soak } from './soak-run.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    tabs: { type: 'string', default: '20' },
    samples: { type: 'string', default: '13' },
    seed: { type: 'string', default: '1' },
    kinds: { type: 'boolean', default: false },
  },
});

const MB = 2 ** 20;
const line = ({ minute, acts, tabBytes, workerBytes, nodes, listeners }: Sample): string =>
  [
    minute.toFixed(1).padStart(8),
    String(acts).padStart(7),
    (tabBytes / MB).toFixed(2).padStart(10),
    (workerBytes / MB).toFixed(2).padStart(11),
    String(nodes).padStart(8),
    String(listeners).padStart(10),
  ].join('');

/** Kinds below this are no finding, in bytes. */
const LEAST_BYTES = 1000;
const kinds: HeapKinds[] = [];

buildFor('chromium');
console.log('  minute   acts   tabs, MB worker, MB   nodes listeners');
const report = await soak({
  minutes: Number(values.minutes),
  tabs: Number(values.tabs),
  samples: Number(values.samples),
  seed: Number(values.seed),
  async onSample(sample, [tab]) {
    console.log(line(sample));
    if (values.kinds && tab) kinds.push(await heapKinds(tab));
  },
});
console.log('Done:', report.acts);
const [middle, last] = [kinds[Math.floor(kinds.length / 2)], kinds.at(-1)];
if (middle && last) {
  console.log('A tab has more than in the middle:');
  for (const kind of grownKinds(middle, last, LEAST_BYTES)) console.log(`  ${kind}`);
}
const faults = faultsOf(report);
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'Flat, whole, no error.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
