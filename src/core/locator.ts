/** Where in the article a fact comes from, in a reader's words: "paragraphs 10 and 11". */
import { fill } from './fill.ts';
import { intlLocale } from './intl-locale.ts';
import type { Strings } from './strings.ts';

/** Paragraphs are counted from 1. */
export function placeInWords(
  paragraphs: readonly number[],
  strings: Pick<Strings, 'card.paragraph' | 'card.paragraphs'>,
  lang: string,
): string {
  const figure = new Intl.NumberFormat(intlLocale(lang));
  const numbers = new Intl.ListFormat(intlLocale(lang), { type: 'conjunction' }).format(
    paragraphs.map((n) => figure.format(n)),
  );
  return fill(strings[paragraphs.length > 1 ? 'card.paragraphs' : 'card.paragraph'], { numbers });
}
