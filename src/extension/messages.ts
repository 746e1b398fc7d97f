/** What pages say to the background; every message is checked on arrival. */
import * as v from 'valibot';
import { NEWS_REASONS } from '../core/judge-page.ts';
import { LEASE_NAME } from '../core/lease.ts';
import { LONGEST_LANG } from '../core/mention-list.ts';
import { ENTITY_IDS } from '../core/model.ts';
import { PAGE_STATES } from '../core/page-status.ts';
import { LANGUAGE } from '../core/settings.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A language tag, or something as short. */
const Tag = v.pipe(v.string(), v.maxLength(LONGEST_LANG));
/** Languages of a page's texts, as it declares them. */
const Tags = v.pipe(v.array(Tag), v.maxLength(40));

/** A fact's id, or something as short; the library finds it or does not. */
const FactId = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9-]+$/));

const Counts = v.strictObject(v.entriesFromList(ENTITY_IDS, Count));

const LeaseName = v.pipe(v.string(), v.regex(LEASE_NAME));

const PageStatusSchema = v.strictObject({
  state: v.picklist(PAGE_STATES),
  counts: Counts,
  reasons: v.array(v.picklist(NEWS_REASONS)),
});

/** From a page to the background. */
const PageMessageSchema = v.variant('type', [
  /** There is something to show here: bring the session. */
  v.strictObject({ type: v.literal('wake'), langs: Tags }),
  /** What it shows is to go with the extension: insert the sheet that does. */
  v.strictObject({ type: v.literal('lease'), lines: LeaseName, card: LeaseName }),
  /** Its texts are in these languages too: bring their names. */
  v.strictObject({ type: v.literal('names'), langs: Tags }),
  /** It needs a part of the session that is a script of its own. */
  v.strictObject({ type: v.literal('part'), part: v.picklist(['card', 'marks']) }),
  /** The texts of the cards, in the language set or the page's: answered with the languages brought. */
  v.strictObject({ type: v.literal('texts'), setting: Tag, page: Tag }),
  /** The facts in the article's own language. */
  v.strictObject({ type: v.literal('originals') }),
  /** The reader wants the library, at a fact they have on a card. */
  v.strictObject({
    type: v.literal('library'),
    entity: v.picklist(ENTITY_IDS),
    fact: v.optional(FactId),
    lang: Tag,
  }),
  /** The reader chose another language on a card. */
  v.strictObject({ type: v.literal('language'), language: v.pipe(v.string(), v.regex(LANGUAGE)) }),
  /** The reader wants no more highlights of the entity. */
  v.strictObject({ type: v.literal('hide-entity'), entity: v.picklist(ENTITY_IDS) }),
  /** The reader wants no highlights on the site of this page. */
  v.strictObject({ type: v.literal('hide-site') }),
  /** Some of its article stands in frames: bring scouts to them. */
  v.strictObject({ type: v.literal('frames') }),
  /** A frame of it has so many mentions. */
  v.strictObject({ type: v.literal('counts'), counts: Counts }),
  /** The page's status changed; the toolbar and an open popup follow. */
  v.strictObject({ type: v.literal('status'), status: PageStatusSchema }),
]);

export type PageMessage = v.InferOutput<typeof PageMessageSchema>;

/** Every kind of message that pages send; a test holds them to be checked. */
export const PAGE_MESSAGE_TYPES = PageMessageSchema.options.map(
  ({ entries }) => entries.type.literal,
);

/** What the browser says of whoever sent a message. */
export interface Sender {
  readonly id?: string | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined }
    | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * A document of a page or one of its frames. Its tab and frame alone may hold another one by
 * the time something is brought, and the one that asked may come back (docs/adr/0053).
 */
export interface Place {
  readonly tabId: number;
  readonly frameId: number;
  /** In browsers that tell (Chromium). */
  readonly documentId?: string | undefined;
}

/** A message that is to be answered, and where it comes from. */
export interface AcceptedMessage {
  readonly message: PageMessage;
  readonly place: Place;
  readonly url: URL;
}

/** What the page alone says, for itself and its frames. */
const OF_PAGE: readonly PageMessage['type'][] = ['status', 'frames'];

/**
 * A message of a script of ours on a page of the web, or in a frame of one that holds some of
 * its article; a frame has no site of its own. Undefined for everything else, whoever sent it.
 */
export function acceptPageMessage(
  message: unknown,
  { id, tab, frameId, documentId, url }: Sender,
  ownId: string,
): AcceptedMessage | undefined {
  if (id !== ownId || tab?.id === undefined || frameId === undefined) return undefined;
  const site = (frameId === 0 ? url : tab.url) ?? '';
  if (!/^https?:/.test(site) || !URL.canParse(site)) return undefined;
  const parsed = parsePageMessage(message);
  if (!parsed || (frameId !== 0 && OF_PAGE.includes(parsed.type))) return undefined;
  return { message: parsed, place: { tabId: tab.id, frameId, documentId }, url: new URL(site) };
}

/** A message from a page, or undefined for anything else. */
export function parsePageMessage(message: unknown): PageMessage | undefined {
  const result = v.safeParse(PageMessageSchema, message);
  return result.success ? result.output : undefined;
}
