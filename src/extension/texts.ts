/** The bundled data, one language at a time. Only the background and our own pages hold it all. */
import { data, strings, texts } from 'virtual:bakteppe/data';
import { type CardContent, cardContent } from '../core/card-content.ts';
import type { Texts } from '../core/dataset-schema.ts';
import { chooseLanguage } from '../core/language.ts';
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import type { Strings } from '../core/strings.ts';
import { browser } from './browser.ts';

const FALLBACK = 'en';

/** Everything a page's cards show, in the first of the wanted languages that we have. */
export function pageTexts(wanted: readonly string[]): {
  readonly cards: Record<EntityId, CardContent>;
  readonly strings: Strings;
} {
  const lang = chosen([...wanted, ...browserLanguages()]);
  const language = textsIn(lang);
  const cards = Object.fromEntries(ENTITY_IDS.map((id) => [id, cardContent(data, language, id)]));
  return { cards: cards as Record<EntityId, CardContent>, strings: stringsIn(lang) };
}

/** The language of the toolbar and of our own pages: the browser's, if we have it. */
export function interfaceLanguage(): string {
  return chosen(browserLanguages());
}

export function interfaceStrings(): Strings {
  return stringsIn(interfaceLanguage());
}

/** What the popup says of the data. */
export function datasetSummary(lang: string): {
  readonly date: string;
  readonly facts: number;
  readonly entityLabels: Record<EntityId, string>;
} {
  const language = textsIn(lang);
  const labels = Object.fromEntries(
    ENTITY_IDS.map((id) => [id, language.entities[id]?.label ?? id]),
  );
  return {
    date: data.article.date,
    facts: data.facts.length,
    entityLabels: labels as Record<EntityId, string>,
  };
}

function chosen(wanted: readonly string[]): string {
  return chooseLanguage(
    wanted,
    texts.map(({ lang }) => lang),
    FALLBACK,
  );
}

function browserLanguages(): string[] {
  return [browser.i18n.getUILanguage(), ...navigator.languages];
}

function textsIn(lang: string): Texts {
  const language = texts.find((candidate) => candidate.lang === lang);
  if (!language) throw new Error(`no texts in ${lang}; the data check rules that out`);
  return language;
}

function stringsIn(lang: string): Strings {
  const found = strings[lang];
  if (!found) throw new Error(`no interface in ${lang}; the data check rules that out`);
  return found;
}
