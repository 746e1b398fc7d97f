/** Who "Putin" is: nearly always he, so the rules name the exceptions. */
import { contextWords, distanceToWord, type Rule } from './rule.ts';

/** How far a word may stand from a name and still say what it is about, in units. */
const NEAR = 120;

const otherPerson: Rule = {
  name: 'the name of somebody else',
  judge: ({ candidate }) => (candidate.strength === 'other' ? 'not-ours' : undefined),
};

const fullName: Rule = {
  name: 'his full name',
  judge: ({ candidate }) => (candidate.strength === 'full' ? 'mention' : undefined),
};

const wordOfOtherLanguage: Rule = {
  name: 'a form that is a name only in another language',
  judge: ({ candidate, lang }) =>
    candidate.ownLanguageOnly && lang && !candidate.langs.includes(lang) ? 'not-ours' : undefined,
};

const dishOrPlant: Rule = {
  name: 'a dish, a plant or a product of that name',
  judge: (reading, page) => {
    const { block, candidate } = reading;
    const against = contextWords(reading, page, 'not-putin');
    if (distanceToWord(block.text, candidate, against, NEAR) === undefined) return undefined;
    const speaksOfRussia = contextWords(reading, page, 'russia').filter(
      (stem) => !block.text.slice(candidate.start, candidate.end).toLowerCase().startsWith(stem),
    );
    return distanceToWord(block.text, candidate, speaksOfRussia, NEAR) === undefined
      ? 'not-ours'
      : undefined;
  },
};

const surname: Rule = { name: 'his surname', judge: () => 'mention' };

export const PUTIN_RULES: readonly Rule[] = [
  otherPerson,
  fullName,
  wordOfOtherLanguage,
  dishOrPlant,
  surname,
];
