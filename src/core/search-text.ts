/**
 * Words searched as a reader types them: case, accents, vowel signs and the
 * shape of quotes and dashes do not count, and every hit leads back to the
 * letters it was found in.
 *
 * Hangul is compared by its jamo, so that a syllable half typed ("푸티") already
 * finds the whole one ("푸틴"). й, ї and voiced kana stay what they are: in their
 * languages they are letters of their own and no accented и, і or か.
 */
import type { Span } from './model.ts';

export interface SearchableText {
  readonly text: string;
  /** For each unit of `text`, the original units it stands for. */
  readonly origins: readonly Span[];
}

/** A letter with the marks on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;
const OWN_LETTERS = /^[йї]$/u;
/** Accents of Latin, Greek and Cyrillic, Arabic vowel signs and hamzas, tatweel, what shows nothing. */
const NOT_COUNTED = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\p{Cf}]/gu;
/** What Unicode takes for a letter of its own, and readers for an accented one. */
const LIKE: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};
const HAS_LIKE = new RegExp(`[${Object.keys(LIKE).join('')}]`, 'gu');

/** The text as it is searched. Never throws, lone surrogates included. */
export function searchable(text: string): SearchableText {
  const parts: string[] = [];
  const origins: Span[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const letters = foldCluster(cluster);
    const origin = { start: index, end: index + cluster.length };
    parts.push(letters);
    for (let unit = 0; unit < letters.length; unit++) origins.push(origin);
  }
  return { text: parts.join(''), origins };
}

/** Texts are made of the same few letters: folded once each, twelve languages took 160 ms without. */
const folded = new Map<string, string>();
/** More than any of our languages has of letters and signs in use. */
const MOST_KEPT = 4096;

function foldCluster(cluster: string): string {
  const known = folded.get(cluster);
  if (known !== undefined) return known;
  if (folded.size >= MOST_KEPT) folded.clear();
  const made = foldOnce(cluster);
  folded.set(cluster, made);
  return made;
}

function foldOnce(cluster: string): string {
  const lower = cluster.normalize('NFC').toLowerCase();
  if (OWN_LETTERS.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(NOT_COUNTED, '')
    .replace(HAS_LIKE, (letter) => LIKE[letter] ?? letter);
}

/** The words of a query, as they are searched; all of them are required. */
export function wordsOf(query: string): string[] {
  return [...new Set(searchable(query).text.split(/\s+/))].filter((word) => word !== '');
}

/** Does the text hold every word? An empty query is in every text. */
export function holdsAll({ text }: SearchableText, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Where the words stand in the original text: in order, apart from each other. An empty word stands nowhere. */
export function placesOf({ text, origins }: SearchableText, words: readonly string[]): Span[] {
  const found: Span[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const start = origins[at]?.start;
      const end = origins[at + word.length - 1]?.end;
      if (start !== undefined && end !== undefined) found.push({ start, end });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Span[] = [];
  for (const span of found) {
    const last = apart.at(-1);
    if (!last || span.start > last.end) apart.push(span);
    else if (span.end > last.end) apart[apart.length - 1] = { start: last.start, end: span.end };
  }
  return apart;
}
