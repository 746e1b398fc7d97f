/** What is new since a version, and the order of versions. */
import { expect, test } from 'vitest';
import { compareVersions, NEWS, newsSince } from '../../src/core/news.ts';

test.each([
  ['0.1.0', '0.2.0', -1],
  ['0.10.0', '0.9.9', 1],
  ['1', '1.0.0', 0],
  ['1.0.0.1', '1.0.0', 1],
])('%s and %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

test('newest first, and nothing is new to who has the newest', () => {
  const versions = NEWS.map(({ version }) => version);
  expect(versions).toEqual([...versions].sort(compareVersions).reverse());
  expect(newsSince(versions[0] ?? '')).toEqual([]);
  expect(newsSince('0.0.1')).toEqual(NEWS);
});
