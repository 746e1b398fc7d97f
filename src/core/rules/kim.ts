/**
 * Which Kim: his full name speaks for itself, a bare "Kim" needs help.
 *
 * Help is his full name before it with no other Kim since, a title only he has,
 * a headline above a text that names him, or a sentence that speaks of North
 * Korea in a text with no other Kim. The first rule with a verdict decides.
 */
import { contextWords, distanceToWord, lowerCase } from './context-words.ts';
import { weigh } from './kim-evidence.ts';
import { shapeOf } from './name-shape.ts';
import type { NamedKim } from './named-kims.ts';
import { hasLetters, opensSentence, sentenceAround, sentenceEnd, wordAfter } from './neighbours.ts';
import { ENOUGH, RELATIVE_REACH, RIVAL_BLOCKS, TITLE_REACH } from './reaches.ts';
import type { PageEvidence, Reading, Rule } from './rule.ts';

const otherPerson: Rule = {
  name: 'the name of somebody else',
  judge: ({ candidate }) => (candidate.strength === 'other' ? 'not-ours' : undefined),
};

const namesakeAgain: Rule = {
  name: 'the namesake whom the text is about',
  judge: ({ candidate }, { isAboutNamesake }) =>
    isAboutNamesake && candidate.strength === 'full' ? 'not-ours' : undefined,
};

const fullName: Rule = {
  name: 'his full name',
  judge: ({ candidate }) => (candidate.strength === 'full' ? 'mention' : undefined),
};

const formOfOtherLanguage: Rule = {
  name: 'a short form of another language',
  judge: ({ block, candidate, lang }, { contexts }) => {
    // "Kim" itself is written alike in most languages of the Latin script;
    // "Kima", "Kimin" are not, and "Ким", "Кім" are words in some Cyrillic ones.
    if (!lang || !contexts[lang] || candidate.langs.includes(lang)) return undefined;
    if (candidate.strength === 'full') return undefined;
    return /^kim$/i.test(block.text.slice(candidate.start, candidate.end)) ? undefined : 'not-ours';
  },
};

const ordinaryWord: Rule = {
  name: 'a word that asks "who" where a sentence opens',
  judge: ({ block, candidate, lang }, { contexts }) => {
    if (!lang || !candidate.ordinaryIn.includes(lang)) return undefined;
    const { text } = block;
    if (!opensSentence(text, candidate.start)) return undefined;
    if (/^\s?[,'’\-–—]/u.test(text.slice(candidate.end))) return undefined;
    const asks = contextWords(contexts, lang, candidate, 'asks');
    const isQuestion = text.charAt(sentenceEnd(text, candidate)) === '?';
    const next = lowerCase(wordAfter(text, candidate.end) ?? '');
    return isQuestion || asks.includes(next) ? 'not-ours' : undefined;
  },
};

const partOfOtherName: Rule = {
  name: 'perhaps part of a longer name',
  judge: ({ block, candidate, lang }, { contexts }) =>
    shapeOf(block.text, candidate, lang, contexts) === undefined ? undefined : 'not-ours',
};

const titleOnlyHeHas: Rule = {
  name: 'a title only he has, and no other Kim just before',
  judge: (reading, page) => {
    const titles = contextWords(page.contexts, reading.lang, reading.candidate, 'kim-title');
    const { text } = reading.block;
    if (distanceToWord(text, reading.candidate, titles, TITLE_REACH) === undefined) {
      return undefined;
    }
    return hasRivalJustBefore(reading, page) ? 'not-ours' : 'mention';
  },
};

const relativeNamedBehind: Rule = {
  name: 'a relative named directly behind ("Kim’s sister Kim Yo-jong")',
  judge: (reading, page) => {
    const { index, candidate, block } = reading;
    const next = page.kims.after(index, candidate.end);
    if (!next || next.isHis || next.block !== index) return undefined;
    const between = block.text.slice(candidate.end, next.start);
    // A word of kin stands between the two, not a comma or an "and".
    if (between.length > RELATIVE_REACH || /[.!?;:]/.test(between)) return undefined;
    if (!hasLetters(between, 4)) return undefined;
    return weigh(reading, page) >= ENOUGH ? 'mention' : undefined;
  },
};

const anchoredByFullName: Rule = {
  name: 'his full name before, and no other Kim since',
  judge: ({ index, candidate }, page) => {
    const { kims } = page;
    const last = kims.before(index, candidate.start);
    if (!last) return undefined;
    if (last.isHis) return sharesSentence(last, page) ? 'not-ours' : 'mention';
    // A text about him names his family in passing; the bare name stays his.
    const isHisText = kims.isHeFirst && kims.his > kims.others;
    return isHisText && index - last.block > RIVAL_BLOCKS ? 'mention' : 'not-ours';
  },
};

const anchoredBelow: Rule = {
  name: 'a headline above a text that names him before any other Kim',
  judge: ({ index, candidate }, { kims }) => {
    const next = kims.after(index, candidate.end);
    if (!next?.isHis) return undefined;
    return kims.others === 0 || next.block - index <= RIVAL_BLOCKS ? 'mention' : undefined;
  },
};

const speaksOfHisCountry: Rule = {
  name: 'a sentence about his country, in a text with no other Kim',
  judge: (reading, page) =>
    page.kims.others === 0 && weigh(reading, page) >= ENOUGH ? 'mention' : undefined,
};

const sameKimAgain: Rule = {
  name: 'the only Kim of a text in which a bare "Kim" was he',
  judge: (_reading, { kims, hasBareKim }) =>
    hasBareKim && kims.others === 0 ? 'mention' : undefined,
};

export const KIM_RULES: readonly Rule[] = [
  otherPerson,
  formOfOtherLanguage,
  namesakeAgain,
  fullName,
  ordinaryWord,
  partOfOtherName,
  titleOnlyHeHas,
  relativeNamedBehind,
  anchoredByFullName,
  anchoredBelow,
  speaksOfHisCountry,
  sameKimAgain,
];

/** Is another Kim named in the same sentence, so that who the next "Kim" is stays open? */
function sharesSentence(named: NamedKim, { kims, blocks }: PageEvidence): boolean {
  const { start, end } = sentenceAround(blocks[named.block]?.text ?? '', named);
  return kims
    .inBlock(named.block)
    .some((kim) => !kim.isHis && kim.start >= start && kim.start < end);
}

/** Is another Kim nearer than he: named in this paragraph or the one before, after him? */
function hasRivalJustBefore({ index, candidate }: Reading, { kims }: PageEvidence): boolean {
  const last = kims.before(index, candidate.start);
  return last !== undefined && !last.isHis && index - last.block <= RIVAL_BLOCKS;
}
