/** What the scout looks for: the few strings without which a page has no mention. */
import type { Forms } from './compile-names.ts';
import { nameKey } from './name-key.ts';
import type { Names } from './names-schema.ts';
import { type Prefilter, prefilterOf } from './prefilter.ts';

/** Names of states longer than this are never the only ones on a page, in units. */
const LONGEST_ANCHOR = 16;
/** An anchor's first units are as rare as the whole ("kim jo", "nordkore"), in units. */
const PERSON_LENGTH = 6;
const COUNTRY_LENGTH = 8;
/** Of a second word at least this much is kept: "pohjois ko", not every "Pohjois-". */
const SECOND_WORD = 2;
/** Han and Hangul say enough with few; they are not cut. */
const DENSE = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

/**
 * What a page with a mention must hold: the beginning of a name of one of the
 * two men that stands by itself, or of a word for North Korea, without which
 * neither a bare "Kim" nor the treaty is shown. Strings that contain another are
 * left out. A few other pages hold one too: there the session finds nothing.
 */
export function anchorsOf(lists: readonly Names[], forms: Forms): Prefilter {
  const people: string[] = [];
  for (const [key, meanings] of forms) {
    for (const { entity, strength } of meanings.values()) {
      const isSurname = entity === 'vladimir-putin' && strength === 'short';
      const isFullName = entity === 'kim-jong-un' && strength === 'full';
      if (isSurname || isFullName) people.push(key);
    }
  }
  const countries = lists
    .flatMap(({ context }) => context['north-korea'].map(nameKey))
    .filter((key) => key.length < LONGEST_ANCHOR);
  const whole = new Set(withoutContained([...people, ...countries]));
  const cut = (keys: readonly string[], length: number): string[] =>
    keys.filter((key) => whole.has(key)).map((key) => beginning(key, length));
  return prefilterOf(
    withoutContained([...cut(people, PERSON_LENGTH), ...cut(countries, COUNTRY_LENGTH)]),
  );
}

function beginning(key: string, length: number): string {
  if (DENSE.test(key)) return key;
  const space = key.lastIndexOf(' ', length);
  return key.slice(0, Math.max(length, space + 1 + SECOND_WORD));
}

/** The strings that contain no other of them. */
function withoutContained(strings: readonly string[]): string[] {
  const kept: string[] = [];
  for (const key of [...new Set(strings)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (!kept.some((other) => key.includes(other))) kept.push(key);
  }
  return kept;
}
