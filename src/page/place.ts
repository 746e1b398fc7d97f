/** A mention with its place on the page. */
import type { EntityId } from '../core/model.ts';

export interface PlacedMention {
  readonly entity: EntityId;
  readonly range: Range;
  /** The block the mention stands in, and its text: what the card's choice of facts leans on. */
  readonly element: Element;
  readonly context: string;
  /** Where the mention begins in that text, in UTF-16 units. */
  readonly start: number;
  /** The language of that text, declared or told by its letters and words. */
  readonly lang: string | undefined;
  /** The shadow root it stands in, if any. */
  readonly root: ShadowRoot | undefined;
  /** Its words, where it begins in one text node and ends in another: the page may exchange one of them. */
  readonly spanned: string | undefined;
}

/** The shadow roots that hold the mentions. */
export function rootsOf(mentions: readonly PlacedMention[]): Set<ShadowRoot> {
  const roots = new Set<ShadowRoot>();
  for (const { root } of mentions) if (root) roots.add(root);
  return roots;
}

/** How many mentions are the same in both lists, from their beginning on. */
export function sharedFrom(
  before: readonly PlacedMention[],
  now: readonly PlacedMention[],
): number {
  let count = 0;
  while (count < before.length && before[count] === now[count]) count++;
  return count;
}
