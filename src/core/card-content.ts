/** What a card shows of an entity, in one language: plain data, ready to render. */
import type { Article, FactKind, FactRecord, Facts, Texts } from './dataset-schema.ts';
import type { EntityId } from './model.ts';
import { rankFacts } from './rank-facts.ts';
import { sentenceOf } from './sentence.ts';

export interface CardFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly kindLabel: string;
  readonly claimant: { readonly id: string; readonly label: string };
  /** The words at the start of `text` that say who speaks. */
  readonly lead: string;
  /** The whole sentence, attribution included. */
  readonly text: string;
  /** When it was said or written: the article's date, "YYYY-MM" or "YYYY-MM-DD". */
  readonly date: string;
  /** Paragraphs of the article, counted from 1. */
  readonly paragraphs: readonly number[];
  readonly about: readonly EntityId[];
  readonly topics: readonly string[];
  readonly photo?: { readonly agency: string };
  /** The fact this one denies; it stands directly after it. */
  readonly denies?: string;
  /** Facts that this one limits; it stands after the first of them. */
  readonly qualifies?: readonly string[];
}

export interface CardContent {
  readonly entity: {
    readonly id: EntityId;
    readonly label: string;
    readonly description: string;
    readonly original?: { readonly text: string; readonly lang: string };
  };
  readonly lang: string;
  readonly source: Pick<Article, 'id' | 'date' | 'language'>;
  /** In the article's order; a denial or a reservation directly after what it is tied to. */
  readonly facts: readonly CardFact[];
}

/**
 * The card of one entity. A claim that somebody denies is never without its
 * denial, nor what is limited without its reservation, whichever entity they are about.
 * @throws if the entity is not in the data; the data check rules that out.
 */
export function cardContent(data: Facts, texts: Texts, id: EntityId): CardContent {
  const entity = data.entities.find((record) => record.id === id);
  const label = texts.entities[id];
  if (!entity || !label) throw new Error(`no entity ${id} in ${texts.lang}`);
  const ordered = rankFacts(data.facts, id).flatMap(({ fact, denials, reservations }) => [
    fact,
    ...denials,
    ...reservations,
  ]);
  const facts = ordered.map((fact) => cardFact(fact, data, texts));
  const { date, language, id: source } = data.article;
  return {
    entity: { id, ...label, ...(entity.original && { original: entity.original }) },
    lang: texts.lang,
    source: { id: source, date, language },
    facts,
  };
}

/** One fact as it is shown, in one language. */
export function cardFact(fact: FactRecord, { article }: Facts, texts: Texts): CardFact {
  const { lead, text } = texts.facts[fact.id] ?? { lead: '', text: '' };
  return {
    id: fact.id,
    kind: fact.kind,
    kindLabel: texts.kinds[fact.kind] ?? fact.kind,
    claimant: { id: fact.claimant, label: texts.claimants[fact.claimant] ?? fact.claimant },
    lead,
    text: sentenceOf(texts.lang, lead, text),
    date: article.date,
    paragraphs: fact.paragraphs,
    about: fact.about,
    topics: fact.topics,
    ...(fact.photo && { photo: fact.photo }),
    ...(fact.denies && { denies: fact.denies }),
    ...(fact.qualifies && { qualifies: fact.qualifies }),
  };
}
