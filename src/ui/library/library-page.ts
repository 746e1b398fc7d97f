/** What every part of the library page knows of the page it stands in. */
import { type CardFact, cardFact } from '../../core/card-content.ts';
import type { Facts, Texts } from '../../core/dataset-schema.ts';
import { type Facet, NOTHING_CHOSEN } from '../../core/filter-facts.ts';
import { intlLocale } from '../../core/intl-locale.ts';
import { addressOf, type LibraryView, type Nameable, widened } from '../../core/library-view.ts';
import { sentenceOf } from '../../core/sentence.ts';
import type { Strings } from '../../core/strings.ts';

export interface LibraryPage {
  readonly data: Facts;
  /** The texts, strings and facts of the page's language. */
  readonly texts: Texts;
  readonly strings: Strings;
  readonly lang: string;
  readonly facts: ReadonlyMap<string, CardFact>;
  readonly view: LibraryView;
}

/** The facts of a language by id, in the article's order. */
export function factsIn(data: Facts, texts: Texts): ReadonlyMap<string, CardFact> {
  return new Map(data.facts.map((fact) => [fact.id, cardFact(fact, data, texts)]));
}

/** A fact's sentence in a language of its own. */
export interface Version {
  readonly lang: string;
  /** The words at the start of `text` that say who speaks. */
  readonly lead: string;
  readonly text: string;
}

export function versionOf({ lang, facts }: Texts, id: string): Version {
  const { lead = '', text = '' } = facts[id] ?? {};
  return { lang, lead, text: sentenceOf(lang, lead, text) };
}

/** The facets' values, topics by their names in the page's language: they are too many to be looked through. */
export function inReadingOrder(page: LibraryPage, values: Nameable['values']): Nameable['values'] {
  const { compare } = new Intl.Collator(intlLocale(page.lang));
  const name = (topic: string): string => labelOf(page, 'topic', topic);
  return { ...values, topic: values.topic.toSorted((a, b) => compare(name(a), name(b))) };
}

/** What a value of a facet is called. */
export function labelOf({ texts }: LibraryPage, facet: Facet, value: string): string {
  const labels: Readonly<Record<Facet, string | undefined>> = {
    about: texts.entities[value as keyof Texts['entities']]?.label,
    claimant: texts.claimants[value],
    kind: texts.kinds[value as keyof Texts['kinds']],
    topic: texts.topics[value]?.label,
  };
  return labels[facet] ?? value;
}

/** The address of all facts with a value, or with several. */
export function addressOfValues(
  { view }: LibraryPage,
  values: Partial<Record<Facet, string>>,
): string {
  const chosen = Object.entries(values).map(([facet, value]) => [facet, [value]]);
  return addressOf({
    ...widened(view),
    chosen: { ...NOTHING_CHOSEN, ...Object.fromEntries(chosen) },
  });
}

/** The address of a fact: where it is shown already, search and filters stay. */
export function addressOfFact({ view }: LibraryPage, id: string, isShown: boolean): string {
  return addressOf({ ...(isShown ? view : widened(view)), fact: id });
}
