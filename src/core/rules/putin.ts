/** Who "Putin" is: nearly always he, so the rules name the exceptions. */
import {
  contextWords,
  distanceToWord,
  hasWordBefore,
  hasWordBehind,
  lowerCase,
} from './context-words.ts';
import { wordBefore } from './neighbours.ts';
import { DISH_REACH } from './reaches.ts';
import type { Rule } from './rule.ts';

const otherPerson: Rule = {
  name: 'the name of somebody else',
  judge: ({ candidate }) => (candidate.strength === 'other' ? 'not-ours' : undefined),
};

const wordOfOtherLanguage: Rule = {
  name: 'a form that is a name only in another language',
  judge: ({ candidate, lang }) =>
    candidate.ownLanguageOnly && lang && !candidate.langs.includes(lang) ? 'not-ours' : undefined,
};

const smallWord: Rule = {
  name: 'an ordinary word in a text without capitals',
  judge: ({ block, candidate, lang }) => {
    if (!candidate.isUncased) return undefined;
    const isName = lang !== undefined && candidate.langs.includes(lang);
    const isHashtag = block.text.charAt(candidate.start - 1) === '#';
    return isHashtag || (isName && !candidate.ordinaryIn.includes(lang)) ? undefined : 'not-ours';
  },
};

const calledAfterHim: Rule = {
  name: 'a place or a thing called after him',
  judge: ({ block, candidate, lang }, { contexts }) => {
    const places = contextWords(contexts, lang, candidate, 'place');
    const isPlace =
      hasWordBefore(block.text, candidate, places) || hasWordBehind(block.text, candidate, places);
    return isPlace ? 'not-ours' : undefined;
  },
};

const givenName: Rule = {
  name: 'the given name of somebody else before it',
  judge: ({ block, candidate, lang }, { contexts }) => {
    const before = wordBefore(block.text, candidate.start);
    if (!before || candidate.strength !== 'short') return undefined;
    const isGiven = contextWords(contexts, lang, candidate, 'given').includes(before.word);
    return isGiven ? 'not-ours' : undefined;
  },
};

const fullName: Rule = {
  name: 'his full name',
  judge: ({ candidate }) => (candidate.strength === 'full' ? 'mention' : undefined),
};

const dishOrPlant: Rule = {
  name: 'a dish, a plant or a product of that name',
  judge: ({ block, candidate, lang }, { contexts }) => {
    const { text } = block;
    const against = contextWords(contexts, lang, candidate, 'not-putin');
    if (distanceToWord(text, candidate, against, DISH_REACH) === undefined) return undefined;
    const own = lowerCase(text.slice(candidate.start, candidate.end));
    const russia = contextWords(contexts, lang, candidate, 'russia').filter(
      (stem) => !own.startsWith(stem),
    );
    return distanceToWord(text, candidate, russia, DISH_REACH) === undefined
      ? 'not-ours'
      : undefined;
  },
};

const surname: Rule = { name: 'his surname', judge: () => 'mention' };

export const PUTIN_RULES: readonly Rule[] = [
  otherPerson,
  wordOfOtherLanguage,
  smallWord,
  calledAfterHim,
  givenName,
  fullName,
  dishOrPlant,
  surname,
];
