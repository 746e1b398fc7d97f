/** Pages that move under their reader, one browser for all of it. In both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSettingsStore } from './either-painter.ts';
import { testFrames } from './moving/frames.ts';
import type { Launched } from './moving/launched.ts';
import { testMovingPages } from './moving/pages.ts';
import { testShadowRoots } from './moving/shadow-roots.ts';
import { testSleepingPages } from './moving/sleeping.ts';
import { createReader } from './reader.ts';

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  const at = {} as Launched;
  beforeAll(async () => {
    at.reader = await createReader(family);
    at.set = createSettingsStore(at.reader);
  });
  afterAll(async () => {
    await at.reader?.close();
  });

  describe('shadow roots', () => testShadowRoots(family, at));
  describe('pages that change', () => testMovingPages(family, at));
  describe('frames', () => testFrames(family, at));
  describe('pages that sleep', () => testSleepingPages(family, at));

  test('no error of ours', () => {
    expect(at.reader.errors).toEqual([]);
  });
});
