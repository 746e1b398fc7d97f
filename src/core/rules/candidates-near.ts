/** The candidates of a block that begin within a stretch of it; a binary search, for a block may hold thousands. */
import type { Candidate, Span } from '../model.ts';

export function candidatesWithin(
  candidates: readonly Candidate[],
  { start, end }: Span,
): readonly Candidate[] {
  return candidates.slice(firstFrom(candidates, start), firstFrom(candidates, end));
}

function firstFrom(candidates: readonly Candidate[], offset: number): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
