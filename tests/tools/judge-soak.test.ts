/** What a soak is faulted for: growth, errors, lost settings; and not for what comes and goes. */
import { expect, test } from 'vitest';
import { faultsOf } from '../../src/tools/judge-soak.ts';
import type { SoakReport } from '../../src/tools/soak-run.ts';

const MB = 1_000_000;

/** A report in which the tabs held these megabytes, one sample after the other. */
function report(megabytes: readonly number[], others: Partial<SoakReport> = {}): SoakReport {
  return {
    samples: megabytes.map((tabs, minute) => ({
      ...{ minute, acts: minute * 50, workerBytes: MB, nodes: 2000, listeners: 400 },
      tabBytes: tabs * MB,
    })),
    acts: {},
    errors: [],
    expected: { on: true },
    stored: { on: true },
    ...others,
  };
}

test.each([
  ['flat', [30, 31, 30, 31, 30, 31, 30], 0],
  ['warming up, then flat', [20, 30, 34, 35, 34, 35, 34], 0],
  ['one high sample among low ones', [30, 30, 30, 30, 50, 30, 30], 0],
  ['growing with every act', [30, 32, 34, 36, 38, 40, 42], 1],
])('tabs that are %s', (_, megabytes, faults) => {
  expect(faultsOf(report(megabytes))).toHaveLength(faults);
});

test.each([
  ['flat', [2000, 2000, 2000, 2000, 2000, 2000, 2000], 0],
  ['a document more in some samples', [2900, 2500, 2000, 2000, 2500, 2000, 2500], 0],
  ['growing with every act', [2000, 2100, 2200, 2300, 2400, 2500, 2600], 1],
])('nodes that are %s', (_, nodes, faults) => {
  const { samples, ...others } = report(nodes.map(() => 30));
  const counted = samples.map((sample, at) => ({ ...sample, nodes: nodes[at] ?? 0 }));
  expect(faultsOf({ ...others, samples: counted })).toHaveLength(faults);
});

test.each([
  ['an error', { errors: ['read on a page: no card'] }, 'read on a page: no card'],
  ['a setting that got lost', { stored: {} }, '[["on",true]] was stored, [] is there'],
  ['a setting nobody set', { stored: { on: true, delay: 1 } }, '["delay",1]'],
])('%s is a fault', (_, others, words) => {
  expect(faultsOf(report([30, 30, 30, 30], others)).join()).toContain(words);
});
