/** How old the background is, in whole years and months, and dates in a reader's words. */
import { intlLocale } from './intl-locale.ts';

export interface Age {
  readonly years: number;
  readonly months: number;
}

/** Age of a "YYYY-MM[-DD]" date at `now` ("YYYY-MM…"); zero if it lies ahead or is not a date. */
export function ageOf(date: string, now: string): Age {
  const from = monthsOf(date);
  const to = monthsOf(now);
  if (from === undefined || to === undefined || to <= from) return { years: 0, months: 0 };
  const months = to - from;
  return { years: Math.floor(months / 12), months: months % 12 };
}

function monthsOf(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})/.exec(date);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

/** Languages that say years and months in one breath: "2년 5개월". */
const JOINED_BARE = new Set(['ja', 'ko', 'zh']);

/** "2 years and 5 months" in the reader's language; "0 months" for no age at all. */
export function ageInWords(age: Age, lang: string): string {
  const parts: string[] = [];
  for (const [unit, value] of [
    ['year', age.years],
    ['month', age.months],
  ] as const) {
    if (value > 0 || (unit === 'month' && parts.length === 0)) {
      parts.push(unitInWords(value, unit, lang));
    }
  }
  const type = JOINED_BARE.has(lang) ? 'unit' : 'conjunction';
  return new Intl.ListFormat(intlLocale(lang), { type }).format(parts);
}

function unitInWords(value: number, unit: 'year' | 'month', lang: string): string {
  const locale = intlLocale(lang);
  const words = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  const text = words.format(value);
  // The one word in which Nynorsk differs from what stands in for it.
  return lang === 'nn' && locale === 'nb'
    ? text.replace('måneder', 'månader').replace('måned', 'månad')
    : text;
}

/** "June 2024" in the reader's language; the date itself if it is not one. */
export function monthInWords(date: string, lang: string): string {
  const match = /^(\d{4})-(\d{2})/.exec(date);
  if (!match) return date;
  const month = Date.UTC(Number(match[1]), Number(match[2]) - 1, 15);
  return new Intl.DateTimeFormat(intlLocale(lang), {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(month);
}
