/**
 * The cards' texts, fetched before they are needed: one set for each language
 * that the page's mentions stand in, so that a card speaks its own paragraph's.
 */
import type { CardTexts, OriginalTexts } from '../core/card-texts.ts';
import { createTopicFinder, type TopicFinder } from '../core/topics.ts';

export interface CardTextDoors {
  /** The texts in the language of the setting, or of the page's text. */
  readonly loadTexts: (setting: string, page: string | undefined) => Promise<CardTexts | undefined>;
  /** The facts in the article's own language. */
  readonly loadOriginals: () => Promise<OriginalTexts | undefined>;
}

export type ShelvedTexts = CardTexts & { readonly findTopics: TopicFinder };

export interface CardShelf {
  /** The texts for a text in this language, if they are here. */
  of(lang: string | undefined): ShelvedTexts | undefined;
  /** The same once they are here; undefined when the extension is gone. */
  when(lang: string | undefined): Promise<ShelvedTexts | undefined>;
  /** Fetch what is missing for these languages. */
  want(langs: ReadonlySet<string | undefined>): void;
  /** The language setting. */
  language(): string;
  /** Another language setting: what is here is fetched anew. */
  setLanguage(language: string): void;
}

/** A page in more languages than this is a list of languages; its later ones get no texts of their own. */
const MOST_LANGUAGES = 8;

/** An empty shelf; `onChange` when something new stands on it. */
export function createCardShelf(
  language: string,
  doors: CardTextDoors,
  onChange: () => void,
): CardShelf {
  const shelf = new Map<string | undefined, ShelvedTexts | undefined>();
  const loads = new Map<string | undefined, Promise<void>>();
  let setting = language;

  const load = (lang: string | undefined): Promise<void> => {
    const loading = fetchFor(lang);
    loads.set(lang, loading);
    return loading;
  };

  const fetchFor = async (lang: string | undefined): Promise<void> => {
    const wanted = setting;
    const texts = await doors.loadTexts(wanted, lang);
    if (!texts || wanted !== setting) return;
    shelf.set(lang, { ...texts, findTopics: createTopicFinder(texts.topics) });
    onChange();
  };

  const of = (lang: string | undefined): ShelvedTexts | undefined =>
    shelf.get(lang) ?? [...shelf.values()].find((texts) => texts !== undefined);

  return {
    of,
    async when(lang) {
      if (!shelf.get(lang)) await (loads.get(lang) ?? load(lang));
      return of(lang);
    },
    want(langs) {
      for (const lang of langs) {
        if (shelf.has(lang) || shelf.size >= MOST_LANGUAGES) continue;
        shelf.set(lang, undefined);
        void load(lang);
      }
    },
    language: () => setting,
    setLanguage(next) {
      if (next === setting) return;
      setting = next;
      for (const lang of shelf.keys()) void load(lang);
    },
  };
}
