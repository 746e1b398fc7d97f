/**
 * All text of the page that holds a candidate, kept up to date as the page
 * changes: reads parts of the page, forgets parts that went, judges the rest.
 */
import { languageIn } from '../core/language-in.ts';
import { resolveMentions } from '../core/resolver.ts';
import { isInPage } from './bare-dom.ts';
import { composedOrder, isBelow, type Part } from './composed.ts';
import type { PreparedNames } from './name-source.ts';
import type { PlacedMention } from './place.ts';
import { type Held, placeMentions } from './place-mentions.ts';
import { findBlocks, type TextBlock } from './read-blocks.ts';
import { declaredLanguage, isBlock, isInSkipped, isShown, partAround } from './scope.ts';

export interface MentionIndex {
  /**
   * Read the parts anew, a slice at a time; shadow roots are parts of their own, behind the
   * one they stand in. True where something is to be judged: they held or hold a candidate.
   * `isMoved`: something may stand elsewhere now than when it was read.
   */
  read(parts: readonly Part[], isMoved?: boolean): Generator<undefined, boolean>;
  /**
   * Judge and place what is new, a slice at a time, so that `mentions` has little left to do.
   * `all`: look again at text that was shown or hidden before.
   */
  judge(all: boolean): Generator<undefined, void>;
  /** The mentions now, in document order. Hidden text has none until it is shown. */
  mentions(all?: boolean): PlacedMention[];
  /** The languages of the texts with a candidate, as far as they can be told. */
  languages(): string[];
  /** Forget everything: from now on these names are looked for. */
  useNames(names: PreparedNames): void;
  /** Was any text with a candidate hidden when `mentions` last looked? */
  hasHidden(): boolean;
}

/** Blocks with a name that are judged and placed between two chances to pause. */
const BLOCKS_PER_SLICE = 100;

export function createMentionIndex(names: PreparedNames): MentionIndex {
  let { matcher, contexts } = names;
  let held: Held[] = [];
  let hidden = false;

  function look(each: Held, isAnew: boolean): void {
    if (isAnew || each.isShown === undefined) each.isShown = isShown(each.block.element);
  }

  /** Blocks that left the page; true if there were any. */
  function forgetGone(): boolean {
    const count = held.length;
    held = held.filter(({ block }) => block.nodes[0]?.isConnected);
    return held.length < count;
  }

  /** Blocks that the page moved: all that is looked up here relies on the order. */
  function followMoved(): void {
    const isMoved = (each: Held, at: number): boolean => {
      const before = held[at - 1];
      return before !== undefined && inReadingOrder(before, each) > 0;
    };
    if (held.some(isMoved)) held.sort(inReadingOrder);
  }

  /** The blocks of a part that hold a candidate; those that are as they were before stay the same. */
  function* readPart(part: Part, known: KnownBlocks): Generator<undefined, Held[]> {
    const fresh: Held[] = [];
    if (!isInPage(part) || isInSkipped(part)) return fresh;
    for (const block of findBlocks(part, matcher)) {
      if (!block) {
        yield;
        continue;
      }
      const candidates = matcher.find(block.text, block.edges);
      if (candidates.length === 0) continue;
      const same = known.get(block.element)?.find((old) => isSameText(old.block, block));
      // Something about it changed: whether it can be seen, perhaps.
      if (same) same.isShown = undefined;
      const reading = { text: block.text, lang: declaredLanguage(block.element), candidates };
      fresh.push(same ?? { block, reading, placed: new Map(), isShown: undefined });
    }
    return fresh.sort(inReadingOrder);
  }

  return {
    *read(parts, isMoved = true) {
      let isChanged = forgetGone();
      if (isMoved) followMoved();
      const whole = parts.map(wholeBlock);
      const known = byElement(whole.flatMap((part) => held.slice(...placeOf(part, held))));
      for (const part of whole) {
        const reading = readPart(part, known);
        let step = reading.next();
        const isSliced = !step.done;
        for (; !step.done; step = reading.next()) {
          yield;
          isChanged = forgetGone() || isChanged;
        }
        if (isSliced) followMoved();
        // Only now: until the part was read to its end, what was known of it holds.
        const [from, to] = placeOf(part, held);
        if (from < to || step.value.length > 0) isChanged = true;
        held.splice(from, to - from, ...step.value);
      }
      return isChanged;
    },
    *judge(all) {
      const blocks = held.filter(({ block }) => isInPage(block.element));
      // A few new ones are quicker judged than sliced.
      if (blocks.filter(({ last }) => !last).length <= BLOCKS_PER_SLICE) return;
      for (let from = 0; from < blocks.length; from += BLOCKS_PER_SLICE) {
        const upTo = blocks.slice(0, from + BLOCKS_PER_SLICE);
        for (const each of upTo.slice(from)) look(each, all);
        // The page so far: a verdict is kept where the rest of it changes nothing.
        const shown = upTo.filter((each) => each.isShown);
        const judged = resolveMentions(
          shown.map(({ reading }) => reading),
          contexts,
        );
        shown.forEach((each, at) => {
          placeMentions(each, judged[at] ?? []);
        });
        yield;
      }
    },
    mentions(all = true) {
      held = held.filter(({ block }) => isInPage(block.element));
      for (const each of held) look(each, all);
      const shown = held.filter((each) => each.isShown);
      hidden = shown.length < held.length;
      const judged = resolveMentions(
        shown.map(({ reading }) => reading),
        contexts,
      );
      return shown.flatMap((each, at) => {
        const { places, isPartlyHidden } = placeMentions(each, judged[at] ?? []);
        hidden ||= isPartlyHidden;
        return places;
      });
    },
    languages: () => [...new Set(held.flatMap(({ reading }) => languageIn(reading) ?? []))],
    useNames(next) {
      ({ matcher, contexts } = next);
      held = [];
    },
    hasHidden: () => hidden,
  };
}

type KnownBlocks = ReadonlyMap<Element, readonly Held[]>;

function byElement(blocks: readonly Held[]): KnownBlocks {
  const known = new Map<Element, Held[]>();
  for (const each of blocks) {
    const others = known.get(each.block.element);
    if (others) others.push(each);
    else known.set(each.block.element, [each]);
  }
  return known;
}

/** Text reads on beyond an inline element: its block is what changed. */
function wholeBlock(part: Part): Part {
  return part instanceof Element && !isBlock(part) ? (partAround(part) ?? part) : part;
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

/** From where to where a part's blocks stand among all, which are in reading order. */
function placeOf(part: Part, all: readonly Held[]): readonly [from: number, to: number] {
  const last = all.at(-1)?.block.nodes[0];
  // Pages mostly grow at their end. Browsers find the order of siblings step by step: a near
  // one costs little, and a search through a list of thousands 15 µs a question.
  if (last && !isBelow(last, part) && composedOrder(last, part) < 0)
    return [all.length, all.length];
  const first = firstThat(all, (node) => isBelow(node, part) || composedOrder(part, node) < 0);
  const end = firstThat(all, (node) => !isBelow(node, part) && composedOrder(part, node) < 0);
  return [first, end];
}

/** The index of the first block whose text the test holds for, as it does for all after it. */
function firstThat(all: readonly Held[], holds: (node: Node) => boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = all[middle]?.block.nodes[0];
    if (node && holds(node)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function inReadingOrder(a: Held, b: Held): number {
  const [first] = a.block.nodes;
  const [second] = b.block.nodes;
  return first && second ? composedOrder(first, second) : 0;
}
