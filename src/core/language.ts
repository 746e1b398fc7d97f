/** Language tags, as far as we need them: "nn-NO" is Nynorsk, "zh-Hant-TW" is Chinese. */
import { countWords, detectLanguage, hasWordOf, scriptOf } from './detect-language.ts';

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

/** Scripts other than Latin that declared languages may be written in; their own have none listed. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  ...scripts('ru uk be bg mk mn sah ky tg', ['Cyrillic']),
  ...scripts('kk sr uz az tt bs', ['Cyrillic', 'Latin']),
  ...scripts('ja zh', ['Han']),
  ...scripts('ar fa ur ps ckb', ['Arabic']),
  ...scripts('ko el he th bn ta ka hy', []),
  ...scripts('hi mr ne', ['hi']),
};

function scripts(languages: string, own: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(languages.split(' ').map((language) => [language, own]));
}

/**
 * The language a text is read in: the declared one, unless the text's script or
 * its small words say that it cannot be true (pages declare "en" over Korean
 * and Polish text); else what can be detected.
 */
export function languageOf(declared: string | undefined, text: string): string | undefined {
  const language = primaryLanguage(declared);
  if (!language) return detectLanguage(text);
  const script = scriptOf(text);
  if (script === undefined) return language;
  const isPossible = (SCRIPTS[language] ?? ['Latin']).includes(script) || script === language;
  if (!isPossible) return detectLanguage(text);
  if (script !== 'Latin') return language;
  const own = language === 'sr' ? 'sr-Latn' : language;
  return outspoken(text, own) ?? own;
}

/** Small words of another language that overrule a declared one of which there are none. */
const OVERRULING = 4;

function outspoken(text: string, declared: string): string | undefined {
  // Nearly always: then the words of all the others are not even looked at.
  if (hasWordOf(text, declared)) return undefined;
  const detected = detectLanguage(text);
  return detected && (countWords(text).get(detected) ?? 0) >= OVERRULING ? detected : undefined;
}
