/** The soak's short form: its reader for twelve seconds. `npm run soak` reads for an hour. */
import { expect, test } from 'vitest';
import { heldBy } from '../../src/tools/heap.ts';
import { faultsOf } from '../../src/tools/judge-soak.ts';
import { soak } from '../../src/tools/soak-run.ts';
import { pressInCard, readCard } from '../../src/tools/watch-card.ts';
import { hover, waitForCard } from '../../src/tools/watch-page.ts';
import { createReader, fixture } from './reader.ts';

test('a tireless reader in four tabs: heaps flat, no error, settings as they were set', async () => {
  const report = await soak({ tabs: 4, minutes: 0.2, samples: 4, seed: 3 });
  expect(faultsOf(report)).toEqual([]);
  const acts = Object.values(report.acts).reduce((sum, count) => sum + count, 0);
  expect(acts, JSON.stringify(report.acts)).toBeGreaterThan(5);
});

test('a card that showed all it has is gone with all of it', async () => {
  const reader = await createReader('chromium');
  const tab = await reader.open(fixture('en-article'));
  const nodes = async (): Promise<number> =>
    (await heldBy(reader.browser.driver, reader.browser.origin, [tab])).nodes;
  const close = async (): Promise<void> => {
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await tab.mouse.move(1, 1);
  };
  await hover(tab, 'kim-jong-un');
  await close();
  const before = await nodes();
  await hover(tab, 'vladimir-putin');
  const all = /^Show all.*$/m.exec((await readCard(tab, 'chromium')).text)?.[0];
  await pressInCard(tab, 'chromium', all ?? 'Show all');
  await expect.poll(nodes).toBeGreaterThan(before + 300);
  await close();
  await hover(tab, 'kim-jong-un');
  await close();
  await expect.poll(nodes).toBe(before);
  await reader.close();
});
