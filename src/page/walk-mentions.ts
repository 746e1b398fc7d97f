/**
 * Walks the page's mentions without a pointer: forth, back and round, from where the
 * reader is, each one scrolled to, marked as current and announced.
 *
 * Where the reader is: the mention walked to last. Once they scrolled it out of view or
 * pressed elsewhere it is what they see now, so that a walk never throws them back.
 */
import { CARD_TAG } from '../core/card-tag.ts';
import type { WalkCommand } from '../core/commands.ts';
import {
  LONGEST_LANG,
  lineOf,
  type MentionList,
  MOST_LISTED,
  type WalkPosition,
} from '../core/mention-list.ts';
import type { EntityId } from '../core/model.ts';
import type { PlacedMention } from './place.ts';
import { declaredLanguage, isBlock } from './scope.ts';
import type { Scroller } from './scroll-to-range.ts';

/** What a walk needs of the card. */
export interface WalkedCard {
  /** Open the mention's card and put the focus into it. */
  openByKey(mention: PlacedMention): void;
  isOpenByKey(): boolean;
  /** The mention whose card is open, however it was opened. */
  shown(): PlacedMention | undefined;
  /** Say that the mention's card opened and how much it holds, politely. */
  sayOpened(mention: PlacedMention): void;
  /** Say where the walk is, politely. */
  sayPosition(mention: PlacedMention, n: number, count: number): void;
}

export interface WalkOptions {
  readonly document: Document;
  readonly card: WalkedCard;
  readonly scroller: Scroller;
  /** The mention to mark as current changed; undefined for none. */
  readonly onMark: (mention: PlacedMention | undefined) => void;
  readonly signal: AbortSignal;
}

export interface MentionWalk {
  /** These mentions are on the page now, in document order. */
  use(mentions: readonly PlacedMention[]): void;
  /** The mention marked as current. */
  marked(): PlacedMention | undefined;
  /**
   * Take a step, or open the card of where the reader is; undefined where there is no
   * mention. `from` is the mention to step from, counted from 1, where another part shows it.
   */
  walk(command: WalkCommand, from?: number): WalkPosition | undefined;
  /** The mentions for the popup. */
  list(): MentionList;
  /** Go to a listed mention and open its card; undefined if it is gone. */
  visit(id: number): WalkPosition | undefined;
  /** Open the card of the selected mention, else of the next one of that entity; undefined for neither. */
  about(entity: EntityId | undefined): WalkPosition | undefined;
}

