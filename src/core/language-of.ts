/** The language a text is read in: what it declares, where that can be true. */
import { countWords, detectLanguage, hasWordOf, scriptOf } from './detect-language.ts';
import { primaryLanguage } from './language.ts';

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
