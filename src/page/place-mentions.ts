/** Mentions of a block as places on the page: a range each, kept over new judgements. */
import { languageIn } from '../core/language-in.ts';
import type { Mention } from '../core/model.ts';
import type { BlockReading } from '../core/resolver.ts';
import type { PlacedMention } from './place.ts';
import type { TextBlock } from './read-blocks.ts';
import { isShown } from './scope.ts';

/** A block with a candidate, as it was last read, seen and judged. */
export interface Held {
  readonly block: TextBlock;
  /** Its text, the language declared for it and its candidates; the same object at each judgement. */
  readonly reading: BlockReading;
  /** One mention object for each span, so that an open card survives a new judgement. */
  readonly placed: Map<string, PlacedMention>;
  /** Could a reader see it when somebody last looked; undefined if nobody has. */
  isShown: boolean | undefined;
  /** Where its mentions were placed last, and which these were; only where each has its place. */
  last?: (Places & { readonly mentions: readonly Mention[] }) | undefined;
}

export interface Places {
  readonly places: readonly PlacedMention[];
  /** Some of the block's words are hidden, though the block is not. */
  readonly isPartlyHidden: boolean;
}

/** The places of the mentions in a block; a mention that was placed before stays the object it was. */
export function placeMentions(held: Held, mentions: readonly Mention[]): Places {
  const { block, placed, reading } = held;
  const last = held.last;
  const isKnown = last?.mentions === mentions && !last.isPartlyHidden;
  if (isKnown && !last.places.some(isLost)) return last;
  const { element, text } = block;
  const places: PlacedMention[] = [];
  let isPartlyHidden = false;
  /** Words that somebody is exchanging may be back before the block is read again: it is the same block then. */
  let isWhole = true;
  for (const mention of mentions) {
    const key = `${mention.entity} ${mention.start} ${mention.end}`;
    let place = placed.get(key);
    if (!place) {
      const range = block.toRange(mention);
      if (!range) {
        isWhole = false;
        continue;
      }
      const inner = range.startContainer.parentElement;
      if (inner && inner !== element && !isShown(inner)) {
        isPartlyHidden = true;
        continue;
      }
      const { entity, start } = mention;
      place = {
        entity,
        range,
        element,
        context: text,
        start,
        lang: languageIn(reading),
        root: rootAround(range),
        spanned: range.startContainer === range.endContainer ? undefined : range.toString(),
      };
      placed.set(key, place);
    } else if (isTorn(place) || !isIn(block, place.range)) {
      const around = block.toRange(mention);
      // Half of a name is none: the page has exchanged the rest of it.
      if (!around && isTorn(place)) {
        isWhole = false;
        continue;
      }
      restore(place.range, around);
    }
    if (place.range.collapsed) isWhole = false;
    else places.push(place);
  }
  held.last = isWhole ? { mentions, places, isPartlyHidden } : undefined;
  return { places, isPartlyHidden };
}

function rootAround({ startContainer }: Range): ShadowRoot | undefined {
  const root = startContainer.getRootNode();
  return root instanceof ShadowRoot ? root : undefined;
}

/** Words that are taken out of the page, alone or with what is around them, collapse their range. */
function isLost(place: PlacedMention): boolean {
  return place.range.collapsed || isTorn(place);
}

/** A range in one node collapses when its words go; one over two goes on around what is left. */
function isTorn({ range, spanned }: PlacedMention): boolean {
  return spanned !== undefined && range.toString() !== spanned;
}

function isIn({ nodes }: TextBlock, { startContainer, endContainer, collapsed }: Range): boolean {
  const isOwn = (node: Node): boolean => nodes.some((own) => own === node);
  return !collapsed && isOwn(startContainer) && isOwn(endContainer);
}

/** Marks taken out of the page leave their ranges empty: the same range goes back around the words. */
function restore(range: Range, around: Range | undefined): void {
  if (!around) return;
  range.setStart(around.startContainer, around.startOffset);
  range.setEnd(around.endContainer, around.endOffset);
}
