/**
 * How the scouts in a page's frames and the page's own speak: by way of the background,
 * which remembers nothing. Checked by hand on arrival (docs/adr/0040).
 */
import { ENTITY_IDS, type MentionCounts } from '../core/model.ts';
import { fieldsOf, isCount } from './checks.ts';

/** To the scouts in a page's frames: say what you have. */
export const COUNTS_QUESTION = { type: 'counts?' } as const;

/** A frame's mentions, on their way to the page's own scout. */
export interface FrameCounts {
  readonly type: 'frame-counts';
  readonly frame: number;
  readonly counts: MentionCounts;
}

export function isCountsQuestion(message: unknown): boolean {
  return fieldsOf(message).type === COUNTS_QUESTION.type;
}

/** What a frame has, or undefined for anything else. */
export function parseFrameCounts(message: unknown): FrameCounts | undefined {
  const { type, frame, counts } = fieldsOf(message);
  const each = fieldsOf(counts);
  if (type !== 'frame-counts' || !isCount(frame)) return undefined;
  if (!ENTITY_IDS.every((id) => isCount(each[id]))) return undefined;
  const known = Object.fromEntries(ENTITY_IDS.map((id) => [id, each[id]]));
  return { type, frame, counts: known as MentionCounts };
}
