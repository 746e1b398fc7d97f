/**
 * `npm run soak`: a tireless reader for an hour, in Chromium; `-- --minutes 5 --tabs 10`
 * for less. Prints what is held as it goes. Exit code 1 if anything grew, broke or got lost.
 */
import { parseArgs } from 'node:util';
import { buildFor } from './build.ts';
import { faultsOf } from './judge-soak.ts';
import { type Sample, soak } from './soak-run.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    tabs: { type: 'string', default: '20' },
    samples: { type: 'string', default: '13' },
    seed: { type: 'string', default: '1' },
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

buildFor('chromium');
console.log('  minute   acts   tabs, MB worker, MB   nodes listeners');
const report = await soak({
  minutes: Number(values.minutes),
  tabs: Number(values.tabs),
  samples: Number(values.samples),
  seed: Number(values.seed),
  onSample: (sample) => console.log(line(sample)),
});
console.log('Done:', report.acts);
const faults = faultsOf(report);
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'Flat, whole, no error.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
