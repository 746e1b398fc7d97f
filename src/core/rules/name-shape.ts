/**
 * Tells by its shape that a bare "Kim" is part of somebody else's name: "Kim
 * Yo-jong", "Kim Kalicki", "Byung-hyun Kim", "キム・ヨナ", "Ms Kim".
 *
 * `other` is certain enough to make that person a rival for every "Kim" after;
 * `unsure` only keeps this one unmarked. German writes nouns and English
 * headlines write all words with a capital, so there only a Korean given name
 * or a woman's or coach's title is certain.
 */
import { charAt, isUnspaced } from '../characters.ts';
import type { NameContext } from '../compile-names.ts';
import { isLetter, isLower, isUpper } from '../letters.ts';
import type { Candidate } from '../model.ts';
import { contextWords, hasWordBefore, hasWordBehind, lowerCase } from './context-words.ts';
import { beginsWithCapital, isTitleCased, wordAfter, wordBefore } from './neighbours.ts';

export type Shape = 'other' | 'unsure';

// One syllable of a Korean name as the press of many countries romanises it, and
// as Cyrillic and Greek write it: some consonants, a vowel or two, a light end.
const LATIN = '[bcdghjklmnprstwyzšžčđ]{0,3}[aeiouyăąáéíóúŏŭ]{1,3}(?:ng|n|m|l|k|p|t|b|g|r|h|w|ck)?';
const CYRILLIC = '[бвгджзклмнпрстхцчшщ]{0,2}ь?[аеёиоуыэюяіїєў]{1,2}(?:нг|н|м|л|ль|к|п|т|б|г|р)?';
const GREEK = '[βγδζθκλμνπρσςτφχψ]{0,3}[αεηιουωάέήίόύώ]{1,3}(?:νγκ|νγ|ν|μ|λ|κ|π|τ)?';
/** By the code of a word's first letter, so that a text calls for its own script's only. */
const KOREAN_SYLLABLES: readonly (readonly [upTo: number, expression: () => RegExp])[] = [
  [0x370, lazily(LATIN)],
  [0x400, lazily(GREEK)],
  [0x530, lazily(CYRILLIC)],
];
/** "Byung-hyun Kim", "J. Kim": nobody writes him so. */
const GIVEN_BEFORE = /^(?:\p{Lu}\p{Ll}+-\p{L}\p{Ll}+|\p{Lu}\.(?:-?\p{Lu}\.)*)$/u;
/** "Kim de Vries", "Kim van der Bellen": Dutch and German particles of surnames. */
const PARTICLE = /^[ \u00a0](?:de|van|von|van de|van den|van der|ter|ten) (\p{Lu}\p{L}+)/u;
/** Katakana given names follow the surname with a middle dot. */
const KANA_GIVEN = /^[・･·＝=][\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff6f\uff71-\uff9d]/;
/** "Kim Aurus-bilen": a thing he got, in languages that join words. */
const HYPHENS = '-\u2010\u2011';
/** "Kim, 34," and "Kim, a 34-year-old": a person the reader has to be told about. */
const AGE_BEHIND = /^,\s(?:\p{L}{1,4}\s)?\d\d(?!\d)/u;
/** Languages that write every noun with a capital, so that a neighbour with one says nothing. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);
/** Languages whose genitive of a bare "Kim" is "Kims": what follows is owned, not a surname. */
const GENITIVE_S = new Set(['de', 'nb', 'nn', 'da', 'sv', 'nl', 'is']);

