/** The soak's short form: its reader for twelve seconds. `npm run soak` reads for an hour. */
import { expect, test } from 'vitest';
import { faultsOf } from '../../src/tools/judge-soak.ts';
import { soak } from '../../src/tools/soak-run.ts';

test('a tireless reader in four tabs: heaps flat, no error, settings as they were set', async () => {
  const report = await soak({ tabs: 4, minutes: 0.2, samples: 4, seed: 3 });
  expect(faultsOf(report)).toEqual([]);
  const acts = Object.values(report.acts).reduce((sum, count) => sum + count, 0);
  expect(acts, JSON.stringify(report.acts)).toBeGreaterThan(5);
});
