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
  /** The same once they are here; undefined when they cannot be had. */
  when(lang: string | undefined): Promise<ShelvedTexts | undefined>;
  /** Fetch what is missing for these languages and was not asked for yet. */
  want(langs: ReadonlySet<string | undefined>): void;
  /** A card in this language is wanted now: what did not come before is asked for again. */
  need(lang: string | undefined): void;
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
  /** What stands here, and for which setting it came. */
  const shelf = new Map<string | undefined, { texts: ShelvedTexts; setting: string } | undefined>();
  const loads = new Map<string | undefined, { done: Promise<void>; setting: string }>();
  let setting = language;

  const load = (lang: string | undefined): Promise<void> => {
    const loading = { setting, done: fetchFor(lang, setting) };
    loads.set(lang, loading);
    const end = (): void => {
      if (loads.get(lang) === loading) loads.delete(lang);
    };
    return loading.done.finally(end);
  };

  const fetchFor = async (lang: string | undefined, wanted: string): Promise<void> => {
    const texts = await doors.loadTexts(wanted, lang);
    if (!texts || wanted !== setting) return;
    shelf.set(lang, {
      texts: { ...texts, findTopics: createTopicFinder(texts.topics) },
      setting: wanted,
    });
    onChange();
  };

  const isFresh = (lang: string | undefined): boolean => shelf.get(lang)?.setting === setting;

  /** Load, or wait for the load that is under way for the same setting. */
  const loadOnce = (lang: string | undefined): Promise<void> => {
    const loading = loads.get(lang);
    return loading?.setting === setting ? loading.done : load(lang);
  };

  const of = (lang: string | undefined): ShelvedTexts | undefined =>
    (shelf.get(lang) ?? [...shelf.values()].find((held) => held !== undefined))?.texts;

  return {
    of,
    async when(lang) {
      if (!isFresh(lang)) await loadOnce(lang);
      return of(lang);
    },
    want(langs) {
      for (const lang of langs) {
        if (shelf.has(lang) || shelf.size >= MOST_LANGUAGES) continue;
        shelf.set(lang, undefined);
        void load(lang);
      }
    },
    need(lang) {
      // A background that the browser kept ending left the question unanswered.
      if (shelf.has(lang) && !isFresh(lang)) void loadOnce(lang);
    },
    language: () => setting,
    setLanguage(next) {
      if (next === setting) return;
      setting = next;
      for (const lang of shelf.keys()) void load(lang);
    },
  };
}
