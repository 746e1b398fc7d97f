/** What a valid `data/names/<lang>.json` is. */
import * as v from 'valibot';

const Text = v.pipe(
  v.string(),
  v.minLength(1),
  v.check((text) => text.trim() === text, 'starts or ends with white space'),
  v.check((text) => text.normalize('NFC') === text, 'is not in Unicode form C'),
);
const Texts = v.array(Text);
const Words = v.optional(Texts, []);

const PersonNames = v.strictObject({
  /** Forms that can be nobody else. */
  full: Texts,
  /** Forms that need evidence around them. */
  short: Texts,
  /** Forms also written in lower case by that language's press. */
  lower: Words,
  /** Forms that count only in a text of this language ("Poutine"). */
  ownLanguageOnly: Words,
  /** Short forms that are also words of this language (Turkish "kim", Romanian "putin"). */
  ordinary: Words,
});

export const NamesSchema = v.strictObject({
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/, 'is not a language tag')),
  names: v.strictObject({
    'kim-jong-un': PersonNames,
    'vladimir-putin': PersonNames,
    'partnership-treaty': v.strictObject({
      /** Phrases that name the other country, so that they can only be this treaty. */
      full: Texts,
      /** The kind of treaty: counts with both countries in reach and no other party. */
      generic: Texts,
    }),
  }),
  /** People and words that must not be taken for the entity. */
  others: v.strictObject({ 'kim-jong-un': Words, 'vladimir-putin': Words }),
  /** Lower-case word beginnings that speak for or against a reading. */
  context: v.strictObject({
    russia: Texts,
    'north-korea': Texts,
    'other-party': Texts,
    /** Directly beside a bare "Kim" they mean the leader. */
    'kim-title': Texts,
    /** Titles that may stand capitalised before a surname. */
    title: Texts,
    /** Near a form they say that somebody else, or a dish, is meant. */
    'not-kim': Words,
    'not-putin': Words,
    /** Beside a bare "Kim" they say that it is somebody else: "Ms", "coach", "HLV". */
    'other-title': Words,
    /** Words of rule and arms; two of them in a sentence speak for the leader. */
    realm: Words,
    /** South Korea, in whose news a "Kim" is seldom the leader. */
    'south-korea': Words,
    /** Words that headlines write with a capital behind a bare "Kim": "Kim Warns". */
    after: Words,
    /** Behind a form that also means "who" they ask a question: "Kim jest…". */
    asks: Words,
    /** Given names of others: directly before "Putin" they say that it is not he. */
    given: Words,
    /** Beside a name they make it a place or a thing: "Putin Avenue". */
    place: Words,
  }),
  /** Letters written onto the front of a name (Arabic و, Hebrew ל). */
  prefixes: Words,
});

export type Names = v.InferOutput<typeof NamesSchema>;
