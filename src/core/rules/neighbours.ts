/** The words directly beside a name, and the sentence it stands in. */
import { charAt, charBefore, isCapital, isWordChar } from '../characters.ts';
import { isLetter, isWordSign } from '../letters.ts';
import type { Span } from '../model.ts';
import { SENTENCE_REACH } from './reaches.ts';
import { sentenceEnds } from './sentence-ends.ts';

/** "Prof." with its full stop, in units. */
const LONGEST_ABBREVIATION = 5;

export interface WordBefore {
  readonly word: string;
  /** It opens a sentence or a quotation, where every word has its capital. */
  readonly opensSentence: boolean;
}

/** The word before an offset, joined to it by one space. */
export function wordBefore(text: string, start: number): WordBefore | undefined {
  if (!/[ \u00a0]/.test(charBefore(text, start))) return undefined;
  const end = start - 1;
  let from = end;
  const isShortened = charBefore(text, from) === '.';
  if (isShortened) from--;
  while (from > 0 && (isWordChar(charBefore(text, from)) || charBefore(text, from) === '-')) from--;
  const word = text.slice(from, end);
  // "Mr." belongs to the name, the last word of a sentence does not.
  if (isShortened && word.length > LONGEST_ABBREVIATION) return undefined;
  return hasLetters(word, 1) ? { word, opensSentence: opensSentence(text, from) } : undefined;
}

/** Does a sentence, a quotation or a list item begin here? */
export function opensSentence(text: string, start: number): boolean {
  const lead = text.slice(Math.max(0, start - 4), start);
  return lead.trim() === '' || /[.!?:;…。！？"“”„«»‘|•–—(¡¿]\s*$/u.test(lead);
}

/** The word after an offset, joined to it by one space or hyphen. */
export function wordAfter(text: string, end: number): string | undefined {
  if (!' \u00a0-\u2010\u2011'.includes(charAt(text, end) || 'x')) return undefined;
  const to = Math.min(text.length, end + LONGEST_WORD);
  if (!isLetter(charAt(text, end + 1))) return undefined;
  let at = end + 1;
  while (at < to) {
    const char = charAt(text, at);
    if (!"'’-\u2010\u2011".includes(char) && !isLetterOrMark(char)) break;
    at += char.length;
  }
  return text.slice(end + 1, at);
}

function isLetterOrMark(char: string): boolean {
  return isLetter(char) || (char.charCodeAt(0) >= FIRST_MARK && isWordSign(char));
}

/** Combining marks begin here. */
const FIRST_MARK = 0x300;
/** Words are read no further, the sign that joins them included, in units. */
const LONGEST_WORD = 40;

/** Does the text hold so many letters in a row? */
export function hasLetters(text: string, count: number): boolean {
  let run = 0;
  for (const char of text) {
    run = isLetter(char) ? run + 1 : 0;
    if (run >= count) return true;
  }
  return false;
}

export function beginsWithCapital(word: string): boolean {
  return isCapital(word.charAt(0));
}

/** Does nearly every longer word of the text begin with a capital, as in an English headline? */
export function isTitleCased(text: string): boolean {
  let words = 0;
  let capitals = 0;
  let first = '';
  let run = 0;
  for (const char of `${text.slice(0, 200)} `) {
    if (isLetter(char)) {
      if (run++ === 0) first = char;
      continue;
    }
    if (run >= 4) {
      words++;
      if (beginsWithCapital(first)) capitals++;
    }
    run = 0;
  }
  return words >= 3 && capitals / words > 0.7;
}

/** The sentence around a span, at most `SENTENCE_REACH` to each side. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - SENTENCE_REACH);
  const to = Math.min(text.length, end + SENTENCE_REACH);
  let first = from;
  for (const mark of sentenceEnds(text.slice(from, to))) {
    if (from + mark.end <= start) first = from + mark.end;
    else if (from + mark.start >= end) return { start: first, end: from + mark.start };
  }
  return { start: first, end: to };
}

/** Where the mark stands that ends the sentence of a span; the text's length if none does. */
export function sentenceEnd(text: string, span: Span): number {
  const { end } = sentenceAround(text, span);
  const mark = /[.!?…]["”»’)\]]*\s*$/u.exec(text.slice(span.end, end));
  return mark ? span.end + mark.index : end;
}
