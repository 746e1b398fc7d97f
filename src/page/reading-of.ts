/** What the reader has before them at a mention: its paragraph, and the page's subject. */
import type { ReadText } from '../core/rank-facts.ts';
import type { PlacedMention } from './place.ts';

/** More of the page than this says nothing new about its subject, in characters. */
const PAGE_CHARS = 20_000;
/** So much text on each side of a mention is what the reader has before them, in characters. */
const AROUND_CHARS = 600;

/** The text around a mention, and the title with every paragraph that holds one. */
export function readingOf(
  { context, start }: PlacedMention,
  mentions: readonly PlacedMention[],
  title: string,
): ReadText {
  const paragraph = context.slice(Math.max(0, start - AROUND_CHARS), start + AROUND_CHARS);
  const blocks = new Set(mentions.map((other) => other.context));
  return { paragraph, page: [title, ...blocks].join('\n').slice(0, PAGE_CHARS) };
}
