/** The names a page is searched for: some packs at first, more when its texts turn out to need them. */
import type { NameContext, NamePack } from '../core/compile-names.ts';
import { detectLanguage } from '../core/detect-language.ts';
import { createMatcher, type Matcher } from '../core/matcher.ts';
import { mergeContexts } from '../core/merge-contexts.ts';

export interface NameSource {
  /** Pack name → names, those that are here. */
  packs(): ReadonlyMap<string, NamePack>;
  /** Bring the packs for texts in these languages; done when they are here, or cannot be had. */
  bring(langs: readonly string[]): Promise<void>;
}

/** Names made ready for reading a page. */
export interface PreparedNames {
  readonly matcher: Matcher;
  readonly contexts: NameContext;
}

export interface NameStock {
  /** The names as they are now. */
  prepared(): PreparedNames;
  /** Make sure of the names for these languages; true if there are more names than before. */
  complete(langs: readonly string[]): Promise<boolean>;
}

export function createNameStock(source: NameSource): NameStock {
  const asked = new Set<string>();
  let count = source.packs().size;
  let prepared = prepare(source);

  return {
    prepared: () => prepared,
    async complete(langs) {
      const packs = source.packs();
      const missing = langs.filter((lang) => !asked.has(lang) && !packs.has(lang));
      for (const lang of missing) asked.add(lang);
      if (missing.length === 0) return false;
      await source.bring(missing);
      if (source.packs().size === count) return false;
      count = source.packs().size;
      prepared = prepare(source);
      return true;
    },
  };
}

function prepare(source: NameSource): PreparedNames {
  const packs = [...source.packs().values()];
  return { matcher: createMatcher(packs), contexts: mergeContexts(packs) };
}

/** Paragraphs and characters to tell a page's language by, where it declares none. */
const SAMPLE = { paragraphs: 12, chars: 2000 };

/** The language of a page that declares none, by its first paragraphs; undefined if it declares one or nobody can tell. */
export function undeclaredLanguage(document: Document): string | undefined {
  if (document.documentElement.lang) return undefined;
  const paragraphs = [...document.querySelectorAll('p, h1, h2')].slice(0, SAMPLE.paragraphs);
  const text = paragraphs.map(({ textContent }) => textContent).join(' ');
  return detectLanguage(text.slice(0, SAMPLE.chars));
}
