/** Ways by key through a row of things of which Tab meets one. */

/** Where a key leads from `at`, up to `last`; undefined for a key that leads nowhere. */
export function stepWithKey(
  key: string,
  [back, on]: readonly [back: string, on: string],
  at: number,
  last: number,
): number | undefined {
  switch (key) {
    case on:
      return Math.min(at + 1, last);
    case back:
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
