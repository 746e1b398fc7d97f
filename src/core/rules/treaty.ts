/**
 * Which treaty: a phrase that names a kind of treaty is ours only between
 * Russia and North Korea, and never when another party stands nearer.
 */
import type { Span } from '../model.ts';
import { contextWords, distanceToWord, type Rule } from './rule.ts';

/** How far the two countries may stand from the phrase, in units: about two sentences. */
const REACH = 280;
/** A year in which another treaty between the two, or with China, was signed. */
const OTHER_TREATIES = /\b(1949|1950|1961|2000|2001)\b/;
/** The year of this one. */
const OWN_YEAR = /\b2024\b/;
/** How near such a year has to stand to be the treaty's own, in units. */
const YEAR_REACH = 24;

const olderTreaty: Rule = {
  name: 'an older treaty, by its year',
  judge: ({ block, candidate }) =>
    OTHER_TREATIES.test(around(block.text, candidate)) ? 'not-ours' : undefined,
};

const namesTheParties: Rule = {
  name: 'a phrase that names the other country',
  judge: ({ candidate }) => (candidate.strength === 'full' ? 'mention' : undefined),
};

const bothCountriesInReach: Rule = {
  name: 'both countries in reach, and no other party nearer',
  judge: (reading, page) => {
    const { block, candidate } = reading;
    const distanceTo = (kind: 'russia' | 'north-korea' | 'other-party'): number | undefined =>
      distanceToWord(block.text, candidate, contextWords(reading, page, kind), REACH);
    const russia = distanceTo('russia');
    const korea = distanceTo('north-korea');
    const other = distanceTo('other-party');
    if (other !== undefined && (korea === undefined || other < korea)) return 'not-ours';
    if (russia !== undefined && korea !== undefined) return 'mention';
    if (other === undefined && OWN_YEAR.test(around(block.text, candidate))) return 'mention';
    return page.hasTreaty && other === undefined ? 'mention' : undefined;
  },
};

export const TREATY_RULES: readonly Rule[] = [olderTreaty, namesTheParties, bothCountriesInReach];

function around(text: string, { start, end }: Span): string {
  return text.slice(Math.max(0, start - YEAR_REACH), end + YEAR_REACH);
}
