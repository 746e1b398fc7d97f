/**
 * Which treaty: a phrase that names a kind of treaty is ours only between
 * Russia and North Korea, and never when another party stands nearer.
 */
import { distanceBetween as gap } from './context-words.ts';
import { sentenceAround } from './neighbours.ts';
import { PAIR_REACH, PARTIES_BESIDE, PARTIES_REACH } from './reaches.ts';
import type { PageEvidence, Rule } from './rule.ts';
import {
  isPair,
  isWithin,
  type Party,
  type PartyKind,
  partiesOf,
  touches,
} from './treaty-parties.ts';
import { hasOtherYear, hasOwnYear } from './treaty-year.ts';

const olderTreaty: Rule = {
  name: 'an older treaty, by its year',
  judge: ({ block, candidate }) => (hasOtherYear(block.text, candidate) ? 'not-ours' : undefined),
};

const anothersTreaty: Rule = {
  name: 'another party’s treaty, by the word directly beside it',
  judge: (reading, page) => {
    const { block, candidate } = reading;
    const parties = partiesOf(reading, page, PARTIES_BESIDE);
    const isBeside = (kind: PartyKind): boolean =>
      parties.some(
        (party) =>
          party.kind === kind &&
          !(party.isSouth && party.start >= candidate.end) &&
          touches(block.text, party, candidate),
      );
    return isBeside('other-party') && !isBeside('north-korea') ? 'not-ours' : undefined;
  },
};

const namesTheParties: Rule = {
  name: 'a phrase that names the other country',
  judge: ({ candidate }) => (candidate.strength === 'full' ? 'mention' : undefined),
};

const betweenTheTwo: Rule = {
  name: 'both countries named as a pair beside it',
  judge: (reading, page) => {
    const { start, end } = reading.candidate;
    const sentence = sentenceAround(reading.block.text, reading.candidate);
    const parties = partiesOf(reading, page, PARTIES_BESIDE).filter((party) =>
      isWithin(party, sentence),
    );
    const before = parties.filter((party) => party.end <= start).sort((a, b) => b.end - a.end);
    const behind = parties.filter((party) => party.start >= end).sort((a, b) => a.start - b.start);
    return isPair(before) || isPair(behind) ? 'mention' : undefined;
  },
};

const pairedWithAnother: Rule = {
  name: 'Russia or North Korea paired with another party',
  judge: (reading, page) => {
    const sentence = sentenceAround(reading.block.text, reading.candidate);
    const parties = partiesOf(reading, page, PARTIES_REACH).filter((party) =>
      isWithin(party, sentence),
    );
    const others = parties.filter(({ kind, isSouth }) => kind === 'other-party' && !isSouth);
    const isNear = (a: Party, b: Party): boolean => gap(a, b) <= PAIR_REACH;
    const isPaired = parties
      .filter(({ kind }) => kind !== 'other-party')
      .some((own) => {
        const partners = parties.filter(({ kind }) => kind !== own.kind && kind !== 'other-party');
        return others.some((other) => isNear(own, other)) && !partners.some((p) => isNear(own, p));
      });
    return isPaired ? 'not-ours' : undefined;
  },
};

const bothInReach: Rule = {
  name: 'both countries in reach, and no other party nearer',
  judge: (reading, page) => {
    const { candidate, block } = reading;
    const parties = partiesOf(reading, page, PARTIES_REACH);
    const distanceTo = (kind: PartyKind, isSouth = false): number =>
      parties
        .filter((party) => party.kind === kind && party.isSouth === isSouth)
        .reduce((least, party) => Math.min(least, gap(party, candidate)), Infinity);
    const russia = distanceTo('russia');
    const korea = distanceTo('north-korea');
    const other = distanceTo('other-party');
    const sentence = sentenceAround(block.text, candidate);
    const isNamed = (kind: PartyKind): boolean =>
      parties.some((party) => party.kind === kind && !party.isSouth && isWithin(party, sentence));
    const isOwnYear = hasOwnYear(block.text, candidate);
    if (other < Math.min(korea, isOwnYear ? russia : Infinity)) return 'not-ours';
    if (isNamed('other-party') && !isNamed('north-korea') && !isOwnYear) return 'not-ours';
    // Seoul has treaties of its own, but mostly it comments on this one.
    if (distanceTo('other-party', true) < Math.min(russia, korea)) return 'not-ours';
    if (russia < Infinity && (korea < Infinity || isOwnYear)) return 'mention';
    if (other < Infinity) return undefined;
    return isOwnYear || page.hasTreaty || isAboutBoth(page) ? 'mention' : undefined;
  },
};

export const TREATY_RULES: readonly Rule[] = [
  olderTreaty,
  anothersTreaty,
  namesTheParties,
  betweenTheTwo,
  pairedWithAnother,
  bothInReach,
];

/** The page names both men, so that its two countries need no naming again. */
function isAboutBoth({ kims, hasPutin }: PageEvidence): boolean {
  return hasPutin && kims.his > kims.others;
}
