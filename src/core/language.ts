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

const SCRIPT_OF_LANGUAGE: readonly (readonly [RegExp, string])[] = [
  [/^(ru|uk|be|bg|mk|kk|mn|sah|ky|tg)$/, 'Cyrillic'],
  [/^(el)$/, 'Greek'],
  [/^(ko)$/, 'Hangul'],
  [/^(ja|zh)$/, 'Han'],
  [/^(ar|fa|ur)$/, 'Arabic'],
  [/^(he)$/, 'Hebrew'],
];
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Cyrillic', /[\u0400-\u04ff]/g],
  ['Greek', /[\u0370-\u03ff]/g],
  ['Hangul', /[\uac00-\ud7af]/g],
  ['Han', /[\u3040-\u30ff\u4e00-\u9fff]/g],
  ['Arabic', /[\u0600-\u06ff]/g],
  ['Hebrew', /[\u0590-\u05ff]/g],
  ['Latin', /[a-zà-ɏ]/gi],
];

/**
 * A declared language, unless the text's script says it cannot be true (saved
 * pages declare "en" over Korean text). Reads at most the first 600 units.
 */
export function believableLanguage(declared: string | undefined, text: string): string | undefined {
  const language = primaryLanguage(declared);
  if (!language) return undefined;
  const sample = text.slice(0, 600);
  let most = '';
  let count = 0;
  for (const [script, letters] of SCRIPTS) {
    const found = sample.match(letters)?.length ?? 0;
    if (found > count) {
      most = script;
      count = found;
    }
  }
  const expected = SCRIPT_OF_LANGUAGE.find(([languages]) => languages.test(language))?.[1];
  const isLatinLanguage = !expected && !/^(sr|hy|ka|hi|bn|ta|th|ka|am)$/.test(language);
  if (most === '' || (expected ?? (isLatinLanguage ? 'Latin' : most)) === most) return language;
  return undefined;
}
