/** Fills the places in the interface's words, as each language writes numbers and sites. */
import { intlLocale } from './intl-locale.ts';
import type { PluralForms, Strings } from './strings.ts';

/** A string with its `{name}` places filled; unknown places stay as they are. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

/** Hebrew and Arabic letters: text that runs from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/**
 * The text with a site, or a pattern of sites, in the place of `{site}`. Within Arabic it is set
 * apart (U+2066 to U+2069): the star of `*.news.example` would else stand at its other end.
 */
export function fillSite(text: string, site: string): string {
  return fill(text, { site: RIGHT_TO_LEFT.test(text) ? `\u2066${site}\u2069` : site });
}

/** The form for so many of something, its places filled, `{count}` in the language's own figures. */
export function fillCounted(
  forms: PluralForms,
  count: number,
  lang: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = forms[new Intl.PluralRules(intlLocale(lang)).select(count)] ?? forms.other ?? '';
  return fill(form, { ...values, count: new Intl.NumberFormat(intlLocale(lang)).format(count) });
}

/** Where a walk through the mentions is, in the language's own figures: "Putin, 3 of 17". */
export function positionInWords(
  strings: Pick<Strings, 'card.position'>,
  name: string,
  { n, count }: { readonly n: number; readonly count: number },
  lang: string,
): string {
  const figures = new Intl.NumberFormat(intlLocale(lang));
  return fill(strings['card.position'], {
    name,
    n: figures.format(n),
    count: figures.format(count),
  });
}
