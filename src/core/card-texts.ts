/** What a page gets of the data: the cards of one language, and the words to rank them by. */
import { type CardContent, type CardFact, cardContent } from './card-content.ts';
import type { Facts, Texts } from './dataset-schema.ts';
import { chooseLanguage } from './language.ts';
import { ENTITY_IDS, type EntityId } from './model.ts';
import { AUTOMATIC } from './settings.ts';
import type { PluralKey, StringKey, Strings } from './strings.ts';
import type { TopicWords } from './topics.ts';

type CardKey<Key extends string> = Extract<Key, `card.${string}`>;

/** The strings a card shows: the others never reach a page. */
export type CardStrings = Pick<Strings, CardKey<StringKey> | CardKey<PluralKey>>;

export interface CardTexts {
  /** The cards' language. */
  readonly lang: string;
  /** Languages the reader can switch to. */
  readonly languages: readonly string[];
  /** Each card without its facts, and which they are: most stand on two cards and are sent once. */
  readonly cards: Readonly<Record<EntityId, PackedCard>>;
  readonly facts: Readonly<Record<string, CardFact>>;
  readonly strings: CardStrings;
  /** Topic words of the page's language, or of the cards' where we have none. */
  readonly topics: TopicWords;
}

export type PackedCard = Omit<CardContent, 'facts'> & { readonly factIds: readonly string[] };

/** A fact's sentence in the article's own language, in our words. */
export type OriginalTexts = Readonly<
  Record<string, { readonly lead: string; readonly text: string }>
>;

export interface Wanted {
  /** The setting: a language, or `automatic`. */
  readonly setting: string;
  /** The page's language, if it says one. */
  readonly page: string | undefined;
  /** The browser's languages, the reader's first choice first. */
  readonly browser: readonly string[];
}

/** The language when nothing else is wanted or had. */
const FALLBACK = 'en';

/** The cards' language: the setting's; by default the page's if we have it, else the browser's, else English. */
export function cardLanguage(wanted: Wanted, available: readonly string[]): string {
  const { setting, page, browser } = wanted;
  if (setting !== AUTOMATIC && available.includes(setting)) return setting;
  return chooseLanguage([page, ...browser], available, FALLBACK);
}

/** All that a page's cards need. @throws if the data lacks a language or an entity; the data check rules that out. */
export function cardTexts(
  data: Facts,
  texts: readonly Texts[],
  strings: Readonly<Record<string, Strings>>,
  wanted: Wanted,
): CardTexts {
  const languages = texts.map(({ lang }) => lang);
  const lang = cardLanguage(wanted, languages);
  const own = textsIn(texts, lang);
  const page = textsIn(texts, chooseLanguage([wanted.page], languages, lang));
  const all = strings[lang];
  if (!all) throw new Error(`no interface in ${lang}`);
  const isOfCard = ([key]: [string, unknown]): boolean => key.startsWith('card.');
  const contents = ENTITY_IDS.map((id) => cardContent(data, own, id));
  return {
    lang,
    languages,
    cards: Object.fromEntries(contents.map(packed)) as Record<EntityId, PackedCard>,
    facts: Object.fromEntries(
      contents.flatMap(({ facts }) => facts.map((fact) => [fact.id, fact])),
    ),
    strings: Object.fromEntries(Object.entries(all).filter(isOfCard)) as CardStrings,
    topics: Object.fromEntries(
      Object.entries(page.topics).map(([topic, { words }]) => [topic, words]),
    ),
  };
}

function packed({ facts, ...rest }: CardContent): [EntityId, PackedCard] {
  return [rest.entity.id, { ...rest, factIds: facts.map(({ id }) => id) }];
}

/** The facts as they read in the article's language. */
export function originalTexts(data: Facts, texts: readonly Texts[]): OriginalTexts {
  const { facts } = textsIn(texts, data.article.language);
  return Object.fromEntries(
    Object.entries(facts).map(([id, { lead, text }]) => [id, { lead, text }]),
  );
}

/** The same, of texts as a page gets them. */
export function originalsIn({ facts }: Pick<CardTexts, 'facts'>): OriginalTexts {
  return Object.fromEntries(
    Object.values(facts).map(({ id, lead, text }) => [
      id,
      { lead, text: text.slice(lead.length).trimStart() },
    ]),
  );
}

function textsIn(texts: readonly Texts[], lang: string): Texts {
  const found = texts.find((language) => language.lang === lang);
  if (!found) throw new Error(`no texts in ${lang}`);
  return found;
}
