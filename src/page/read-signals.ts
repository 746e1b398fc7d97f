/** Reads off a document what speaks for and against its being a news page. */
import type { PageSignals } from '../core/judge-page.ts';
import {
  NEWS_NAME,
  OTHER_ADDRESS,
  OTHER_GENERATOR,
  OTHER_NAME,
  PRESS,
  SECTION,
} from './news-words.ts';

/** Paragraphs shorter than this are labels and teasers, in characters. */
const SHORTEST_PARAGRAPH = 60;
/** JSON-LD beyond this is a product feed or a data dump; its types stand at the front, in characters. */
const LONGEST_JSON_LD = 200_000;

/** Read the signals of a document. Touches no layout. */
export function readSignals(document: Document): PageSignals {
  const metas = [...document.querySelectorAll('meta[property], meta[name]')];
  const metaNames = metas.map((meta) =>
    (meta.getAttribute('property') ?? meta.getAttribute('name') ?? '').toLowerCase(),
  );
  const all = (selector: string): number => document.querySelectorAll(selector).length;
  return {
    schemaTypes: schemaTypes(document),
    ogType: content(metas, 'og:type')?.toLowerCase(),
    metaNames,
    path: document.location?.pathname ?? '',
    hasPublishedTime:
      metaNames.some((name) => DATE_META.test(name)) ||
      all('[itemprop="datePublished"], time[pubdate]') > 0 ||
      hasWrittenDate(document),
    hasByline:
      all('[rel~="author"], [itemprop="author"], [class*="byline" i], [class*="author" i]') > 0,
    timeElements: all('time'),
    articleElements: all('article'),
    linkedHeadings: all('h1 a, h2 a, h3 a, h4 a, a h2, a h3, a h4'),
    paragraphChars: paragraphChars(document),
    codeBlocks: all('pre code, pre.highlight, .highlight pre, table.highlight'),
    editors: all(
      '[role="application"], [contenteditable="true"][role="textbox"], [role="main"] form textarea[name="body"], input[type="email"] ~ textarea',
    ),
    hasPrice:
      all(
        '[itemprop="price"], [itemprop="offers"], [class*="add-to-cart" i], [class*="addtocart" i], form[action*="cart" i]',
      ) > 0 ||
      metaNames.some((name) => name === 'product:price:amount' || name === 'og:price:amount'),
    ...readNames(document, metas),
    ...readLinks(document),
  };
}

function content(metas: readonly Element[], property: string): string | undefined {
  const meta = metas.find(
    (element) => (element.getAttribute('property') ?? element.getAttribute('name')) === property,
  );
  return meta?.getAttribute('content') ?? undefined;
}

/** Meta elements that date a text. */
const DATE_META =
  /^(article:published_time|date|pubdate|publishdate|publish_date|datepublished|dc\.date|dc\.date\.issued|iso-8601-publish-date)$/;
/** Elements that hold a date by their class; the first few are enough. */
const DATED = '[class*="dat" i], [class*="time" i], [class*="publi" i], [id*="time" i]';
const MOST_DATED = 20;
const WRITTEN_DATE = /\b(19|20)\d\d\b.*\d|\d.*\b(19|20)\d\d\b|\d\d?[:.]\d\d/;

/** A date written near the text, where nothing declares it. */
function hasWrittenDate(document: Document): boolean {
  return [...document.querySelectorAll(DATED)].slice(0, MOST_DATED).some((element) => {
    const text = element.textContent?.trim() ?? '';
    return text.length < 60 && WRITTEN_DATE.test(text);
  });
}

/** A title ends in the site's name, its section, or both. */
const TITLE_PARTS = /[|–—_·«»]|\s[-:]\s|\s{2,}/;
const LONGEST_NAME = 40;

/** The title as it is written: `document.title` folds the spaces that part its pieces. */
function titleOf(document: Document): string {
  return (document.querySelector('title')?.textContent ?? '').trim();
}

/** What the site calls itself, behind the title's headline and in its metadata. */
function readNames(
  document: Document,
  metas: readonly Element[],
): { hasNewsName: boolean; hasOtherName: boolean } {
  const { hostname, pathname, search } = document.location ?? {};
  const generator = content(metas, 'generator') ?? '';
  const names = [
    content(metas, 'og:site_name'),
    content(metas, 'application-name'),
    content(metas, 'publisher'),
    content(metas, 'article:publisher'),
    // A front's title is all about the site.
    ...titleOf(document)
      .split(TITLE_PARTS)
      .slice(pathname === '/' ? 0 : 1),
  ].filter((name) => name !== undefined && name.length < LONGEST_NAME);
  return {
    hasNewsName: names.some((name) => NEWS_NAME.test(name ?? '')),
    hasOtherName:
      names.some((name) => OTHER_NAME.test(name ?? '')) ||
      OTHER_GENERATOR.test(generator) ||
      OTHER_ADDRESS.test(`${hostname ?? ''}${pathname ?? ''}${search ?? ''}`) ||
      document.querySelector('[role="feed"], [itemtype*="QAPage"]') !== null,
  };
}

/** Types named in JSON-LD and microdata; broken JSON still shows its types. */
function schemaTypes(document: Document): string[] {
  const types = new Set<string>();
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const json = (script.textContent ?? '').slice(0, LONGEST_JSON_LD);
    // A list of types is short: one that is never closed must not be read to the end from each place.
    for (const match of json.matchAll(/"@type"\s*:\s*(\[[^\]]{0,400}\]|"[^"]{0,200}")/g)) {
      for (const name of (match[1] ?? '').matchAll(/"([^"]+)"/g)) {
        types.add((name[1] ?? '').replace(/^https?:\/\/schema\.org\//, ''));
      }
    }
  }
  for (const element of document.querySelectorAll('[itemtype*="schema.org/"]')) {
    const type = /schema\.org\/(\w+)/.exec(element.getAttribute('itemtype') ?? '')?.[1];
    if (type) types.add(type);
  }
  return [...types];
}

function paragraphChars(document: Document): number {
  let chars = 0;
  for (const paragraph of document.getElementsByTagName('p')) {
    const text = paragraph.textContent?.trim() ?? '';
    const length = DENSE.test(text) ? text.length * 2 : text.length;
    if (length >= SHORTEST_PARAGRAPH) chars += length;
  }
  return chars;
}

/** Links of a page beyond these are its archive, in number. */
const MOST_LINKS = 1500;
/** Shorter links are labels, in characters; a Han or Hangul character says about twice as much. */
const HEADLINE_CHARS = 28;
const LONGEST_LABEL = 24;
const DENSE = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

function readLinks(
  document: Document,
): Pick<PageSignals, 'headlineLinks' | 'newsSections' | 'pressLinks'> {
  const sections = new Set<string>();
  const press = new Set<string>();
  let headlineLinks = 0;
  for (const link of [...document.links].slice(0, MOST_LINKS)) {
    const label = (link.textContent ?? '').trim();
    if (label.length >= (DENSE.test(label) ? HEADLINE_CHARS / 2 : HEADLINE_CHARS)) headlineLinks++;
    else if (label.length >= LONGEST_LABEL) continue;
    else if (SECTION.test(label)) sections.add(label.toLowerCase());
    else if (PRESS.test(label)) press.add(label.toLowerCase());
  }
  return { headlineLinks, newsSections: sections.size, pressLinks: press.size };
}
