/** Who stands around a treaty's name: Russia, North Korea and others, and how near. */
import type { Span } from '../model.ts';
import { candidatesWithin } from './candidates-near.ts';
import { contextWords, distanceBetween, wordsAround } from './context-words.ts';
import { TIGHT_PAIR_REACH } from './reaches.ts';
import type { PageEvidence, Reading } from './rule.ts';

export type PartyKind = 'russia' | 'north-korea' | 'other-party';
export interface Party extends Span {
  readonly kind: PartyKind;
  /** Seoul: it comments on the treaty and has none with either. */
  readonly isSouth: boolean;
  /** One of the two leaders. */
  readonly isPerson: boolean;
}
const KINDS = ['russia', 'north-korea', 'other-party'] as const;

/** Every word for a country within reach of the treaty’s name, the two leaders included. */
export function partiesOf(
  { block, candidate, lang }: Reading,
  page: PageEvidence,
  reach: number,
): Party[] {
  const south = contextWords(page.contexts, lang, candidate, 'south-korea');
  const around = { start: candidate.start - reach, end: candidate.end + reach };
  const leaders = candidatesWithin(block.candidates, around)
    .filter(({ entity, strength }) => entity !== 'partnership-treaty' && strength !== 'other')
    .map(
      ({ entity, start, end }): Party => ({
        kind: entity === 'vladimir-putin' ? 'russia' : 'north-korea',
        start,
        end,
        isSouth: false,
        isPerson: true,
      }),
    );
  const places = KINDS.flatMap((kind) => {
    const stems = contextWords(page.contexts, lang, candidate, kind);
    return [...wordsAround(block.text, candidate, stems, reach)]
      .filter(({ start }) => !leaders.some((leader) => leader.start <= start && start < leader.end))
      .map(({ start, end, stem }): Party => {
        const isSouth = south.some((word) => stem.startsWith(word));
        return { kind, start, end, isSouth, isPerson: false };
      });
  });
  return [...leaders, ...places];
}

export function isWithin(party: Span, { start, end }: Span): boolean {
  return party.start >= start && party.end <= end;
}

/** Is the party the word directly beside the treaty's name: "China’s treaty", "договор Китая"? */
export function touches(text: string, party: Party, { start, end }: Span): boolean {
  if (party.end <= start) {
    const between = text.slice(party.end, start);
    return between.length <= LONGEST_ENDING && ENDING().test(between);
  }
  if (party.start >= end) return /^[\s\-–]?$/u.test(text.slice(end, party.start));
  return true;
}

/** Ten letters of two units each and a space. */
const LONGEST_ENDING = 21;
let ending: RegExp | undefined;
/** Made when a party first stands so near: dear to compile. */
function ENDING(): RegExp {
  ending ??= /^[\p{L}\p{M}'’]{0,10}[\s\-–]?$/u;
  return ending;
}

/** Are Russia and North Korea named first and as a pair, "Russia and North Korea", "Putin and Kim"? */
export function isPair(nearestFirst: readonly Party[]): boolean {
  const [first] = nearestFirst;
  const second = nearestFirst.find(({ kind }) => kind !== first?.kind);
  if (!first || !second || first.kind === 'other-party' || second.kind === 'other-party') {
    return false;
  }
  return nearestFirst.some(
    (party) =>
      party.kind === first.kind &&
      party.isPerson === second.isPerson &&
      distanceBetween(party, second) <= TIGHT_PAIR_REACH,
  );
}
