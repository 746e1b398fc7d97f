/**
 * Where sentences end: at a mark of Chinese or Japanese, a line's end, or at a full stop and
 * its kin where a space and a capital, a digit or a quotation mark follow and no initial or
 * short title ("V.", "Mr.") goes before. Written out, for as one expression it would take
 * 1.8 ms to compile on every page (measured).
 */
import { charAt, charBefore } from '../characters.ts';
import { isLower, isNumber, isUncasedLetter, isUpper } from '../letters.ts';
import type { Span } from '../model.ts';

const MARK = /[。！？\n.!?…।]/g;
const ALWAYS = '。！？\n';
const CLOSING = '"”’»)]';
const OPENING = '"“„«‘(—–-';
/** What stands before an initial; before a short title only those without the full stop. */
const BEFORE_INITIAL = /[\s.("'“‘]/;
const BEFORE_TITLE = /[\s("'“‘]/;
const SPACE = /\s/;

/** Each end, from its mark to where the next sentence begins, in the text's order. */
export function* sentenceEnds(text: string): Generator<Span> {
  MARK.lastIndex = 0;
  let from = 0;
  for (;;) {
    MARK.lastIndex = from;
    const start = MARK.exec(text)?.index;
    if (start === undefined) return;
    const end = ALWAYS.includes(text.charAt(start)) ? start + 1 : nextSentence(text, start);
    from = end ?? start + 1;
    if (end !== undefined) yield { start, end };
  }
}

/** Where the sentence begins that follows a full stop, or undefined where the stop ends none. */
function nextSentence(text: string, stop: number): number | undefined {
  let at = stop + 1;
  while (at < text.length && CLOSING.includes(text.charAt(at))) at++;
  const space = at;
  while (at < text.length && SPACE.test(text.charAt(at))) at++;
  if (at === space || at === text.length || isShortened(text, stop)) return undefined;
  const next = charAt(text, at);
  return OPENING.includes(next) || isUpper(next) || isUncasedLetter(next) || isNumber(next)
    ? at
    : undefined;
}

/** "V." and "Mr.", of which no sentence ends. */
function isShortened(text: string, stop: number): boolean {
  let at = stop;
  let small = 0;
  while (small < 2 && isLower(charBefore(text, at))) {
    at -= charBefore(text, at).length;
    small++;
  }
  const first = charBefore(text, at);
  if (!isUpper(first)) return false;
  const before = charBefore(text, at - first.length);
  if (small > 0) return BEFORE_TITLE.test(before);
  return before === '' || BEFORE_INITIAL.test(before);
}
