/** What goes on on a page, as the toolbar and its popup show it. */

import type { NewsReason } from './judge-page.ts';
import type { MentionCounts } from './model.ts';

/**
 * `off` everywhere, `site-off` by the reader, `not-listed` where they want listed sites
 * only, `not-news` by the page's signals,
 * `reading` while the page is looked at, `no-mention`, or `annotated`.
 */
export const PAGE_STATES = [
  'off',
  'site-off',
  'not-listed',
  'not-news',
  'reading',
  'no-mention',
  'annotated',
] as const;
export type PageState = (typeof PAGE_STATES)[number];

export interface PageStatus {
  readonly state: PageState;
  readonly counts: MentionCounts;
  /** Why the page was or was not taken for news. */
  readonly reasons: readonly NewsReason[];
}
