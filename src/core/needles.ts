/**
 * The few strings of which a text must hold one to hold any of the names: every name
 * contains one of them where a word begins. A page's text is searched for them all at once
 * (`prefilter.ts`), and only where one is found does anybody look closer.
 *
 * Other people's names mostly contain one already ("Kim Il-sung" has "Kim"); those that
 * do not bring one of their own, for they are evidence.
 */
import { isPlain } from './prefilter.ts';

/** A name's first units are as rare as the whole. */
export const NEEDLE_UNITS = 9;
/** A sign of Han, Kana or Hangul says as much as several letters. */
const DENSE_UNITS = 2;
const DENSE = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

/**
 * Needles for the keys, the shorter first: `names` are seen to before the others, whom they
 * may serve. Keys that a needle of `known` finds get none.
 */
export function needlesOf(
  names: readonly string[],
  keys: readonly string[],
  known: readonly string[] = [],
): string[] {
  const needles: string[] = [];
  const isFound = (key: string): boolean =>
    [...known, ...needles].some((needle) => holds(key, needle));
  for (const all of [names, keys]) {
    for (const key of [...all].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      if (!isFound(key)) needles.push(beginning(key));
    }
  }
  return needles;
}

function beginning(key: string): string {
  const part = key.slice(0, DENSE.test(key) ? DENSE_UNITS : NEEDLE_UNITS);
  // Half a surrogate pair would be no letter.
  return /[\ud800-\udbff]$/.test(part) ? key.slice(0, part.length + 1) : part;
}

function holds(key: string, needle: string): boolean {
  if (!isPlain(needle)) return key.includes(needle);
  for (let at = key.indexOf(needle); at >= 0; at = key.indexOf(needle, at + 1)) {
    if (at === 0 || !/[a-z0-9_]/.test(key.charAt(at - 1))) return true;
  }
  return false;
}
