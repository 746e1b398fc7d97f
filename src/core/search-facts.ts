/**
 * Which facts hold the words a reader searches for, and in which language.
 * Searched is what a fact shows: its sentence, claimant, kind and topics.
 */
import type { FactRecord, Texts } from './dataset-schema.ts';
import { holdsAll, type SearchableText, searchable, wordsOf } from './search-text.ts';
import { sentenceOf } from './sentence.ts';

export interface FactSearch {
  /**
   * Fact id → the first of the languages in which one and the same text holds all
   * words of the query. An empty query finds every fact in the first language.
   */
  find(query: string, langs: readonly string[]): ReadonlyMap<string, string>;
}

/** Texts are prepared when a language is first searched, once. */
export function createFactSearch(
  facts: readonly FactRecord[],
  texts: readonly Texts[],
): FactSearch {
  const prepared = new Map<string, ReadonlyMap<string, SearchableText>>();

  const textsIn = (lang: string): ReadonlyMap<string, SearchableText> => {
    const known = prepared.get(lang);
    if (known) return known;
    const language = texts.find((candidate) => candidate.lang === lang);
    const made = new Map(
      language ? facts.map((fact) => [fact.id, searchable(shownText(fact, language))]) : [],
    );
    prepared.set(lang, made);
    return made;
  };

  return {
    find(query, langs) {
      const words = wordsOf(query);
      const found = new Map<string, string>();
      for (const lang of langs) {
        for (const [id, text] of textsIn(lang)) {
          if (!found.has(id) && holdsAll(text, words)) found.set(id, lang);
        }
      }
      return found;
    },
  };
}

function shownText(fact: FactRecord, { lang, facts, claimants, kinds, topics }: Texts): string {
  const { lead = '', text = '' } = facts[fact.id] ?? {};
  const labels = fact.topics.map((topic) => topics[topic]?.label ?? '');
  return [sentenceOf(lang, lead, text), claimants[fact.claimant], kinds[fact.kind], ...labels].join(
    '\n',
  );
}
