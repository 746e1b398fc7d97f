/** Language tags, as far as we need them: "nn-NO" is Nynorsk, "zh-Hant-TW" is Chinese. */
/** The primary language of a tag in lower case, or undefined for anything that is not one. */
export function primaryLanguage(tag: string | null | undefined): string | undefined {
  const match = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag ?? '');
  const language = match?.[1]?.toLowerCase();
  return language === 'no' ? 'nb' : language;
}

/** Tags whose file names differ from the primary language. */
const SCRIPT_TAGS: Readonly<Record<string, string>> = { iw: 'he', in: 'id' };

/** The first of the wanted languages that is available, else the fallback. */
export function chooseLanguage(
  wanted: readonly (string | undefined)[],
  available: readonly string[],
  fallback: string,
): string {
  for (const tag of wanted) {
    const primary = primaryLanguage(tag);
    if (!primary) continue;
    const language = SCRIPT_TAGS[primary] ?? primary;
    if (available.includes(language)) return language;
    // Nynorsk readers read Bokmål, and the reverse, before they read English.
    if (language === 'nn' && available.includes('nb')) return 'nb';
    if (language === 'nb' && available.includes('nn')) return 'nn';
  }
  return fallback;
}
