/** What valid data is: the files of `data/`, one schema each. Types are inferred from here. */
import * as v from 'valibot';
import { ENTITY_IDS } from './model.ts';

export const FACT_KINDS = [
  'stated',
  'analysis',
  'claim',
  'quote',
  'reported',
  'concern',
  'denial',
  'caption',
] as const;

const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a kebab-case id'));
const Entity = v.picklist(ENTITY_IDS);
const Lang = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'is not a language tag'));
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Shows nothing: control characters, format characters (soft hyphen, zero width), unpaired halves. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** Text shown to a reader: plain, with no markup and nothing invisible in it. */
export const Prose = v.pipe(
  v.string(),
  v.minLength(1, 'is empty'),
  v.check((text) => text.trim() === text, 'starts or ends with white space'),
  v.check((text) => !/<\/?[a-z!]|&[a-z#0-9]+;/i.test(text), 'contains markup'),
  v.check((text) => !BIDI_CONTROL.test(text), 'contains a direction control character'),
  v.check((text) => !INVISIBLE.test(text), 'contains an invisible character'),
);

/** A word that speaks for a topic; `*` stands for any ending, or any beginning. */
const TopicWord = v.pipe(
  Prose,
  v.check((text) => text.split(' ').every(isWordPattern), 'has a "*" inside a word, or alone'),
);

function isWordPattern(word: string): boolean {
  return /^\*?[^*]+\*?$/.test(word);
}

export const ArticleSchema = v.strictObject({
  id: Id,
  language: Lang,
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/, 'is not YYYY-MM or YYYY-MM-DD')),
  unknown: v.array(v.picklist(['author', 'publisher', 'title', 'url'])),
  url: v.optional(v.pipe(v.string(), v.startsWith('https://', 'is not an https address'))),
  paragraphs: v.array(
    v.strictObject({
      n: v.pipe(v.number(), v.integer(), v.minValue(1)),
      kind: v.picklist(['text', 'heading', 'caption']),
      credit: v.optional(Prose),
    }),
  ),
});

export const EntitiesSchema = v.array(
  v.strictObject({
    id: Entity,
    type: v.picklist(['person', 'treaty']),
    /** The name in its own script. */
    original: v.optional(v.strictObject({ text: Prose, lang: Lang })),
  }),
);

export const ClaimantsSchema = v.array(
  v.strictObject({
    id: Id,
    type: v.picklist(['article', 'outlet', 'authority', 'person', 'states', 'unnamed']),
  }),
);

export const FactsSchema = v.array(
  v.strictObject({
    id: Id,
    /** Raised when the fact changes, so that stale translations show. */
    revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
    about: v.pipe(v.array(Entity), v.minLength(1, 'is about no entity')),
    claimant: Id,
    kind: v.picklist(FACT_KINDS),
    paragraphs: v.pipe(v.array(v.number()), v.minLength(1, 'has no paragraph')),
    topics: v.array(Id),
    denies: v.optional(Id),
    /** Facts that this one limits: where they are shown, it is shown too. */
    qualifies: v.optional(v.pipe(v.array(Id), v.minLength(1, 'names no fact'))),
    photo: v.optional(v.strictObject({ agency: Prose })),
  }),
);

export const TextsSchema = v.strictObject({
  lang: Lang,
  entities: v.record(Entity, v.strictObject({ label: Prose, description: Prose })),
  claimants: v.record(Id, Prose),
  kinds: v.record(v.picklist(FACT_KINDS), Prose),
  topics: v.record(
    Id,
    v.strictObject({
      label: Prose,
      words: v.pipe(v.array(TopicWord), v.minLength(1, 'has no word')),
    }),
  ),
  facts: v.record(
    Id,
    v.strictObject({
      revision: v.number(),
      /** The words that say who speaks; the sentence is `lead` + `text`. */
      lead: Prose,
      text: Prose,
    }),
  ),
});

export type FactKind = (typeof FACT_KINDS)[number];
export type Article = v.InferOutput<typeof ArticleSchema>;
export type EntityRecord = v.InferOutput<typeof EntitiesSchema>[number];
export type Claimant = v.InferOutput<typeof ClaimantsSchema>[number];
export type FactRecord = v.InferOutput<typeof FactsSchema>[number];
export type Texts = v.InferOutput<typeof TextsSchema>;

/** The language-neutral part of the data. */
export interface Facts {
  readonly article: Article;
  readonly entities: readonly EntityRecord[];
  readonly claimants: readonly Claimant[];
  readonly facts: readonly FactRecord[];
}
