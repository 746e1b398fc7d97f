/** What a browser without our language's locale data is asked for instead (Chromium has no Nynorsk). */
const NEAREST: Readonly<Record<string, string>> = { nn: 'nb' };

/** The locale to format dates, numbers and lists in; never the machine's own by accident. */
export function intlLocale(lang: string): string {
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf([lang]).length > 0;
  return isKnown ? lang : (NEAREST[lang] ?? 'en');
}
