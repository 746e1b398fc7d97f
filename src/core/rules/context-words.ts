/** Looks for the words around a name that the rules ask about. */
import { charAt, charBefore, isUnspaced, isWordEdge } from '../characters.ts';
import type { NameContext } from '../compile-names.ts';
import { isLetter, isNumber } from '../letters.ts';
import type { Candidate, Span } from '../model.ts';
import { TITLE_REACH } from './reaches.ts';

export type ContextKind = keyof NameContext[string];

/**
 * The context words of a kind: the text's own language's, or, where that is not
 * known or has no list, those of every language that writes the name so.
 */
export function contextWords(
  contexts: NameContext,
  lang: string | undefined,
  candidate: Pick<Candidate, 'langs'>,
  kind: ContextKind,
): readonly string[] {
  const own = lang && contexts[lang];
  if (own) return own[kind] ?? [];
  return [...new Set(candidate.langs.flatMap((tag) => contexts[tag]?.[kind] ?? []))];
}

/** The nearest place within `reach` of the span where a word begins with one of the lower-case stems. */
export function nearestWord(
  text: string,
  span: Span,
  stems: readonly string[],
  reach: number,
): Span | undefined {
  let nearest: Span | undefined;
  let best = Infinity;
  for (const found of wordsAround(text, span, stems, reach)) {
    const distance = distanceBetween(span, found);
    if (distance < best) {
      best = distance;
      nearest = found;
    }
  }
  return nearest;
}

/** Units between two spans; 0 where they touch or overlap. */
export function distanceBetween(a: Span, b: Span): number {
  return Math.max(0, b.start - a.end, a.start - b.end);
}

/** Distance to the nearest such word, or undefined if there is none within reach. */
export function distanceToWord(
  text: string,
  span: Span,
  stems: readonly string[],
  reach: number,
): number | undefined {
  const nearest = nearestWord(text, span, stems, reach);
  return nearest && distanceBetween(span, nearest);
}

/** What may part a name from a title beside it: a space, a hyphen, a quotation mark. */
function isBeside(between: string): boolean {
  for (const char of between) {
    if (char === "'" || char === '’' || isLetter(char) || isNumber(char)) return false;
  }
  return true;
}

/** Does one of the words, whole, stand directly before the span? */
export function hasWordBefore(text: string, span: Span, words: readonly string[]): boolean {
  return wholeWordsBeside(text, span, words).some(
    ({ end }) => end <= span.start && isBeside(text.slice(end, span.start)),
  );
}

/** Directly behind it? "Kim’s sister" is not: what he has is not what he is. */
export function hasWordBehind(text: string, span: Span, words: readonly string[]): boolean {
  return wholeWordsBeside(text, span, words).some(
    ({ start }) => start >= span.end && isBeside(text.slice(span.end, start)),
  );
}

function wholeWordsBeside(text: string, span: Span, words: readonly string[]): Span[] {
  return [...wordsAround(text, span, words, TITLE_REACH)].filter(({ end }) =>
    isWordEdge(charBefore(text, end), charAt(text, end)),
  );
}

/** All places within `reach` of the span where a word begins with a stem; several stems may hit one word. */
export function* wordsAround(
  text: string,
  span: Span,
  stems: readonly string[],
  reach: number,
): Generator<Span & { readonly stem: string }> {
  const longest = stems.reduce((length, stem) => Math.max(length, stem.length), 0);
  const from = Math.max(0, span.start - reach - longest);
  const window = lowerCase(text.slice(from, span.end + reach + longest));
  for (const stem of stems) {
    const first = charAt(stem, 0);
    for (let at = window.indexOf(stem); at >= 0; at = window.indexOf(stem, at + 1)) {
      if (!isUnspaced(first) && !isWordEdge(charBefore(window, at), first)) continue;
      const found = { start: from + at, end: from + at + stem.length, stem };
      if (distanceBetween(span, found) <= reach) yield found;
    }
  }
}

/** Lower case that keeps every offset: "İ" would otherwise become two units. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/İ/g, 'I').toLowerCase();
}
