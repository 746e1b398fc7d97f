/**
 * What a page answers to the popup and the background, checked by hand on arrival: the
 * popup opens sooner without a schema library (docs/adr/0040). Each parser takes anything
 * and gives what it promises, or undefined.
 */
import { NEWS_REASONS } from '../core/judge-page.ts';
import {
  type MentionLine,
  type MentionList,
  MOST_LISTED,
  type WalkPosition,
} from '../core/mention-list.ts';
import { ENTITY_IDS, type MentionCounts } from '../core/model.ts';
import { PAGE_STATES, type PageStatus } from '../core/page-status.ts';
import { fieldsOf, isAbsent, isCount, isEntity, isOneOf, isTag, isText } from './checks.ts';

/** How the page stands. */
export function parsePageStatus(answer: unknown): PageStatus | undefined {
  const { state, counts, reasons } = fieldsOf(answer);
  const each = fieldsOf(counts);
  if (!isOneOf(PAGE_STATES, state) || !ENTITY_IDS.every((id) => isCount(each[id]))) {
    return undefined;
  }
  if (!Array.isArray(reasons) || !reasons.every((reason) => isOneOf(NEWS_REASONS, reason))) {
    return undefined;
  }
  const known = Object.fromEntries(ENTITY_IDS.map((id) => [id, each[id]]));
  return { state, counts: known as MentionCounts, reasons };
}

/** The status in a page's message that it changed. */
export function parseStatusMessage(message: unknown): PageStatus | undefined {
  const { type, status } = fieldsOf(message);
  return type === 'status' ? parsePageStatus(status) : undefined;
}

/** Where a walk came to; nothing where there is no such mention. */
export function parseWalkPosition(answer: unknown): WalkPosition | undefined {
  const { id, entity, n, count } = fieldsOf(answer);
  return isCount(id) && isEntity(entity) && isCount(n) && isCount(count)
    ? { id, entity, n, count }
    : undefined;
}

/** The mentions of a page. */
export function parseMentionList(answer: unknown): MentionList | undefined {
  const { mentions, count, current } = fieldsOf(answer);
  if (!isCount(count) || !isAbsent(current, isCount)) return undefined;
  if (!Array.isArray(mentions) || mentions.length > MOST_LISTED) return undefined;
  const lines = mentions.map(parseLine);
  return lines.every((line) => line !== undefined)
    ? { mentions: lines, count, current }
    : undefined;
}

function parseLine(line: unknown): MentionLine | undefined {
  const { id, entity, lang, before, text, after } = fieldsOf(line);
  if (!isCount(id) || !isEntity(entity)) return undefined;
  if (!isAbsent(lang, isTag)) return undefined;
  return isText(before) && isText(text) && isText(after)
    ? { id, entity, lang, before, text, after }
    : undefined;
}
