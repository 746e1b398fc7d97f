/** The facts at a glance, as a plan to draw: who says each one, what it is about, what it is tied to. */
import type { FactRecord, Facts } from './dataset-schema.ts';

export interface OverviewColumn {
  readonly fact: FactRecord;
  /** Row of its claimant, counted from 0. */
  readonly claimant: number;
  /** Rows of its entities, counted from 0, in the rows' order. */
  readonly about: readonly number[];
}

export interface OverviewTie {
  readonly type: 'denies' | 'qualifies';
  /** Columns, counted from 0. */
  readonly from: number;
  readonly to: number;
}

export interface Overview {
  /** Ids of those who say something, a row each. */
  readonly claimants: readonly string[];
  readonly entities: readonly string[];
  /** A column a fact, in the article's order. */
  readonly columns: readonly OverviewColumn[];
  readonly ties: readonly OverviewTie[];
}

/** How often a claimant speaks about an entity. */
export function countAbout(facts: readonly FactRecord[], claimant: string, entity: string): number {
  return facts.filter(
    (fact) => fact.claimant === claimant && fact.about.some((id) => id === entity),
  ).length;
}

/** The plan of all facts. */
export function overviewOf({ facts, claimants, entities }: Facts): Overview {
  const speaking = claimants
    .map(({ id }) => id)
    .filter((id) => facts.some(({ claimant }) => claimant === id));
  const rows = entities.map(({ id }) => id);
  const column = (id: string): number => facts.findIndex((fact) => fact.id === id);
  return {
    claimants: speaking,
    entities: rows,
    columns: facts.map((fact) => ({
      fact,
      claimant: speaking.indexOf(fact.claimant),
      about: rows.flatMap((id, row) => (fact.about.includes(id) ? row : [])),
    })),
    ties: facts.flatMap(({ denies, qualifies = [] }, from) => [
      ...(denies === undefined ? [] : [{ type: 'denies' as const, from, to: column(denies) }]),
      ...qualifies.map((id) => ({ type: 'qualifies' as const, from, to: column(id) })),
    ]),
  };
}
