/** The interface's words: one file a language in `data/interface/`, all with these keys. */
import * as v from 'valibot';

const KEYS = [
  'card.close',
  'card.pin',
  'card.unpin',
  'card.factsAbout',
  'card.paragraph',
  'card.paragraphs',
  'card.source',
  'card.background',
  'card.photo',
  'card.denies',
  'card.unknownSource',
  'popup.everywhere',
  'popup.site',
  'popup.onThisPage',
  'popup.off',
  'popup.siteOff',
  'popup.notNews',
  'popup.noMention',
  'popup.unreachable',
  'popup.reading',
  'popup.annotateAnyway',
  'popup.dataset',
  'popup.privacy',
  'reason.news-type',
  'reason.live-blog',
  'reason.news-publisher',
  'reason.article-type',
  'reason.published-time',
  'reason.byline',
  'reason.dated-address',
  'reason.news-sections',
  'reason.headlines',
  'reason.running-text',
  'reason.news-metadata',
  'reason.product',
  'reason.other-type',
  'reason.code',
  'reason.editor',
  'reason.little-text',
  'reason.nothing',
  'toolbar.off',
  'toolbar.siteOff',
  'toolbar.count',
] as const;

export type StringKey = (typeof KEYS)[number];
export type Strings = Readonly<Record<StringKey, string>>;

export const StringsSchema = v.strictObject(
  v.entriesFromList(KEYS, v.pipe(v.string(), v.minLength(1, 'is empty'))),
);

/** A string with its `{name}` places filled; unknown places stay as they are. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}
