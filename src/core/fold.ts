/**
 * Text as the matcher reads it, with the way back to the original offsets.
 *
 * Most text needs no folding and is handed through untouched. What is folded:
 * characters that show nothing (soft hyphens, zero-width spaces, direction
 * marks), Arabic vowel signs and tatweel are dropped; letters that were written
 * as base + mark are composed (й, é, decomposed Hangul); letters with two
 * spellings get the one of Unicode's form C.
 */
import type { Span } from './model.ts';

export interface FoldedText {
  readonly text: string;
  /** For each folded unit, the original units it stands for; none if nothing was folded. */
  readonly origins: readonly Span[] | undefined;
}

// Soft hyphen, Arabic letter mark, Mongolian separator, zero-width and bidi
// controls, word joiner and isolates, BOM, variation selectors, Hebrew points, tatweel, harakat.
const DROPPED =
  '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\ufe00-\\ufe0f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0640\\u064b-\\u0652\\u0670';
// Marks that Latin, Cyrillic, Greek and Kana letters are decomposed with, and loose jamo.
const MARKS = '\\u0300-\\u036f\\u3099\\u309a';
const JAMO = '\\u1100-\\u11ff';
// Letters that Unicode composes but its form C takes apart again (Bengali য়), the
// Turkish capital İ, whose lower case is two units, and letters that are there twice: the
// Kelvin sign's kin, and the 金 that Korean keyboards write for "Kim" (U+F90A).
const REWRITTEN =
  '\\u0130\\u0929\\u0931\\u0934\\u0958-\\u095f\\u09dc\\u09dd\\u09df\\u2126\\u212a\\u212b\\uf900-\\ufaff';
/** What needs folding, as the inside of a class of an expression. */
export const FOLDED_AWAY = `${DROPPED}${MARKS}${JAMO}${REWRITTEN}`;
export const NEEDS_FOLDING = new RegExp(`[${FOLDED_AWAY}]`);
/** Is the first unit a mark or a piece of a syllable, of one that may have begun before? */
export const BEGINS_FOLDED = new RegExp(`^[${MARKS}${JAMO}]`);
const PIECE = new RegExp(
  `[${DROPPED}]+|[${JAMO}]+|[${REWRITTEN}]|[^${DROPPED}${MARKS}${JAMO}]?[${MARKS}]+`,
  'g',
);
const IS_DROPPED = new RegExp(`^[${DROPPED}]`);

/** Fold a text. Never throws, lone surrogates included. Linear in the text's length. */
export function fold(text: string): FoldedText {
  if (!NEEDS_FOLDING.test(text)) return { text, origins: undefined };
  const origins: Span[] = [];
  const parts: string[] = [];
  let done = 0;
  const keep = (end: number): void => {
    if (end > done) parts.push(text.slice(done, end));
    for (; done < end; done++) origins.push({ start: done, end: done + 1 });
  };
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const end = match.index + piece.length;
    keep(match.index);
    done = end;
    if (IS_DROPPED.test(piece)) continue;
    const composed = piece.normalize('NFC').replaceAll('İ', 'I');
    parts.push(composed);
    const origin = { start: match.index, end };
    for (let unit = 0; unit < composed.length; unit++) origins.push(origin);
  }
  keep(text.length);
  return { text: parts.join(''), origins };
}

/** The span of the original text behind a span of the folded one. */
export function unfold(folded: FoldedText, span: Span): Span {
  const { origins } = folded;
  if (!origins) return span;
  const start = origins[span.start]?.start ?? 0;
  return { start, end: span.end > span.start ? (origins[span.end - 1]?.end ?? start) : start };
}
