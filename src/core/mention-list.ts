/**
 * The page's mentions as the popup lists them: each with a line of what stands around
 * it. Cut short on the page, so that a page with a thousand mentions answers at once.
 */
import type { EntityId } from './model.ts';

export interface MentionLine {
  /** Names the mention to its page as long as the page shows it. */
  readonly id: number;
  readonly entity: EntityId;
  /** The language its text is declared in; undefined where none is. */
  readonly lang?: string | undefined;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export interface MentionList {
  /** In document order, at most `MOST_LISTED`. */
  readonly mentions: readonly MentionLine[];
  /** All there are. */
  readonly count: number;
  /** Where the reader is, if they walked. */
  readonly current?: number | undefined;
}

/** Where a walk came to. */
export interface WalkPosition {
  readonly id: number;
  readonly entity: EntityId;
  /** Counted from 1, of `count`. */
  readonly n: number;
  readonly count: number;
}

/** Nobody reads a longer list in a popup. */
export const MOST_LISTED = 1000;
/** Text before and after a mention, in UTF-16 units: about a line of the popup together. */
const BEFORE_CHARS = 28;
const AFTER_CHARS = 44;
/** A mention's own text, cut at this; the longest name of the treaty is under 120. */
export const LONGEST_TEXT = 160;
/** A language tag, cut at this: longer ones are of no language. */
export const LONGEST_LANG = 35;

/** What stands before a mention, the mention, and what stands after it, whitespace as one space. */
export function lineOf(
  context: string,
  start: number,
  length: number,
): Pick<MentionLine, 'before' | 'text' | 'after'> {
  const end = start + length;
  const before = plain(context.slice(Math.max(0, start - 2 * BEFORE_CHARS), start)).trimStart();
  const after = plain(context.slice(end, end + 2 * AFTER_CHARS)).trimEnd();
  return {
    before: before.length > BEFORE_CHARS ? `…${tail(before)}` : before,
    text: plain(context.slice(start, end)).slice(0, LONGEST_TEXT),
    after: after.length > AFTER_CHARS ? `${head(after)}…` : after,
  };
}

function plain(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ');
}

/** The end of a text, from a word's start where the script parts words. */
function tail(text: string): string {
  const cut = text.slice(-BEFORE_CHARS);
  const word = cut.indexOf(' ');
  const isWordStart = /\s/.test(text.at(-BEFORE_CHARS - 1) ?? ' ');
  // Half a surrogate pair, or a mark without its letter, is no text.
  return (isWordStart || word < 0 || word > cut.length - 2 ? cut : cut.slice(word + 1)).replace(
    /^(?:[\udc00-\udfff]|\p{M})+/u,
    '',
  );
}

function head(text: string): string {
  const cut = text.slice(0, AFTER_CHARS);
  const word = cut.lastIndexOf(' ');
  const isWordEnd = /\s/.test(text[AFTER_CHARS] ?? ' ');
  return (isWordEnd || word < 1 ? cut : cut.slice(0, word)).replace(/[\ud800-\udbff.,;:]$/, '');
}
