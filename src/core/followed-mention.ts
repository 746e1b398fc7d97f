/** What a page tells an open side panel: the mention its reader has before them. */
import type { MentionLine } from './mention-list.ts';
import type { EntityId } from './model.ts';
import type { ReadText } from './rank-facts.ts';

export interface FollowedMention {
  readonly entity: EntityId;
  /** The language its text is declared in; undefined where none is. */
  readonly lang?: string | undefined;
  /** Counted from 1, of `count` on the page. */
  readonly n: number;
  readonly count: number;
  readonly line: Pick<MentionLine, 'before' | 'text' | 'after'>;
  /** What the facts are ranked by. */
  readonly reading: ReadText;
}