/** What the neighbours of a bare "Kim" say about whose name it is part of. */
export function shapeOf(
  text: string,
  candidate: Candidate,
  lang: string | undefined,
  contexts: NameContext,
): Shape | undefined {
  const words = (kind: Parameters<typeof contextWords>[3]): readonly string[] =>
    contextWords(contexts, lang, candidate, kind);
  const { start, end } = candidate;
  const behind = text.slice(end, end + 48);
  if (KANA_GIVEN.test(behind) || isKoreanGiven(behind, words('after'))) return 'other';
  if (hasWordBefore(text, candidate, words('other-title'))) return 'other';
  // "キム監督": where words are not parted, titles follow.
  const isAttached = isUnspaced(charAt(text, end));
  if (isAttached && hasWordBehind(text, candidate, words('other-title'))) return 'other';
  const known = [
    ...words('title'),
    ...words('kim-title'),
    ...words('russia'),
    ...words('north-korea'),
    ...words('other-party'),
  ].map(lowerCase);
  const before = wordBefore(text, start);
  const isTitled = before !== undefined && isKnown(lowerCase(before.word), known);
  if (before && !isTitled && /[-.]/.test(before.word) && GIVEN_BEFORE.test(before.word)) {
    return 'other';
  }
  const particle = /^.[dvt]/.test(behind) ? PARTICLE.exec(behind)?.[1] : undefined;
  if (particle && !isKnown(lowerCase(particle), known)) return 'other';

  if (behind.startsWith(',') && AGE_BEHIND.test(behind)) return 'unsure';

  const written = text.slice(start, end);
  const isHeadline = isTitleCased(text) || written === written.toUpperCase();

  const after = wordAfter(text, end);
  const isOwned = /s$/i.test(written) && (!lang || GENITIVE_S.has(lang));
  if (after && beginsWithCapital(after) && after.length > 1 && !isOwned) {
    const word = lowerCase(after);
    if (!isKnown(word, known) && !words('after').includes(word)) {
      const isSure = lang && !isHeadline && !CAPITAL_NOUNS.has(lang) && !isCompound(after);
      return isSure ? 'other' : 'unsure';
    }
  }
  if (!before || before.opensSentence || isHeadline) return undefined;
  if (!beginsWithCapital(before.word) || (lang && CAPITAL_NOUNS.has(lang))) return undefined;
  const isAcronym = before.word === before.word.toUpperCase();
  return isAcronym || isTitled ? undefined : 'unsure';
}

function isCompound(word: string): boolean {
  return [...word].some((char, at, all) => HYPHENS.includes(all[at - 1] ?? 'x') && isLower(char));
}

/** "Kim Yo-jong", "Kim Young Sam"; in a headline "Kim To Meet" is not. */
function isKoreanGiven(behind: string, verbs: readonly string[]): boolean {
  const parts = twoParts(behind);
  if (!parts || verbs.includes(lowerCase(parts[0]))) return false;
  return parts.every((part) => isKoreanSyllable(lowerCase(part)));
}

function isKoreanSyllable(part: string): boolean {
  const code = part.charCodeAt(0);
  return KOREAN_SYLLABLES.find(([upTo]) => code < upTo)?.[1]().test(part) ?? false;
}

/** Two words directly behind the surname: joined by a hyphen, or both with a capital. */
function twoParts(behind: string): readonly [string, string] | undefined {
  if (!' \u00a0-'.includes(behind.charAt(0)) || !isUpper(charAt(behind, 1))) return undefined;
  const first = lettersFrom(behind, 1);
  const at = 1 + first.length;
  const joint = behind.charAt(at);
  if (JOINING.includes(joint)) {
    const second = lettersFrom(behind, behind.charAt(at + 1) === ' ' ? at + 2 : at + 1);
    return second === '' ? undefined : [first, second];
  }
  const isApart = joint === ' ' || joint === '\u00a0';
  return isApart && isUpper(charAt(behind, at + 1))
    ? [first, lettersFrom(behind, at + 1)]
    : undefined;
}

/** Hyphens between two parts of a given name; an empty string is in none. */
const JOINING = ['-', '\u2010', '\u2011'];

function lettersFrom(text: string, start: number): string {
  let end = start;
  while (end < text.length && isLetter(charAt(text, end))) end += charAt(text, end).length;
  return text.slice(start, end);
}

function lazily(syllable: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(`^${syllable}$`, 'u');
    return made;
  };
}

/** Is the word a listed one, its inflected form, or the last word of a listed title? */
function isKnown(word: string, known: readonly string[]): boolean {
  return known.some((entry) => word.startsWith(entry) || entry.endsWith(` ${word}`));
}
