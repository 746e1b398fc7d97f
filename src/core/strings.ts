/**
 * The interface's words: one file a language in `data/interface/`, all with the
 * same keys. A string that counts something has a form for each plural category
 * of its language (CLDR's, as `Intl.PluralRules` knows them).
 */

import { intlLocale } from './intl-locale.ts';

export const PLAIN_KEYS = [
  'card.close',
  'card.pin',
  'card.unpin',
  'card.factsAbout',
  'card.paragraph',
  'card.paragraphs',
  'card.source',
  'card.background',
  'card.unknownSource',
  'card.shown',
  'card.showAll',
  'card.showFewer',
  'card.language',
  'card.languageAutomatic',
  'card.original',
  'card.showOriginal',
  'card.hideOriginal',
  'card.qualified',
  'card.more',
  'card.hideEntity',
  'card.hideSite',
  'card.report',
  'card.reportExplained',
  'card.reportOpen',
  'card.cancel',
  'card.library',
  'card.sheetHandle',
  'card.position',
  'command.toggle',
  'command.next',
  'command.previous',
  'command.open',
  'options.title',
  'options.where',
  'options.whereNews',
  'options.whereNewsHelp',
  'options.whereAll',
  'options.whereAllHelp',
  'options.whereListed',
  'options.language',
  'options.languageAutomatic',
  'options.languageHelp',
  'options.delay',
  'options.delayUsual',
  'options.pinByClick',
  'options.pinByClickHelp',
  'options.marking',
  'options.highlight',
  'options.highlightHelp',
  'options.marks',
  'options.marksHelp',
  'options.sites',
  'options.sitesNone',
  'options.siteOn',
  'options.siteOff',
  'options.siteAutomatic',
  'options.siteAdd',
  'options.siteAddHelp',
  'options.siteWhat',
  'options.add',
  'options.bad.empty',
  'options.bad.scheme',
  'options.bad.host',
  'options.bad.port',
  'options.bad.star',
  'options.bad.query',
  'options.bad.long',
  'options.forget',
  'options.saved',
  'options.unsaved',
  'options.about',
  'options.thirdParty',
  'options.entities',
  'options.look',
  'options.sample',
  'options.strength',
  'options.strengthFirst',
  'options.strengthAll',
  'options.card',
  'options.ground',
  'options.groundNone',
  'options.groundLight',
  'options.groundStrong',
  'options.shortcuts',
  'options.shortcutsHelp',
  'options.shortcutNone',
  'library.search',
  'library.inAll',
  'library.language',
  'library.second',
  'library.secondNone',
  'library.filters',
  'library.about',
  'library.claimant',
  'library.kind',
  'library.topic',
  'library.remove',
  'library.clear',
  'library.none',
  'library.deniedBy',
  'library.denies',
  'library.limits',
  'library.companion',
  'library.cite',
  'library.plainText',
  'library.copyAs',
  'library.copied',
  'library.copyFailed',
  'library.overview',
  'library.overviewHelp',
  'library.asTable',
  'library.paragraph',
  'options.shortcutsChange',
  'options.data',
  'options.sync',
  'options.syncHelp',
  'options.syncFull',
  'options.syncAbsent',
  'options.export',
  'options.import',
  'options.imported',
  'options.importKept',
  'options.importBad.not-json',
  'options.importBad.not-ours',
  'options.importBad.newer',
  'options.importBad.field',
  'options.reset',
  'options.resetAsk',
  'options.resetConfirm',
  'options.resetDone',
  'page.library',
  'page.welcome',
  'page.pages',
  'page.labelled',
  'popup.everywhere',
  'popup.site',
  'popup.onThisPage',
  'popup.off',
  'popup.siteOff',
  'popup.notListed',
  'popup.notNews',
  'popup.noMention',
  'popup.allHidden',
  'popup.browserPage',
  'popup.noPermission',
  'popup.grant',
  'popup.unreachable',
  'popup.reading',
  'popup.annotateAnyway',
  'popup.privacy',
  'popup.options',
  'popup.mentions',
  'popup.next',
  'popup.previous',
  'reason.news-type',
  'reason.live-blog',
  'reason.news-publisher',
  'reason.news-name',
  'reason.article-type',
  'reason.published-time',
  'reason.byline',
  'reason.dated-address',
  'reason.news-sections',
  'reason.press-links',
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
  'toolbar.nothing',
  'toolbar.notNews',
  'toolbar.count',
  'welcome.title',
  'welcome.lead',
  'welcome.quiet',
  'welcome.try',
  'welcome.sample',
  'welcome.sampleMore',
  'welcome.pointer',
  'welcome.pointerHelp',
  'welcome.touch',
  'welcome.touchHelp',
  'welcome.keys',
  'welcome.access',
  'welcome.accessWhy',
  'welcome.accessGiven',
  'welcome.accessMissing',
  'welcome.accessGrant',
  'welcome.promise',
  'welcome.promiseText',
  'panel.open',
  'panel.nothing',
  'panel.notFound',
  'panel.choose',
  'menu.facts',
  'menu.siteOn',
  'menu.siteEither',
  'news.title',
  'news.unseen',
  'news.panel',
  'news.menu',
  'news.keys',
  'manifest.description',
] as const;
export const PLURAL_KEYS = ['card.opened', 'library.count', 'popup.dataset'] as const;

