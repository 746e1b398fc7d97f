/** What a page says to the side panel beside it, checked by hand on arrival (docs/adr/0040). */
import type { FollowedMention } from '../core/followed-mention.ts';
import { fieldsOf, isAbsent, isCount, isEntity, isTag, isText } from './checks.ts';

/** The name of the line between a side panel and the page it stands beside. */
export const PANEL_PORT = 'panel';

export type PanelMessage =
  /** The mention the page's reader has before them. */
  | { readonly type: 'mention'; readonly mention: FollowedMention }
  /** There is no mention. */
  | { readonly type: 'none' };

/** A page's text that is sent to a panel, in characters at most; `reading-of.ts` cuts it. */
const LONGEST_PASSAGE = 40_000;

/** A message from the page beside a panel, or undefined for anything else. */
export function parsePanelMessage(message: unknown): PanelMessage | undefined {
  const { type, mention } = fieldsOf(message);
  if (type === 'none') return { type };
  const known = type === 'mention' ? parseMention(mention) : undefined;
  return known && { type: 'mention', mention: known };
}

function parseMention(value: unknown): FollowedMention | undefined {
  const { entity, lang, n, count, line, reading } = fieldsOf(value);
  const { before, text, after } = fieldsOf(line);
  const { paragraph, page } = fieldsOf(reading);
  if (!isEntity(entity) || !isAbsent(lang, isTag) || !isCount(n) || !isCount(count)) {
    return undefined;
  }
  if (!isText(before) || !isText(text) || !isText(after)) return undefined;
  if (!isText(paragraph, LONGEST_PASSAGE) || !isText(page, LONGEST_PASSAGE)) return undefined;
  return { entity, lang, n, count, line: { before, text, after }, reading: { paragraph, page } };
}
