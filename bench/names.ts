/** The names that are looked for: the packs a page gets, and as many as are asked for of all. */
import { compileNames } from '../src/core/compile-names.ts';
import { PEOPLE, packNames, packsFor } from '../src/core/name-packs.ts';
import type { Names } from '../src/core/names-schema.ts';
import { unpackKeys } from '../src/core/packing.ts';
import { readData } from '../src/tools/read-data.ts';
import { alternationOf } from './alternation.ts';

const lists = readData().names;
const packs = packNames(lists);

/** The packs for a page in that language, as JSON. */
export function packsOf(lang: string): string[] {
  return [PEOPLE, ...packsFor([lang], [...packs.keys()])].map((name) =>
    JSON.stringify(packs.get(name)),
  );
}

/** All their forms in one expression, common beginnings once and no word bounds: mark.js at its best. */
export function expressionOf(packsJson: readonly string[]): string {
  return alternationOf([...new Set(formsOf(packsJson))]);
}

/** All their forms, plain. */
export function formsOf(packsJson: readonly string[]): string[] {
  return packsJson.flatMap((json) => unpackKeys(JSON.parse(json).forms as string));
}

/** What the scout looks for. */
export const anchors = compileNames(lists).anchors;

/** About so many forms, taken evenly from all lists; the pack they make, and how many they are. */
export function someNames(count: number): { json: string[]; count: number } {
  const all = unpackKeys(compileNames(lists).forms).length;
  const share = Math.min(1, count / all);
  // Counted over all lists: a share of each short list would be nothing.
  let seen = 0;
  const cut = <Item>(items: readonly Item[]): Item[] =>
    items.filter(() => Math.floor(seen * share) !== Math.floor(++seen * share));
  const some = lists.map((list): Names => {
    const names = Object.fromEntries(
      Object.entries(list.names).map(([entity, kinds]) => [
        entity,
        Object.fromEntries(
          Object.entries(kinds).map(([kind, forms]) => [
            kind,
            Array.isArray(forms) ? cut(forms) : forms,
          ]),
        ),
      ]),
    );
    const others = Object.fromEntries(
      Object.entries(list.others).map(([entity, forms]) => [entity, cut(forms)]),
    );
    return { ...list, names, others } as Names;
  });
  const { anchors: _anchors, ...pack } = compileNames(some);
  return { json: [JSON.stringify(pack)], count: unpackKeys(pack.forms).length };
}
