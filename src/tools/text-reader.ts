/** Finds the mentions of a plain text that is a page of its own. */
import { compileNames } from '../core/compile-names.ts';
import { createMatcher } from '../core/matcher.ts';
import type { Mention } from '../core/model.ts';
import { resolveMentions } from '../core/resolver.ts';
import { readData } from './read-data.ts';

/** The reader for all names of all languages; a language given is a hint. */
export function createTextReader(): (text: string, lang?: string) => Mention[] {
  const names = compileNames(readData().names);
  const matcher = createMatcher(names);
  return (text, lang) =>
    resolveMentions([{ text, lang, candidates: matcher.find(text) }], names.contexts)[0] ?? [];
}
