/** What the words around a name say for him or for a namesake. */
import type { NameContext } from '../compile-names.ts';
import type { Candidate } from '../model.ts';
import { candidatesWithin } from './candidates-near.ts';
import { contextWords, distanceToWord, lowerCase, wordsAround } from './context-words.ts';
import { sentenceAround } from './neighbours.ts';
import { EVIDENCE, NAMESAKE_REACH } from './reaches.ts';
import type { PageEvidence, Reading } from './rule.ts';

/** Someone of the same name: words of another trade near, and none of North Korea. */
export function isNamesake(
  { block, candidate, lang }: Reading,
  { contexts }: Pick<PageEvidence, 'contexts'>,
): boolean {
  const { text } = block;
  const against = contextWords(contexts, lang, candidate, 'not-kim');
  if (distanceToWord(text, candidate, against, NAMESAKE_REACH) === undefined) return false;
  return !speaksOfKorea(text, candidate, lang, contexts, NAMESAKE_REACH);
}

/** Is North Korea named around the name, other than in the name itself? */
export function speaksOfKorea(
  text: string,
  candidate: Candidate,
  lang: string | undefined,
  contexts: NameContext,
  reach: number,
): boolean {
  const own = lowerCase(text.slice(candidate.start, candidate.end));
  const korea = contextWords(contexts, lang, candidate, 'north-korea').filter(
    (stem) => !own.includes(stem),
  );
  return distanceToWord(text, candidate, korea, reach) !== undefined;
}

/** What the sentence around a bare "Kim" says for him; see `EVIDENCE`. */
export function weigh({ block, candidate, lang }: Reading, { contexts }: PageEvidence): number {
  const sentence = sentenceAround(block.text, candidate);
  const text = block.text.slice(sentence.start, sentence.end);
  const span = { start: candidate.start - sentence.start, end: candidate.end - sentence.start };
  const hits = (kind: Parameters<typeof contextWords>[3]): number => {
    const stems = contextWords(contexts, lang, candidate, kind);
    const found = [...wordsAround(text, span, stems, text.length)];
    return new Set(found.map(({ start }) => start)).size;
  };
  const hasPutin = candidatesWithin(block.candidates, sentence).some(
    ({ entity, strength }) => entity === 'vladimir-putin' && strength !== 'other',
  );
  return (
    Number(hasPutin) * EVIDENCE.putin +
    Math.min(1, hits('north-korea')) * EVIDENCE.northKorea +
    Math.min(2, hits('realm')) * EVIDENCE.realm +
    Math.min(1, hits('russia')) * EVIDENCE.russia +
    Math.min(1, hits('south-korea')) * EVIDENCE.southKorea
  );
}
