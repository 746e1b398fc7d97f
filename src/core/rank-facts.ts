/**
 * The facts of a card, those first that are closest to what is being read.
 *
 * Closeness is by topics: what the paragraph speaks of counts most, then the
 * page, then the article's own order. A fact never stands without what ties to
 * it: its denial, and a fact that limits it, come directly beneath it.
 */
import type { TopicFinder } from './topics.ts';

/** What ranking needs to know of a fact. */
export interface RankedFact {
  readonly id: string;
  readonly about: readonly string[];
  readonly topics: readonly string[];
  readonly kind?: string;
  readonly denies?: string | undefined;
  readonly qualifies?: readonly string[] | undefined;
}

/** A fact with what stands beneath it. */
export interface FactGroup<Fact extends RankedFact> {
  readonly fact: Fact;
  /** Others deny it. */
  readonly denials: readonly Fact[];
  /** Limits it, and was not shown further up. */
  readonly reservations: readonly Fact[];
}

/** What the reader has before them. */
export interface ReadText {
  readonly paragraph: string;
  /** The rest of the page, as far as it matters: title and paragraphs with mentions. */
  readonly page: string;
}

/**
 * A fact's first topic is what it is mainly about; the ones after it count less.
 * Set on the table in `tests/core/rank-facts.test.ts`.
 */
const WEIGHT_BY_PLACE = [1, 0.5, 0.35];
/** One word can be chance, three are a subject; more say nothing new. */
const WEIGHT_BY_HITS = [0, 1, 1.5, 1.8];
/** What stands under a picture says less than the text does. */
const CAPTION_SHARE = 0.8;
/** The page settles what the paragraph leaves open, and no more. */
const PAGE_SHARE = 0.1;

/**
 * Groups in the order to show them; all facts of the list, each once.
 * `facts` are in the article's order; those not about `entity` appear only
 * beneath the fact they are tied to. Without a text the article's order stands.
 */
export function rankFacts<Fact extends RankedFact>(
  facts: readonly Fact[],
  entity: string,
  read?: { readonly text: ReadText; readonly findTopics: TopicFinder },
): FactGroup<Fact>[] {
  const score = read ? scorer(facts, read.findTopics, read.text) : () => 0;
  const own = facts.filter((fact) => fact.about.includes(entity));
  const closest = own
    .map((fact, order) => ({ fact: deniedBy(fact, own) ?? fact, order, score: score(fact) }))
    .sort((a, b) => b.score - a.score || a.order - b.order);
  const placed = new Set<Fact>();
  const place = (fact: Fact): boolean => !placed.has(fact) && Boolean(placed.add(fact));
  const groups: FactGroup<Fact>[] = [];
  for (const { fact } of closest) {
    if (!place(fact)) continue;
    const denials = facts.filter((other) => other.denies === fact.id && place(other));
    const reservations = facts.filter(
      (other) => other.qualifies?.includes(fact.id) && place(other),
    );
    groups.push({ fact, denials, reservations });
  }
  return groups;
}

/** A denial leads to the fact it denies: it never stands first. */
function deniedBy<Fact extends RankedFact>(fact: Fact, facts: readonly Fact[]): Fact | undefined {
  return fact.denies === undefined ? undefined : facts.find(({ id }) => id === fact.denies);
}

function scorer<Fact extends RankedFact>(
  facts: readonly Fact[],
  findTopics: TopicFinder,
  { paragraph, page }: ReadText,
): (fact: Fact) => number {
  const near = findTopics(paragraph);
  const far = findTopics(page);
  // A topic that many facts share tells them apart less than one of a single fact.
  const rarity = (topic: string): number =>
    Math.log(1 + facts.length / facts.filter((fact) => fact.topics.includes(topic)).length);
  const closeness = (fact: Fact, found: ReadonlyMap<string, number>): number =>
    fact.topics.reduce((sum, topic, at) => {
      const hits = Math.min(found.get(topic) ?? 0, WEIGHT_BY_HITS.length - 1);
      const byPlace = WEIGHT_BY_PLACE[Math.min(at, WEIGHT_BY_PLACE.length - 1)] ?? 0;
      return sum + (WEIGHT_BY_HITS[hits] ?? 0) * byPlace * rarity(topic);
    }, 0);
  return (fact) =>
    (fact.kind === 'caption' ? CAPTION_SHARE : 1) *
    (closeness(fact, near) + PAGE_SHARE * closeness(fact, far));
}