export type StringKey = (typeof PLAIN_KEYS)[number];
export type PluralKey = (typeof PLURAL_KEYS)[number];
export type PluralForms = Readonly<Record<string, string>>;
export type Strings = Readonly<Record<StringKey, string> & Record<PluralKey, PluralForms>>;

/** What the context menu says in the words of a card, the panel or a page. */
const SHARED_WITH_MENU = ['card.hideSite', 'panel.open', 'page.library', 'popup.options'] as const;
/** What the popup says in the words of the options, the panel and other pages. */
const SHARED_WITH_POPUP = [
  'card.position',
  'options.entities',
  'options.shortcuts',
  'options.siteAutomatic',
  'options.siteOff',
  'options.siteOn',
  'options.unsaved',
  'page.library',
  'panel.open',
  'news.unseen',
] as const;

type Own<Part extends string> = Extract<StringKey | PluralKey, `${Part}.${string}`>;

/** The strings that the background shows itself: the others never reach it. */
export type BackgroundStrings = Pick<
  Strings,
  Own<'toolbar' | 'menu'> | (typeof SHARED_WITH_MENU)[number]
>;
/** The strings of the popup, which opens in front of a reader who waits for it. */
export type PopupStrings = Pick<
  Strings,
  Own<'popup' | 'reason'> | (typeof SHARED_WITH_POPUP)[number]
>;

/** The background's, of all strings of a language. */
export function stringsOfBackground(strings: Strings): BackgroundStrings {
  return some(strings, /^(toolbar|menu)\./, SHARED_WITH_MENU) as BackgroundStrings;
}

/** The popup's, of all strings of a language. */
export function stringsOfPopup(strings: Strings): PopupStrings {
  return some(strings, /^(popup|reason)\./, SHARED_WITH_POPUP) as PopupStrings;
}

function some(strings: Strings, own: RegExp, shared: readonly string[]): Partial<Strings> {
  const entries = Object.entries(strings);
  return Object.fromEntries(entries.filter(([key]) => own.test(key) || shared.includes(key)));
}

/** A string with its `{name}` places filled; unknown places stay as they are. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

/** Hebrew and Arabic letters: text that runs from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/**
 * The text with a site, or a pattern of sites, in the place of `{site}`. Within Arabic it is set
 * apart (U+2066 to U+2069): the star of `*.news.example` would else stand at its other end.
 */
export function fillSite(text: string, site: string): string {
  return fill(text, { site: RIGHT_TO_LEFT.test(text) ? `\u2066${site}\u2069` : site });
}

/** The form for so many of something, its places filled, `{count}` in the language's own figures. */
export function fillCounted(
  forms: PluralForms,
  count: number,
  lang: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = forms[new Intl.PluralRules(intlLocale(lang)).select(count)] ?? forms.other ?? '';
  return fill(form, { ...values, count: new Intl.NumberFormat(intlLocale(lang)).format(count) });
}

/** Where a walk through the mentions is, in the language's own figures: "Putin, 3 of 17". */
export function positionInWords(
  strings: Pick<Strings, 'card.position'>,
  name: string,
  { n, count }: { readonly n: number; readonly count: number },
  lang: string,
): string {
  const figures = new Intl.NumberFormat(intlLocale(lang));
  return fill(strings['card.position'], {
    name,
    n: figures.format(n),
    count: figures.format(count),
  });
}
