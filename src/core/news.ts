/**
 * What a reader can do since when: the few changes of the changelog that they would
 * want to hear of, newest version first. A version without any is not listed.
 */
import type { StringKey } from './strings.ts';

export interface News {
  readonly version: string;
  readonly changes: readonly StringKey[];
}

export const NEWS: readonly News[] = [
  { version: '0.2.0', changes: ['news.panel', 'news.menu', 'news.keys'] },
];

/** What is new to somebody who had that version. */
export function newsSince(version: string): readonly News[] {
  return NEWS.filter((news) => compareVersions(news.version, version) > 0);
}

/** Over zero if the first is the newer; browsers allow one to four numbers with dots. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 4; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
