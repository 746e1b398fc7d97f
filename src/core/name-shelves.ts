/** The names of some packs, unpacked shelf by shelf as a page's text asks for them. */
import type { Meaning, NamePack } from './compile-names.ts';
import { type KeyPart, keyFrom } from './name-key.ts';
import {
  createShelfReader,
  HEAD_UNITS,
  LONGEST_NAME,
  type Shelf,
  unpackMeaning,
} from './packing.ts';

/** A listed form that a text goes on with. */
export interface Form {
  /** Where it ends in the text. */
  readonly end: number;
  /** What it means in any of the packs. */
  readonly meanings: readonly Meaning[];
}

export interface NameShelves {
  /** The listed forms that the text goes on with from `start`, the longer first. */
  formsAt(text: string, start: number): Form[];
}

export function createNameShelves(packs: readonly NamePack[]): NameShelves {
  const books = packs.map(createBook);
  return {
    formsAt(text, start) {
      const head = keyFrom(text, start, HEAD_UNITS);
      /** Read on only where a shelf of longer names is met. */
      let whole: KeyPart | undefined;
      const found = new Map<number, Meaning[]>();
      const add = (units: number, ends: readonly number[], meanings: readonly Meaning[]): void => {
        const end = ends[units - 1] ?? start;
        const known = found.get(end);
        if (known) known.push(...meanings);
        else found.set(end, [...meanings]);
      };
      for (const book of books) {
        for (let units = 1; units < HEAD_UNITS && units <= head.key.length; units++) {
          const shelf = book.shelf(head.key.slice(0, units));
          if (shelf) add(units, head.ends, book.meanings(shelf, 0));
        }
        const shelf = book.shelf(head.key.slice(0, HEAD_UNITS));
        if (!shelf || head.key.length < HEAD_UNITS) continue;
        whole ??= keyFrom(text, start, LONGEST_NAME);
        for (const at of beginningsOf(whole.key, shelf.tails)) {
          const units = HEAD_UNITS + (shelf.tails[at]?.length ?? 0);
          add(units, whole.ends, book.meanings(shelf, at));
        }
      }
      return [...found].map(([end, meanings]) => ({ end, meanings })).sort((a, b) => b.end - a.end);
    },
  };
}

interface Book {
  shelf(head: string): Shelf | undefined;
  meanings(shelf: Shelf, at: number): Meaning[];
}

function createBook({ forms, meanings }: NamePack): Book {
  const shelves = new Map<string, Shelf | undefined>();
  const readShelf = createShelfReader(forms);
  const lines = meanings === '' ? [] : meanings.split('\n');
  const read: Meaning[] = [];
  return {
    shelf(head) {
      if (shelves.has(head)) return shelves.get(head);
      const shelf = readShelf(head);
      shelves.set(head, shelf);
      return shelf;
    },
    meanings: (shelf, at) =>
      (shelf.meanings[at] ?? []).map((index) => {
        read[index] ??= unpackMeaning(lines[index] ?? '');
        return read[index];
      }),
  };
}

/** Those of the sorted tails that the key goes on with behind its head, the shorter first. */
function beginningsOf(key: string, tails: readonly string[]): number[] {
  const found: number[] = [];
  let from = 0;
  let to = tails.length;
  for (let depth = 0; ; depth++) {
    if (tails[from]?.length === depth) found.push(from);
    const unit = key.charAt(HEAD_UNITS + depth);
    if (unit === '') return found;
    from = bound(tails, from, to, depth, unit, false);
    to = bound(tails, from, to, depth, unit, true);
    if (from >= to) return found;
  }
}

/** The first tail from `from` on whose unit at `depth` is not before `unit` (or, `after`, is past it). */
function bound(
  tails: readonly string[],
  from: number,
  to: number,
  depth: number,
  unit: string,
  after: boolean,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    const own = tails[middle]?.charAt(depth) ?? '';
    if (own < unit || (after && own === unit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
