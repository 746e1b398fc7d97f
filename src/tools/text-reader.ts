/** Finds the mentions of plain text that is a page of its own. */
import { compileNames, type NamePack } from '../core/compile-names.ts';
import { createMatcher } from '../core/matcher.ts';
import { mergeContexts } from '../core/merge-contexts.ts';
import type { Mention } from '../core/model.ts';
import { resolveMentions } from '../core/resolver.ts';
import { readData } from './read-data.ts';

/** The mentions of each paragraph of one page; a language given is a hint. */
export type PageReader = (paragraphs: readonly string[], lang?: string) => (readonly Mention[])[];

/** The reader for all names of all languages. */
export function createPageReader(): PageReader {
  return readerOf([compileNames(readData().names)]);
}

/** The reader for some packs of names. */
export function readerOf(packs: readonly NamePack[]): PageReader {
  const matcher = createMatcher(packs);
  const contexts = mergeContexts(packs);
  return (paragraphs, lang) =>
    resolveMentions(
      paragraphs.map((text) => ({ text, lang, candidates: matcher.find(text) })),
      contexts,
    );
}

/** The same for a page of one text. */
export function createTextReader(): (text: string, lang?: string) => readonly Mention[] {
  const read = createPageReader();
  return (text, lang) => read([text], lang)[0] ?? [];
}
