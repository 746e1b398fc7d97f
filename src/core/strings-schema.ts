/** What valid interface strings are; apart from `strings.ts`, so that pages do without the checking. */
import * as v from 'valibot';
import { Prose } from './dataset-schema.ts';
import { PLAIN_KEYS, PLURAL_KEYS, type Strings } from './strings.ts';

/** What a valid `data/interface/<lang>.json` is: every key, and every plural form that language has. */
export function stringsSchema(lang: string): v.GenericSchema<unknown, Strings> {
  const forms = v.strictObject(v.entriesFromList(pluralCategories(lang), Prose));
  return v.strictObject({
    ...v.entriesFromList(PLAIN_KEYS, Prose),
    ...v.entriesFromList(PLURAL_KEYS, forms),
  }) as unknown as v.GenericSchema<unknown, Strings>;
}

function pluralCategories(lang: string): Intl.LDMLPluralRule[] {
  return new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
}

/** Interface strings whose `{places}` are not those of the reference language: one reason a string. */
export function checkPlaces(
  strings: Strings,
  reference: Strings,
): { key: string; reason: string }[] {
  const problems: { key: string; reason: string }[] = [];
  const compare = (key: string, text: string, wanted: string): void => {
    const places = placesIn(text);
    const reason = `has the places ${places || '(none)'} and not ${wanted || '(none)'}`;
    if (places !== wanted) problems.push({ key, reason });
  };
  for (const key of PLAIN_KEYS) compare(key, strings[key], placesIn(reference[key]));
  for (const key of PLURAL_KEYS) {
    const wanted = placesIn(reference[key].other ?? '');
    for (const [form, text] of Object.entries(strings[key])) {
      // "One fact", "two facts" may be said without the figure.
      const isNamed = /^(zero|one|two)$/.test(form) && !text.includes('{count}');
      compare(`${key}.${form}`, isNamed ? `${text}{count}` : text, wanted);
    }
  }
  return problems;
}

function placesIn(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}
