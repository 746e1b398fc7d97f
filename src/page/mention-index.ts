/**
 * All text of the page that holds a candidate, kept up to date as the page
 * changes: reads parts of the page, forgets parts that went, judges the rest.
 */
import type { NameContext } from '../core/compile-names.ts';
import type { Matcher } from '../core/matcher.ts';
import type { Candidate } from '../core/model.ts';
import { resolveMentions } from '../core/resolver.ts';
import type { PlacedMention } from './place.ts';
import { readBlocks, type TextBlock } from './read-blocks.ts';
import { declaredLanguage, isInSkipped, isShown } from './scope.ts';

export interface MentionIndex {
  /** Forget what was read in and below the element, and read it again, a slice at a time. */
  read(root: Element): Generator<void>;
  /** The mentions now, in document order. Hidden text has none until it is shown. */
  mentions(): PlacedMention[];
  /** Was any text with a candidate hidden when `mentions` last looked? */
  hasHidden(): boolean;
}

interface Held {
  readonly block: TextBlock;
  readonly candidates: readonly Candidate[];
  readonly lang: string | undefined;
  /** One mention object for each span, so that an open card survives a new judgement. */
  readonly placed: Map<string, PlacedMention>;
}

/** Blocks read between two chances to pause. */
const BLOCKS_PER_SLICE = 40;

export function createMentionIndex(matcher: Matcher, contexts: NameContext): MentionIndex {
  let held: Held[] = [];
  let hidden = false;

  return {
    *read(root) {
      const before = held.filter(({ block }) => root.contains(block.element));
      held = held.filter(({ block }) => !root.contains(block.element));
      if (!root.isConnected || isInSkipped(root)) return;
      const fresh: Held[] = [];
      let count = 0;
      for (const block of readBlocks(root)) {
        const candidates = matcher.find(block.text, block.edges);
        if (candidates.length > 0) {
          const lang = declaredLanguage(block.element);
          const same = before.find((old) => isSameText(old.block, block));
          fresh.push(same ?? { block, candidates, lang, placed: new Map() });
        }
        if (++count % BLOCKS_PER_SLICE === 0) yield;
      }
      if (fresh.length === 0) return;
      // A block above the root (loose text beside it) may have been read before.
      const elements = new Set(fresh.map(({ block }) => block.element));
      held = held.filter(
        ({ block }) => !elements.has(block.element) || root.contains(block.element),
      );
      held.push(...fresh);
      held.sort(inDocumentOrder);
    },
    mentions() {
      held = held.filter(({ block }) => block.element.isConnected);
      const shown = held.filter(({ block }) => isShown(block.element));
      hidden = shown.length < held.length;
      const judged = resolveMentions(
        shown.map(({ block, candidates, lang }) => ({ text: block.text, lang, candidates })),
        contexts,
      );
      const placed: PlacedMention[] = [];
      shown.forEach((entry, at) => {
        for (const mention of judged[at] ?? []) {
          const key = `${mention.entity} ${mention.start} ${mention.end}`;
          const { element, text } = entry.block;
          let place = entry.placed.get(key);
          if (!place) {
            const range = entry.block.toRange(mention);
            if (!range) continue;
            const inner = range.startContainer.parentElement;
            if (inner && inner !== element && !isShown(inner)) {
              hidden = true;
              continue;
            }
            place = { entity: mention.entity, range, element, context: text };
            entry.placed.set(key, place);
          }
          if (!place.range.collapsed) placed.push(place);
        }
      });
      return placed;
    },
    hasHidden: () => hidden,
  };
}

/** Read again but unchanged: its mentions stay the objects they were, so that an open card stays. */
function isSameText(old: TextBlock, block: TextBlock): boolean {
  return (
    old.element === block.element &&
    old.text === block.text &&
    old.nodes.length === block.nodes.length &&
    old.nodes.every((node, at) => node === block.nodes[at])
  );
}

function inDocumentOrder(a: Held, b: Held): number {
  if (a.block.element === b.block.element) return 0;
  const position = a.block.element.compareDocumentPosition(b.block.element);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