export function walkMentions(options: WalkOptions): MentionWalk {
  const { document, card, scroller, onMark, signal } = options;
  let mentions: readonly PlacedMention[] = [];
  /** Walked to last. */
  let current: PlacedMention | undefined;
  let isMarked = false;
  let hasMoved = false;
  const ids = new WeakMap<PlacedMention, number>();
  let lastId = 0;

  const idOf = (mention: PlacedMention): number => {
    const id = ids.get(mention) ?? ++lastId;
    ids.set(mention, id);
    return id;
  };

  const unmark = (): void => {
    if (!isMarked) return;
    isMarked = false;
    onMark(undefined);
  };

  /** The walked mention's index, or -1 when the reader has left it. */
  const standing = (): number => {
    if (!current || (hasMoved && !scroller.isInView(current.range))) return -1;
    return mentions.indexOf(current);
  };

  const arrive = (at: number, isOpening: boolean): WalkPosition | undefined => {
    const mention = mentions[at];
    if (!mention) return undefined;
    current = mention;
    isMarked = true;
    hasMoved = false;
    scroller.to(mention.range);
    onMark(mention);
    const isAlong = card.isOpenByKey() && card.shown() !== mention;
    if (isOpening || isAlong) card.openByKey(mention);
    const count = mentions.length;
    if (isOpening) card.sayOpened(mention);
    else card.sayPosition(mention, at + 1, count);
    return { id: idOf(mention), entity: mention.entity, n: at + 1, count };
  };

  const step = (by: 1 | -1, shownAt: number | undefined): number => {
    const from = shownAt === undefined ? standing() : Math.min(shownAt, mentions.length) - 1;
    if (from >= 0) return from + by;
    const next = firstFrom(mentions);
    return by === 1 ? next : next - 1;
  };

  const here = (): number => {
    const shown = card.shown();
    const from = shown ? mentions.indexOf(shown) : isMarked ? standing() : -1;
    if (from >= 0) return from;
    const under = mentions.findIndex(({ range }) => isUnderCaret(document, range));
    return under >= 0 ? under : Math.min(firstFrom(mentions), mentions.length - 1);
  };

  // The reader goes elsewhere: by pointer, wheel or finger, or by a key that scrolls.
  const passive = { capture: true, passive: true, signal } as const;
  const note = ({ isTrusted }: Event): void => {
    hasMoved ||= isTrusted;
  };
  for (const type of ['wheel', 'touchmove'] as const) {
    document.addEventListener(type, note, passive);
  }
  document.addEventListener(
    'pointerdown',
    (event) => {
      const { isTrusted, target } = event;
      if (!isTrusted || (target instanceof Element && target.localName === CARD_TAG)) return;
      note(event);
      unmark();
    },
    passive,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      const { key, isTrusted } = event;
      if (!isTrusted) return;
      if (/^(Page|Home|End|Arrow| )/.test(key)) note(event);
      if (key === 'Escape' && !card.shown()) unmark();
    },
    passive,
  );

  return {
    use(now) {
      mentions = now;
      if (current && !now.includes(current)) {
        current = undefined;
        unmark();
      }
    },
    marked: () => (isMarked ? current : undefined),
    walk(command, from) {
      const { length } = mentions;
      if (length === 0) return undefined;
      if (command === 'open') return arrive(here(), true);
      return arrive((step(command === 'next' ? 1 : -1, from) + length) % length, false);
    },
    list: () => ({
      mentions: mentions.slice(0, MOST_LISTED).map((mention) => {
        const { entity, element, context, start, range } = mention;
        const lang = declaredLanguage(element)?.slice(0, LONGEST_LANG);
        return { id: idOf(mention), entity, lang, ...lineOf(context, start, String(range).length) };
      }),
      count: mentions.length,
      current: isMarked && current ? idOf(current) : undefined,
    }),
    visit: (id) =>
      arrive(
        mentions.findIndex((mention) => ids.get(mention) === id),
        true,
      ),
    about(entity) {
      const selected = mentions.findIndex(({ range }) => isSelected(document, range));
      if (selected >= 0) return arrive(selected, true);
      const isMeant = (mention: PlacedMention): boolean => mention.entity === entity;
      const next = mentions.findIndex((mention) => isMeant(mention) && isAhead(mention));
      return arrive(next >= 0 ? next : mentions.findIndex(isMeant), true);
    },
  };
}

/** The first mention in or after the viewport; past the last, the number of all. */
function firstFrom(mentions: readonly PlacedMention[]): number {
  const at = mentions.findIndex(isAhead);
  return at < 0 ? mentions.length : at;
}

/** In the viewport, or further down. */
function isAhead({ range }: PlacedMention): boolean {
  return range.getBoundingClientRect().bottom > 0;
}

/** Is any of the words selected? Words that the selection only touches are not. */
function isSelected(document: Document, range: Range): boolean {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return false;
  const selected = selection.getRangeAt(0);
  if (!isComparable(selected, range)) return false;
  return (
    selected.compareBoundaryPoints(Range.END_TO_START, range) < 0 &&
    selected.compareBoundaryPoints(Range.START_TO_END, range) > 0
  );
}

/** Is the caret or selection in the words, or the focus on a link or the like around them? */
function isUnderCaret(document: Document, range: Range): boolean {
  const { activeElement } = document;
  if (activeElement && !isBlock(activeElement) && activeElement.contains(range.startContainer)) {
    return true;
  }
  const selection = document.getSelection();
  if (!selection?.rangeCount) return false;
  const selected = selection.getRangeAt(0);
  if (!isComparable(selected, range)) return false;
  return (
    selected.compareBoundaryPoints(Range.END_TO_START, range) <= 0 &&
    selected.compareBoundaryPoints(Range.START_TO_END, range) >= 0
  );
}

/** Ranges in two trees have no order: of a selection in a shadow root the page is told the host only. */
function isComparable(a: Range, b: Range): boolean {
  return a.startContainer.getRootNode() === b.startContainer.getRootNode();
}
