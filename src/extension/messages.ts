/** What the parts of the extension say to each other; every message is checked on arrival. */
import * as v from 'valibot';
import { NEWS_REASONS } from '../core/judge-page.ts';
import { ENTITY_IDS } from '../core/model.ts';
import { PAGE_STATES } from '../core/page-status.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const PageStatusSchema = v.strictObject({
  state: v.picklist(PAGE_STATES),
  counts: v.strictObject(v.entriesFromList(ENTITY_IDS, Count)),
  reasons: v.array(v.picklist(NEWS_REASONS)),
});

/** From a page to the background. */
export const PageMessageSchema = v.variant('type', [
  /** There is something to show here: bring the session. */
  v.strictObject({ type: v.literal('wake') }),
  /** The texts of one language, the first of these that we have. */
  v.strictObject({
    type: v.literal('texts'),
    langs: v.pipe(v.array(v.pipe(v.string(), v.maxLength(35))), v.maxLength(8)),
  }),
  /** The page's status changed; the toolbar and an open popup follow. */
  v.strictObject({ type: v.literal('status'), status: PageStatusSchema }),
]);

export type PageMessage = v.InferOutput<typeof PageMessageSchema>;

/** From the popup to a page: answer with your status, and say when it changes. */
export const STATUS_QUESTION = { type: 'status?' } as const;

/** A message from a page, or undefined for anything else. */
export function parsePageMessage(message: unknown): PageMessage | undefined {
  const result = v.safeParse(PageMessageSchema, message);
  return result.success ? result.output : undefined;
}
