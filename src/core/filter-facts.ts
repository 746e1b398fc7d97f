/**
 * Facts by whom they are about, who says them, of which kind, on which topic.
 *
 * Values of one facet widen each other, facets narrow each other. A fact never
 * stands without what denies or limits it: where the filters leave that out, it
 * comes along as a companion, directly beneath.
 */
import type { FactRecord } from './dataset-schema.ts';

export const FACETS = ['about', 'claimant', 'kind', 'topic'] as const;
export type Facet = (typeof FACETS)[number];

/** The values chosen of each facet; none chosen lets all through. */
export type Chosen = Readonly<Record<Facet, readonly string[]>>;

export const NOTHING_CHOSEN: Chosen = { about: [], claimant: [], kind: [], topic: [] };

export interface FoundFact {
  readonly fact: FactRecord;
  /** Outside search and filters, shown because of what it is tied to. */
  readonly isCompanion: boolean;
}

/** A fact's values of a facet. */
export function valuesOf(fact: FactRecord, facet: Facet): readonly string[] {
  switch (facet) {
    case 'about':
      return fact.about;
    case 'claimant':
      return [fact.claimant];
    case 'kind':
      return [fact.kind];
    case 'topic':
      return fact.topics;
  }
}

/** The facts let through, in the article's order, a denial directly after what it denies. */
export function findFacts(
  facts: readonly FactRecord[],
  chosen: Chosen,
  isHit: (id: string) => boolean,
): FoundFact[] {
  const own = new Set(facts.filter((fact) => isHit(fact.id) && fits(fact, chosen)));
  const placed = new Set<FactRecord>();
  const found: FoundFact[] = [];
  const place = (fact: FactRecord): void => {
    if (placed.has(fact)) return;
    placed.add(fact);
    found.push({ fact, isCompanion: !own.has(fact) });
    for (const other of facts) if (other.denies === fact.id) place(other);
    for (const other of facts) {
      if (other.qualifies?.includes(fact.id) && !own.has(other)) place(other);
    }
  };
  for (const fact of facts) if (own.has(fact)) place(fact);
  return found;
}

/** How many facts each value of a facet would let through, beside what is chosen of the others. */
export function countValues(
  facts: readonly FactRecord[],
  chosen: Chosen,
  facet: Facet,
  isHit: (id: string) => boolean,
): ReadonlyMap<string, number> {
  const others = { ...chosen, [facet]: [] };
  const counts = new Map<string, number>();
  for (const fact of facts) {
    if (!isHit(fact.id) || !fits(fact, others)) continue;
    for (const value of valuesOf(fact, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function fits(fact: FactRecord, chosen: Chosen): boolean {
  return FACETS.every((facet) => {
    const wanted = chosen[facet];
    return wanted.length === 0 || valuesOf(fact, facet).some((value) => wanted.includes(value));
  });
}
