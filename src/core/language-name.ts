/** How a language calls itself, and the tag that tells a browser how to set its text. */

/** Our "zh" is Simplified; without the script a browser may choose the glyphs of another country. */
const TAG_WITH_SCRIPT: Readonly<Record<string, string>> = { zh: 'zh-Hans' };

/** The tag for a `lang` attribute. */
export function langAttribute(lang: string): string {
  return TAG_WITH_SCRIPT[lang] ?? lang;
}

/** "norsk bokmål", "Deutsch": the language's name in itself; the tag where the browser knows none. */
export function languageName(lang: string): string {
  const tag = langAttribute(lang);
  const name = new Intl.DisplayNames([tag], { type: 'language', languageDisplay: 'standard' }).of(
    tag,
  );
  return name ?? lang;
}
