/**
 * Is this a news page? Signals in, a verdict with its reasons out.
 *
 * No signal decides alone and no list of sites is kept: a weight says how much
 * each kind of evidence moves the balance, and the page is news above
 * NEWS_THRESHOLD. Weights were set by reading what real pages declare: og:type
 * "article" stands on blogs and specifications too, so it is weak; schema.org's
 * news types are strong; a shop's product or a form to write mail in speaks
 * against.
 */

/** What was read off a page; counts are of elements. */
export interface PageSignals {
  /** schema.org types declared in JSON-LD or microdata. */
  readonly schemaTypes: readonly string[];
  readonly ogType: string | undefined;
  /** Names of meta elements, lower case ("article:published_time", "news_keywords"). */
  readonly metaNames: readonly string[];
  /** The address's path, without host and query. */
  readonly path: string;
  readonly hasPublishedTime: boolean;
  readonly hasByline: boolean;
  readonly timeElements: number;
  readonly articleElements: number;
  /** Headings that hold or stand in a link. */
  readonly linkedHeadings: number;
  /** Links as long as a headline. */
  readonly headlineLinks: number;
  /** Characters in paragraphs long enough to be running text. */
  readonly paragraphChars: number;
  readonly codeBlocks: number;
  /** Places to write in: editable regions, large text fields, application roles. */
  readonly editors: number;
  readonly hasPrice: boolean;
  /** Sections whose addresses or labels are those of news (politics, world, sports …). */
  readonly newsSections: number;
}

export const NEWS_REASONS = [
  'news-type',
  'live-blog',
  'news-publisher',
  'article-type',
  'published-time',
  'byline',
  'dated-address',
  'news-sections',
  'headlines',
  'running-text',
  'news-metadata',
  'product',
  'other-type',
  'code',
  'editor',
  'little-text',
] as const;
export type NewsReason = (typeof NEWS_REASONS)[number];

export interface PageVerdict {
  readonly isNews: boolean;
  readonly score: number;
  /** What spoke for and against, strongest first. */
  readonly reasons: readonly NewsReason[];
}

export const NEWS_THRESHOLD = 4;

const NEWS_TYPES =
  /^(NewsArticle|ReportageNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|OpinionNewsArticle|ReviewNewsArticle|AskPublicNewsArticle)$/;
const LIVE_TYPES = /^LiveBlogPosting$/;
const PUBLISHER_TYPES = /^(NewsMediaOrganization|Newspaper)$/;
const ARTICLE_TYPES = /^(Article|Report|VideoObject)$/;
const OTHER_TYPES =
  /^(Product|Offer|AggregateOffer|Recipe|SoftwareApplication|SoftwareSourceCode|TechArticle|APIReference|QAPage|Question|DiscussionForumPosting|JobPosting|Book|Movie|LocalBusiness|Hotel|Restaurant|Course|FAQPage|BlogPosting|Blog|ScholarlyArticle|MedicalWebPage|SearchResultsPage|ProfilePage|Event|HowTo)$/;
const NEWS_META =
  /^(news_keywords|article:(published_time|section|opinion|content_tier)|parsely-.*|cxenseparse:.*|sailthru\..*|syndication-source|original-source|cre|dc\.date\.issued)$/;
const DATED_PATH =
  /\/(19|20)\d\d[/-]?(0[1-9]|1[0-2])([/-]?[0-3]\d)?(\/|-|_|\.|$)|\/(19|20)\d\d\/[a-z]{3}\/\d\d\//;
const NEWS_PATH =
  /\/(news|world|politics|politik|ausland|inland|international|internacional|mundo|monde|nyheter|nyhet|verden|utenriks|novosti|news_?room|actualite|actualites|noticias|wiadomosci|swiat|haberler|dunya|article|articles|artikel|story|politica|economia|sport|sports)(\/|$|-)/i;

/** How much each kind of evidence moves the balance. */
const WEIGHTS: Readonly<Record<NewsReason, number>> = {
  'news-type': 4,
  'live-blog': 4,
  'news-publisher': 2.5,
  'article-type': 1,
  'published-time': 1,
  byline: 0.75,
  'dated-address': 1,
  'news-sections': 2,
  headlines: 2,
  'running-text': 0.75,
  'news-metadata': 1.5,
  product: -4,
  'other-type': -2.5,
  code: -2.5,
  editor: -4,
  'little-text': -1.5,
};

/** Running text of at least this length is an article's; shorter is a teaser, in characters. */
const ARTICLE_CHARS = 900;
const LITTLE_CHARS = 250;
/** A front page holds at least this many linked headings. */
const FRONT_HEADINGS = 12;
/** Where headlines are not headings, a front page holds at least this many links of their length. */
const FRONT_LINKS = 40;

/** Judge a page by its signals. */
export function judgePage(signals: PageSignals): PageVerdict {
  const reasons = reasonsFor(signals);
  const score = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
  return {
    isNews: score >= NEWS_THRESHOLD,
    score,
    reasons: reasons.sort((a, b) => Math.abs(WEIGHTS[b]) - Math.abs(WEIGHTS[a])),
  };
}

function reasonsFor(signals: PageSignals): NewsReason[] {
  const { schemaTypes, metaNames, path } = signals;
  const has = (types: RegExp): boolean => schemaTypes.some((type) => types.test(type));
  const isNewsType = has(NEWS_TYPES);
  const reasons: NewsReason[] = [];
  const when = (holds: boolean, reason: NewsReason): void => {
    if (holds) reasons.push(reason);
  };
  when(isNewsType, 'news-type');
  when(has(LIVE_TYPES), 'live-blog');
  when(has(PUBLISHER_TYPES), 'news-publisher');
  when(!isNewsType && (has(ARTICLE_TYPES) || signals.ogType === 'article'), 'article-type');
  when(signals.hasPublishedTime || signals.timeElements > 0, 'published-time');
  when(signals.hasByline, 'byline');
  when(DATED_PATH.test(path) || NEWS_PATH.test(path), 'dated-address');
  when(signals.newsSections >= 3, 'news-sections');
  when(
    signals.linkedHeadings >= FRONT_HEADINGS ||
      signals.articleElements >= FRONT_HEADINGS ||
      signals.headlineLinks >= FRONT_LINKS,
    'headlines',
  );
  when(signals.paragraphChars >= ARTICLE_CHARS, 'running-text');
  when(
    metaNames.some((name) => NEWS_META.test(name)),
    'news-metadata',
  );
  when(signals.hasPrice && !isNewsType, 'product');
  when(has(OTHER_TYPES) && !isNewsType && !has(LIVE_TYPES), 'other-type');
  when(signals.codeBlocks >= 3, 'code');
  when(signals.editors > 0 && !isNewsType, 'editor');
  when(
    signals.paragraphChars < LITTLE_CHARS && signals.linkedHeadings < FRONT_HEADINGS,
    'little-text',
  );
  return reasons;
}
