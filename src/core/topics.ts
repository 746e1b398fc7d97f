/**
 * Which topics a text speaks of, by the words a language has for them.
 *
 * A pattern is a word or a phrase, case ignored; `*` stands for any ending or
 * any beginning of a word. Scripts without spaces between words are searched for
 * the letters as they stand. Texts are cut into words once and the words looked
 * up: an expression a pattern took a second to prepare for one language.
 */

/** Topic id → its patterns in one language. */
export type TopicWords = Readonly<Record<string, readonly string[]>>;

/** How many different patterns of each topic stand in the text; topics without one are left out. */
export type TopicFinder = (text: string) => ReadonlyMap<string, number>;

/** A word of a spaced script, or what parts it from the one before. */
interface Token {
  readonly word: string;
  /** What stands between it and the word before, in one spelling. */
  readonly gap: string;
}

interface Pattern {
  readonly topic: string;
  readonly tokens: readonly Token[];
}

const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}ー`;
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'v');
/** Letters of an unspaced script beside a word of another are the word's edge. */
const WORD = new RegExp(String.raw`[[\p{L}\p{M}\p{N}*]--[${UNSPACED}]]+`, 'gv');
/** Patterns are looked up by so many first letters. */
const KEY_LENGTH = 2;
/** The page's text is asked about again at every card: so many answers are kept. */
const MOST_KEPT = 8;

/** Prepare a language's words once; the finder never throws on any text. */
export function createTopicFinder(words: TopicWords): TopicFinder {
  const letters: { topic: string; text: string }[] = [];
  const byStart = new Map<string, Pattern[]>();
  const anywhere: Pattern[] = [];
  for (const [topic, patterns] of Object.entries(words)) {
    for (const source of new Set(patterns)) {
      if (HAS_UNSPACED.test(source)) {
        letters.push({ topic, text: normal(source).replaceAll('*', '') });
        continue;
      }
      const pattern = { topic, tokens: tokensOf(normal(source)) };
      const key = (pattern.tokens[0]?.word ?? '').slice(0, KEY_LENGTH);
      // Open at the front, or too short to tell its beginning.
      if (key.includes('*')) anywhere.push(pattern);
      else byStart.set(key, [...(byStart.get(key) ?? []), pattern]);
    }
  }
  const kept = new Map<string, ReadonlyMap<string, number>>();

  const find = (text: string): ReadonlyMap<string, number> => {
    const plain = normal(text);
    const tokens = tokensOf(plain);
    const hits = new Set<Pattern>();
    tokens.forEach(({ word }, at) => {
      for (const pattern of byStart.get(word.slice(0, KEY_LENGTH)) ?? []) {
        if (!hits.has(pattern) && matchesAt(pattern, tokens, at)) hits.add(pattern);
      }
      for (const pattern of anywhere) {
        if (!hits.has(pattern) && matchesAt(pattern, tokens, at)) hits.add(pattern);
      }
    });
    const found = new Map<string, number>();
    const count = (topic: string): unknown => found.set(topic, (found.get(topic) ?? 0) + 1);
    for (const { topic } of hits) count(topic);
    for (const { topic, text: part } of letters) if (plain.includes(part)) count(topic);
    return found;
  };

  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const found = find(text);
    kept.set(text, found);
    return found;
  };
}

/** One spelling for what is written in several ways. */
function normal(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ');
}

function tokensOf(plain: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    tokens.push({ word, gap: plain.slice(end, index) });
    end = index + word.length;
  }
  return tokens;
}

function matchesAt({ tokens }: Pattern, text: readonly Token[], at: number): boolean {
  return tokens.every(({ word, gap }, offset) => {
    const token = text[at + offset];
    return token !== undefined && (offset === 0 || token.gap === gap) && fits(word, token.word);
  });
}

function fits(pattern: string, word: string): boolean {
  const isOpenBefore = pattern.startsWith('*');
  const isOpenAfter = pattern.endsWith('*');
  if (!isOpenBefore && !isOpenAfter) return word === pattern;
  const core = pattern.slice(isOpenBefore ? 1 : 0, isOpenAfter ? -1 : undefined);
  if (isOpenBefore && isOpenAfter) return word.includes(core);
  return isOpenBefore ? word.endsWith(core) : word.startsWith(core);
}
