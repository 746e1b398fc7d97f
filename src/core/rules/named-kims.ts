/**
 * Every Kim that a page names in full, in reading order: who a bare "Kim" is,
 * is mostly a question of who was named last.
 */
import type { Candidate } from '../model.ts';
import type { BlockReading } from './rule.ts';

export interface NamedKim {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly isHis: boolean;
}

export interface NamedKims {
  /** The last one named before a place, other than behind him as his relative. */
  before(block: number, offset: number): NamedKim | undefined;
  /** The first one named after a place. */
  after(block: number, offset: number): NamedKim | undefined;
  /** In the same block only. */
  inBlock(block: number): readonly NamedKim[];
  readonly his: number;
  readonly others: number;
  /** Named in full before any other Kim is. */
  readonly isHeFirst: boolean;
}

/** Read the named Kims off a page's blocks once; looking one up is a binary search. */
export function namedKims(blocks: readonly Pick<BlockReading, 'candidates'>[]): NamedKims {
  const named: NamedKim[] = [];
  blocks.forEach(({ candidates }, block) => {
    for (const candidate of candidates) if (isNamed(candidate)) named.push(at(block, candidate));
  });
  const his = named.filter(({ isHis }) => isHis).length;

  /** How many are named before the place. */
  const countBefore = (block: number, offset: number): number => {
    let low = 0;
    let high = named.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const kim = named[middle];
      if (kim && (kim.block < block || (kim.block === block && kim.start < offset))) {
        low = middle + 1;
      } else high = middle;
    }
    return low;
  };

  return {
    before: (block, offset) => named[countBefore(block, offset) - 1],
    after: (block, offset) => named[countBefore(block, offset)],
    inBlock: (block) => named.slice(countBefore(block, 0), countBefore(block + 1, 0)),
    his,
    others: named.length - his,
    isHeFirst: named[0]?.isHis === true,
  };
}

function isNamed({ entity, strength }: Candidate): boolean {
  return entity === 'kim-jong-un' && (strength === 'full' || strength === 'other');
}

function at(block: number, { start, end, strength }: Candidate): NamedKim {
  return { block, start, end, isHis: strength === 'full' };
}
