/** All the data, for the facts library; and what its addresses may name. */
import { data, strings, texts } from 'virtual:bakteppe/data';
import { FACT_KINDS, type Facts, type Texts } from '../core/dataset-schema.ts';
import { type Facet, valuesOf } from '../core/filter-facts.ts';
import type { Nameable } from '../core/library-view.ts';
import { ENTITY_IDS } from '../core/model.ts';
import type { Strings } from '../core/strings.ts';
import { interfaceLanguage } from './languages.ts';
import { loadSettings } from './settings-store.ts';

export interface LibraryData {
  readonly data: Facts;
  readonly allTexts: readonly Texts[];
  readonly nameable: Nameable;
  /** Texts and strings of a language; without one, of that set for cards, else of the browser's. */
  inLanguage(lang: string | undefined): { readonly texts: Texts; readonly strings: Strings };
}

export async function libraryData(): Promise<LibraryData> {
  const { language } = await loadSettings();
  const find = (lang: string | undefined) => {
    const own = texts.find((candidate) => candidate.lang === lang);
    const words = strings[lang ?? ''];
    return own && words && { texts: own, strings: words };
  };
  const usual = find(language) ?? find(interfaceLanguage());
  if (!usual) throw new Error('no texts in the interface language; the data check rules that out');
  const used = (facet: Facet, inOrder: readonly string[]): readonly string[] =>
    inOrder.filter((value) => data.facts.some((fact) => valuesOf(fact, facet).includes(value)));
  return {
    data,
    allTexts: texts,
    nameable: {
      values: {
        about: used('about', ENTITY_IDS),
        claimant: used(
          'claimant',
          data.claimants.map(({ id }) => id),
        ),
        kind: used('kind', FACT_KINDS),
        topic: [...new Set(data.facts.flatMap(({ topics }) => topics))],
      },
      langs: texts.map(({ lang }) => lang),
      facts: data.facts.map(({ id }) => id),
    },
    inLanguage: (lang) => find(lang) ?? usual,
  };
}
