/** The shared words of the project; see the glossary in the README. */

export const ENTITY_IDS = ['kim-jong-un', 'vladimir-putin', 'partnership-treaty'] as const;
export type EntityId = (typeof ENTITY_IDS)[number];

/** A half-open stretch of one text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How much a name says by itself: `full` can only mean the entity, `short` and
 * `generic` need evidence around them, `other` is somebody or something else
 * whose name would otherwise be taken for the entity.
 */
export type NameStrength = 'full' | 'short' | 'generic' | 'other';

/** A place in a text where a name matches, before anyone judged who is meant. */
export interface Candidate extends Span {
  readonly entity: EntityId;
  readonly strength: NameStrength;
  /** Languages that write the name this way. */
  readonly langs: readonly string[];
  /** Elsewhere the form is an ordinary word, so it counts only in a text of these languages. */
  readonly ownLanguageOnly: boolean;
  /** Written small though it is a name: in a hashtag, or where the whole text has no capital. */
  readonly isUncased: boolean;
  /** Languages in which the form is also an ordinary word (Turkish and Polish "kim"). */
  readonly ordinaryIn: readonly string[];
}

/** A candidate that was judged, in context, to mean the entity. */
export interface Mention extends Span {
  readonly entity: EntityId;
}

/** How many mentions of each entity a page holds. */
export type MentionCounts = Readonly<Record<EntityId, number>>;

export const NO_MENTIONS: MentionCounts = {
  'kim-jong-un': 0,
  'vladimir-putin': 0,
  'partnership-treaty': 0,
};

/** The mentions of all entities together. */
export function totalOf(counts: MentionCounts): number {
  return ENTITY_IDS.reduce((sum, id) => sum + counts[id], 0);
}

/** The mentions of two parts of a page together. */
export function addCounts(a: MentionCounts, b: MentionCounts): MentionCounts {
  const sums = ENTITY_IDS.map((id) => [id, a[id] + b[id]] as const);
  return Object.fromEntries(sums) as unknown as MentionCounts;
}
