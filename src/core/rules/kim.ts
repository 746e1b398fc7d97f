/**
 * Which Kim: his full name speaks for itself, a bare "Kim" needs help.
 *
 * Help is his full name earlier on the page with no other Kim named since, a
 * title only he has, or Putin in the same sentence on a page with no other Kim.
 */
import { charAt, charBefore, isCapital, isWordChar } from '../characters.ts';
import type { Candidate } from '../model.ts';
import {
  contextWords,
  distanceToWord,
  lowerCase,
  type PageEvidence,
  type Reading,
  type Rule,
} from './rule.ts';

/** How far a word may stand from his name and still say who is meant, in units. */
const NEAR = 80;
/** How far a title may end before a bare "Kim": a space, a comma, a quotation mark. */
const BESIDE = 3;
/** A sentence's length, generously: Putin has to stand this near to vouch for a bare "Kim". */
const SAME_SENTENCE = 160;

const otherPerson: Rule = {
  name: 'the name of somebody else',
  judge: ({ candidate }) => (candidate.strength === 'other' ? 'not-ours' : undefined),
};

const namesake: Rule = {
  name: 'a namesake, by what stands around the name',
  judge: (reading, page) => {
    const { block, candidate } = reading;
    const against = contextWords(reading, page, 'not-kim');
    if (distanceToWord(block.text, candidate, against, NEAR) === undefined) return undefined;
    const own = lowerCase(block.text.slice(candidate.start, candidate.end));
    const korea = contextWords(reading, page, 'north-korea').filter((stem) => !own.includes(stem));
    return distanceToWord(block.text, candidate, korea, NEAR) === undefined
      ? 'not-ours'
      : undefined;
  },
};

const fullName: Rule = {
  name: 'his full name',
  judge: ({ candidate }) => (candidate.strength === 'full' ? 'mention' : undefined),
};

const wordOfOtherLanguage: Rule = {
  name: 'a short form of another language',
  judge: ({ block, candidate, lang }) =>
    lang && !candidate.langs.includes(lang) && !isPlainKim(block.text, candidate)
      ? 'not-ours'
      : undefined,
};

/**
 * "Kim" itself is written alike in most languages of the Latin script; "Kima",
 * "Kimin" are not, and "Ким", "Кім" are ordinary words in some Cyrillic ones.
 */
function isPlainKim(text: string, { start, end }: Candidate): boolean {
  return /^kim$/i.test(text.slice(start, end));
}

const partOfOtherName: Rule = {
  name: 'part of a longer name',
  judge: (reading, page) => {
    const { block, candidate, lang } = reading;
    const { text } = block;
    if (lang !== 'de' && followsOnAsName(text, candidate.end)) return 'not-ours';
    const before = wordBefore(text, candidate.start);
    if (before === undefined || !isCapital(charAt(before.word, 0))) return undefined;
    if (before.opensSentence || before.word === before.word.toUpperCase()) return undefined;
    const word = lowerCase(before.word);
    const titles = [
      ...contextWords(reading, page, 'title'),
      ...contextWords(reading, page, 'kim-title'),
      ...contextWords(reading, page, 'russia'),
    ];
    const isTitle = titles.some((title) => {
      const lower = lowerCase(title);
      return word.startsWith(lower) || lower.endsWith(word);
    });
    // German writes every noun with a capital, so only a title list would be
    // needed to tell nouns from given names; there the neighbour says nothing.
    return isTitle || lang === 'de' ? undefined : 'not-ours';
  },
};

const titleOnlyHeHas: Rule = {
  name: 'a title only he has',
  judge: (reading, page) => {
    if (hasRival(page)) return undefined;
    const titles = contextWords(reading, page, 'kim-title');
    return distanceToWord(reading.block.text, reading.candidate, titles, BESIDE) === undefined
      ? undefined
      : 'mention';
  },
};

const anchoredByFullName: Rule = {
  name: 'his full name earlier, and no other Kim since',
  judge: (reading, page) => {
    const nearest = lastNamedKim(reading, page);
    if (nearest === 'full') return 'mention';
    return nearest === 'other' ? 'not-ours' : undefined;
  },
};

const anchoredBelow: Rule = {
  name: 'a headline above the text that names him',
  judge: (_reading, page) => (!hasRival(page) && countOf(page, 'full') > 0 ? 'mention' : undefined),
};

const besidePutin: Rule = {
  name: 'Putin in the same sentence, and no other Kim on the page',
  judge: ({ block, candidate }, page) => {
    if (hasRival(page)) return undefined;
    const isNear = block.candidates.some(
      (other) =>
        other.entity === 'vladimir-putin' &&
        other.strength !== 'other' &&
        other.start - candidate.end < SAME_SENTENCE &&
        candidate.start - other.end < SAME_SENTENCE,
    );
    return isNear ? 'mention' : undefined;
  },
};

export const KIM_RULES: readonly Rule[] = [
  otherPerson,
  namesake,
  fullName,
  wordOfOtherLanguage,
  partOfOtherName,
  titleOnlyHeHas,
  anchoredByFullName,
  anchoredBelow,
  besidePutin,
];

function countOf(page: PageEvidence, strength: Candidate['strength']): number {
  let count = 0;
  for (const block of page.blocks) {
    for (const candidate of block.candidates) {
      if (candidate.entity === 'kim-jong-un' && candidate.strength === strength) count++;
    }
  }
  return count;
}

function hasRival(page: PageEvidence): boolean {
  return countOf(page, 'other') > 0;
}

/**
 * The Kim named in full most recently before this candidate, in reading order.
 * A block that names him and another leaves it open who "Kim" is from there on.
 */
function lastNamedKim(
  { block, index, candidate }: Reading,
  page: PageEvidence,
): 'full' | 'other' | undefined {
  for (let at = index; at >= 0; at--) {
    const candidates = page.blocks[at]?.candidates ?? [];
    const named = candidates.filter(
      ({ entity, strength, start }) =>
        entity === 'kim-jong-un' &&
        (strength === 'full' || strength === 'other') &&
        (page.blocks[at] !== block || start < candidate.start),
    );
    if (named.some(({ strength }) => strength === 'other')) return 'other';
    if (named.length > 0) return 'full';
  }
  return undefined;
}

/** "Kim Kalicki", "Kim Young": a capitalised word directly after, in running text. */
function followsOnAsName(text: string, end: number): boolean {
  const after = /^[ \u00a0-]([^\s.,;:!?"”’»)\]]+)/u.exec(text.slice(end, end + 40));
  const word = after?.[1];
  if (!word || !isCapital(charAt(word, 0)) || word.length < 2) return false;
  // In a headline every word has its capital, so the neighbour says nothing.
  return !isTitleCased(text) && word !== word.toUpperCase();
}

/** Does nearly every longer word of the text begin with a capital? */
function isTitleCased(text: string): boolean {
  const words = text.slice(0, 200).match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((word) => isCapital(word.charAt(0))).length;
  return words.length >= 3 && capitals / words.length > 0.7;
}

function wordBefore(
  text: string,
  start: number,
): { word: string; opensSentence: boolean } | undefined {
  if (!/[ \u00a0]/.test(charBefore(text, start))) return undefined;
  let from = start - 1;
  while (from > 0 && (isWordChar(charBefore(text, from)) || charBefore(text, from) === '-')) from--;
  const word = text.slice(from, start - 1);
  if (word === '') return undefined;
  const lead = text.slice(Math.max(0, from - 3), from).trimEnd();
  const opensSentence = from === 0 || /[.!?:;"“„«»–—(]$/u.test(lead) || lead === '';
  return { word, opensSentence };
}
