/**
 * Is this a news page? Signals in, a verdict with its reasons out.
 *
 * No list of sites is kept: a weight says how much each kind of evidence moves
 * the balance, and the page is news from NEWS_THRESHOLD on. Weights were set by
 * reading what real pages declare. All that a blog has too (og:type "article", a
 * date, a byline, running text) adds up to less than the threshold; what only
 * news sites have (schema.org's news types, a menu of news sections, a name
 * like a newspaper's) lifts a page over it; what calls itself blog, shop, wiki or
 * search, or is a place to write in, does not get there.
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
  /** The site calls itself a newspaper, news agency or the like. */
  readonly hasNewsName: boolean;
  /** The site, its software or its address says blog, forum, wiki, documentation, shop, search. */
  readonly hasOtherName: boolean;
  /** Sections whose addresses or labels are those of news (politics, world, sports …). */
  readonly newsSections: number;
  /** Menu links of a publication that is sold and edited: subscriptions, e-paper, newsroom. */
  readonly pressLinks: number;
}

export const NEWS_REASONS = [
  'news-type',
  'live-blog',
  'news-publisher',
  'news-name',
  'article-type',
  'published-time',
  'byline',
  'dated-address',
  'news-sections',
  'press-links',
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

/** NewsArticle and its kinds: ReportageNewsArticle, OpinionNewsArticle … */
const NEWS_TYPES = /NewsArticle$/;
const LIVE_TYPES = /^LiveBlogPosting$/;
const PUBLISHER_TYPES = /^(NewsMediaOrganization|Newspaper)$/;
const ARTICLE_TYPES = /^(Article|Report|VideoObject)$/;
const OTHER_TYPES =
  /^(Product|Offer|AggregateOffer|Recipe|SoftwareApplication|SoftwareSourceCode|TechArticle|APIReference|QAPage|Question|DiscussionForumPosting|JobPosting|Book|Movie|LocalBusiness|Hotel|Restaurant|Course|FAQPage|BlogPosting|Blog|ScholarlyArticle|MedicalWebPage|SearchResultsPage|ProfilePage|Event|HowTo)$/;
const NEWS_META =
  /^(news_keywords|article:(opinion|content_tier)|og:article:content_tier|parsely-.*|cxenseparse:.*|sailthru\..*|syndication-source|original-source)$/;
/** Sections and the word "news" in an address, by their beginnings. */
const NEWS_PATH =
  /\/(?:news(?!l)|world|politi|international|internacional|mundo|monde|nyhe[tn]|verden|(?:in|ut)(?:n?[ae]n)?rik|(?:aus|in)land|novosti|actu|notici|wiadomosc|swiat|haber|dunya|meldung|nachricht|uutis|frettir|clanek|zpravy|hirek|tin-tuc|econom|ekonom|sport)/i;

/** How much each kind of evidence moves the balance. */
const WEIGHTS: Readonly<Record<NewsReason, number>> = {
  'news-type': 4,
  'live-blog': 4,
  'news-publisher': 2.5,
  'news-name': 1.5,
  'article-type': 1,
  'published-time': 1,
  byline: 0.75,
  'dated-address': 1,
  'news-sections': 2.5,
  'press-links': 1.5,
  headlines: 1.5,
  'running-text': 0.75,
  'news-metadata': 1.5,
  product: -4,
  'other-type': -3.5,
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
  when(signals.hasNewsName, 'news-name');
  when(!isNewsType && (has(ARTICLE_TYPES) || signals.ogType === 'article'), 'article-type');
  when(signals.hasPublishedTime || signals.timeElements > 0, 'published-time');
  when(signals.hasByline, 'byline');
  when(NEWS_PATH.test(path), 'dated-address');
  when(signals.newsSections >= 3, 'news-sections');
  when(signals.pressLinks >= 2, 'press-links');
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
  when((has(OTHER_TYPES) || signals.hasOtherName) && !isNewsType && !has(LIVE_TYPES), 'other-type');
  when(signals.codeBlocks >= 3, 'code');
  when(signals.editors > 0 && !isNewsType, 'editor');
  when(
    signals.paragraphChars < LITTLE_CHARS && signals.linkedHeadings < FRONT_HEADINGS,
    'little-text',
  );
  return reasons;
}
