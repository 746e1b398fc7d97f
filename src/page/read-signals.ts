/** Reads off a document what speaks for and against its being a news page. */
import type { PageSignals } from '../core/judge-page.ts';

/** Paragraphs shorter than this are labels and teasers, in characters. */
const SHORTEST_PARAGRAPH = 60;
/** JSON-LD beyond this is a product feed or a data dump; its types stand at the front, in characters. */
const LONGEST_JSON_LD = 200_000;

// Words in menu links that news sites have in common, across languages.
const SECTION =
  /^(news|world|politics|business|economy|opinion|sports?|culture|breaking|elections?|nyheter|verden|utenriks|innenriks|meninger|økonomi|kultur|politik|wirtschaft|panorama|feuilleton|ausland|inland|meinung|monde|politique|économie|société|mundo|política|economía|economia|opinión|deportes|cultura|politica|esteri|cronaca|сегодня|мир|политика|экономика|общество|спорт|культура|світ|політика|економіка|świat|kraj|polityka|gospodarka|opinie|국제|정치|경제|사회|스포츠|문화|オピニオン|国際|政治|経済|社会|スポーツ|国际|國際|财经|財經|体育|體育|要闻|要聞|时政|军事|娱乐|科技|评论|社會|오피니언|연예|thế giới|thời sự|kinh tế|dünya|siyaset|ekonomi|spor|utrikes|inrikes|sport|världen|ekonomi)$/i;

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
      metaNames.includes('article:published_time') ||
      all('[itemprop="datePublished"], time[pubdate]') > 0,
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
      all('[itemprop="price"], [itemprop="offers"]') > 0 ||
      metaNames.some((name) => name === 'product:price:amount' || name === 'og:price:amount'),
    ...readLinks(document),
  };
}

function content(metas: readonly Element[], property: string): string | undefined {
  const meta = metas.find(
    (element) => (element.getAttribute('property') ?? element.getAttribute('name')) === property,
  );
  return meta?.getAttribute('content') ?? undefined;
}

/** Types named in JSON-LD and microdata; broken JSON still shows its types. */
function schemaTypes(document: Document): string[] {
  const types = new Set<string>();
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const json = (script.textContent ?? '').slice(0, LONGEST_JSON_LD);
    for (const match of json.matchAll(/"@type"\s*:\s*(\[[^\]]*\]|"[^"]*")/g)) {
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
    const length = paragraph.textContent?.trim().length ?? 0;
    if (length >= SHORTEST_PARAGRAPH) chars += length;
  }
  return chars;
}

/** Links of a page beyond these are its archive, in number. */
const MOST_LINKS = 1500;
/** Shorter links are labels, in characters; a Han or Hangul character says about twice as much. */
const HEADLINE_CHARS = 28;
const DENSE = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

function readLinks(document: Document): { headlineLinks: number; newsSections: number } {
  const sections = new Set<string>();
  let headlineLinks = 0;
  for (const link of [...document.links].slice(0, MOST_LINKS)) {
    const label = (link.textContent ?? '').trim();
    if (label.length >= (DENSE.test(label) ? HEADLINE_CHARS / 2 : HEADLINE_CHARS)) headlineLinks++;
    else if (label.length < 20 && SECTION.test(label)) sections.add(label.toLowerCase());
  }
  return { headlineLinks, newsSections: sections.size };
}
