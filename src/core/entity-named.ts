/**
 * Whom a selected text names: judged like a page of its own, so that a bare "Kim" is
 * nobody here either.
 */
import type { NameContext } from './compile-names.ts';
import type { Matcher } from './matcher.ts';
import { LONGEST_TEXT } from './mention-list.ts';
import type { EntityId } from './model.ts';
import { resolveMentions } from './resolver.ts';

/** The first entity that the text names; none where it names none, or is a passage and no name. */
export function entityNamed(
  text: string,
  { matcher, contexts }: { readonly matcher: Matcher; readonly contexts: NameContext },
): EntityId | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const [mentions] = resolveMentions(
    [{ text, lang: undefined, candidates: matcher.find(text) }],
    contexts,
  );
  return mentions?.[0]?.entity;
}
