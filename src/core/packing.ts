/**
 * Names as short strings, for their way to a page, read again piece by piece: a page
 * that names two people looks at a few shelves and never unpacks the rest.
 */
import type { Casing, Meaning } from './compile-names.ts';
import { ENTITY_IDS, type NameStrength } from './model.ts';

/** Units of a key that say on which shelf it stands; shorter keys have a shelf of their own. */
export const HEAD_UNITS = 6;
/** No name is longer, in units: texts are read so far and no further. */
export const LONGEST_NAME = 250;
/** What fills up a short head, parts shelves, and key from key; no key may hold one. */
const FILL = '\t';
const SHELF = '\n';
const KEY = '|';
const INDEXES = '=';
/** Most units of the key before that are kept: one figure in base 36. */
const MOST_SHARED = 35;

/** Keys that begin alike, without that beginning, in code-unit order. */
export interface Shelf {
  readonly tails: readonly string[];
  /** For each key its meanings, as indexes. */
  readonly meanings: readonly (readonly number[])[];
}

/**
 * Keys in code-unit order, each with the indexes of its meanings, as one string: first a line
 * of all the shelves' heads, `HEAD_UNITS` units each, then a line a shelf in the same order, its
 * keys front-coded (a figure says how much of the key before is kept). A page looks for heads in
 * the first line, which is short, and unpacks the shelves that it finds.
 * Throws on a key that holds one of the signs that part them, or is too long.
 */
export function packForms(forms: readonly (readonly [key: string, meanings: readonly number[]])[]) {
  const shelves = new Map<string, (readonly [tail: string, meanings: readonly number[]])[]>();
  for (const [key, meanings] of forms) {
    if (/[\n\t|=]/.test(key)) throw new Error(`a name may not hold "|" or "=": ${key}`);
    if (key.length > LONGEST_NAME)
      throw new Error(`a name has more than ${LONGEST_NAME} units: ${key}`);
    const head = key.slice(0, HEAD_UNITS).padEnd(HEAD_UNITS, FILL);
    const shelf = shelves.get(head) ?? [];
    shelves.set(head, shelf);
    shelf.push([key.slice(HEAD_UNITS), meanings]);
  }
  return [[...shelves.keys()].join(''), ...[...shelves.values()].map(packShelf)].join(SHELF);
}

function packShelf(shelf: readonly (readonly [string, readonly number[]])[]): string {
  let before = '';
  return shelf
    .map(([tail, meanings]) => {
      let shared = 0;
      while (shared < Math.min(before.length, MOST_SHARED) && tail[shared] === before[shared]) {
        shared++;
      }
      before = tail;
      const indexes = meanings.map((at) => at.toString(36)).join('.');
      return shared.toString(36) + tail.slice(shared) + INDEXES + indexes;
    })
    .join(KEY);
}

/** Reads the shelves of packed forms, each when it is asked for. */
export function createShelfReader(packed: string): (head: string) => Shelf | undefined {
  const heads = packed.slice(0, packed.indexOf(SHELF));
  let lines: readonly string[] | undefined;
  return (head) => {
    const wanted = head.padEnd(HEAD_UNITS, FILL);
    let at = heads.indexOf(wanted);
    while (at % HEAD_UNITS > 0) at = heads.indexOf(wanted, at + 1);
    if (at < 0) return undefined;
    lines ??= packed.split(SHELF);
    return unpackShelf(lines[1 + at / HEAD_UNITS] ?? '');
  };
}

function unpackShelf(line: string): Shelf {
  const tails: string[] = [];
  const meanings: number[][] = [];
  let before = '';
  for (const entry of line.split(KEY)) {
    const end = entry.lastIndexOf(INDEXES);
    before = before.slice(0, Number.parseInt(entry.charAt(0), 36)) + entry.slice(1, end);
    tails.push(before);
    meanings.push(
      entry
        .slice(end + 1)
        .split('.')
        .map((at) => Number.parseInt(at, 36)),
    );
  }
  return { tails, meanings };
}

/** All keys again, in their order. For tools; a page reads shelves. */
export function unpackKeys(packed: string): string[] {
  const [heads = '', ...lines] = packed.split(SHELF);
  return lines.flatMap((line, at) => {
    const head = heads.slice(at * HEAD_UNITS, (at + 1) * HEAD_UNITS).replaceAll(FILL, '');
    return line === '' && head === '' ? [] : unpackShelf(line).tails.map((tail) => head + tail);
  });
}

/** Units of a key that stand in `packOpenings`. */
export const OPENING_UNITS = 2;

/** The distinct first units of the keys, a short key filled up, as one string. */
export function packOpenings(keys: readonly string[]): string {
  const openings = keys.map((key) => key.slice(0, OPENING_UNITS).padEnd(OPENING_UNITS, FILL));
  return [...new Set(openings)].join('');
}

/** The openings again; one of a single unit stands for that unit before anything. */
export function unpackOpenings(packed: string): string[] {
  return Array.from({ length: packed.length / OPENING_UNITS }, (_, at) =>
    packed.slice(at * OPENING_UNITS, (at + 1) * OPENING_UNITS).replace(FILL, ''),
  );
}

const STRENGTHS: readonly NameStrength[] = ['full', 'short', 'generic', 'other'];
const CASINGS: readonly Casing[] = ['name', 'lower', 'any'];

/** A line a meaning: four figures, then the languages that have it and those where it is a word. */
export function packMeanings(meanings: readonly Meaning[]): string {
  return meanings
    .map(({ entity, strength, casing, ownLanguageOnly, langs, ordinaryIn }) => {
      const figures = [
        ENTITY_IDS.indexOf(entity),
        STRENGTHS.indexOf(strength),
        CASINGS.indexOf(casing),
        ownLanguageOnly ? 1 : 0,
      ].join('');
      return `${figures}${langs.join(' ')}/${ordinaryIn.join(' ')}`;
    })
    .join('\n');
}

/** A meaning again, from its line. */
export function unpackMeaning(line: string): Meaning {
  const figure = (at: number): number => Number(line.charAt(at));
  const [langs = '', ordinaryIn = ''] = line.slice(4).split('/');
  return {
    entity: ENTITY_IDS[figure(0)] ?? ENTITY_IDS[0],
    strength: STRENGTHS[figure(1)] ?? 'other',
    casing: CASINGS[figure(2)] ?? 'any',
    ownLanguageOnly: figure(3) === 1,
    langs: langs === '' ? [] : langs.split(' '),
    ordinaryIn: ordinaryIn === '' ? [] : ordinaryIn.split(' '),
  };
}
