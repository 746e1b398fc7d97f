import { describe, expect, test } from 'vitest';
import {
  type Chosen,
  countValues,
  findFacts,
  NOTHING_CHOSEN,
} from '../../src/core/filter-facts.ts';
import { readData } from '../../src/tools/read-data.ts';

const { facts } = readData().data;
const all = (): boolean => true;

/** Ids of what is found, companions in brackets. */
function found(chosen: Partial<Chosen>, isHit: (id: string) => boolean = all): string[] {
  return findFacts(facts, { ...NOTHING_CHOSEN, ...chosen }, isHit).map(({ fact, isCompanion }) =>
    isCompanion ? `(${fact.id})` : fact.id,
  );
}

describe('facets narrow each other, values of one facet widen each other', () => {
  test.each<[name: string, chosen: Partial<Chosen>, ids: string[]]>([
    ['one value', { claimant: ['time-magazine'] }, ['sign-of-desperation']],
    [
      'two of one facet',
      { claimant: ['time-magazine', 'south-korean-authorities'] },
      ['sign-of-desperation', 'artillery-shells'],
    ],
    [
      'two facets',
      { claimant: ['vladimir-putin'], kind: ['claim'] },
      ['nato-arms-to-ukraine', 'putins-version'],
    ],
    [
      'all four',
      { about: ['kim-jong-un'], claimant: ['kim-jong-un'], kind: ['quote'], topic: ['alliance'] },
      ['kim-says-alliance', '(how-close-unclear)'],
    ],
    ['nothing left', { claimant: ['time-magazine'], kind: ['denial'] }, []],
  ])('%s', (_name, chosen, ids) => {
    expect(found(chosen)).toEqual(ids);
  });

  test('nothing chosen: every fact once, in the article’s order', () => {
    expect(found({})).toEqual(facts.map(({ id }) => id));
  });
});

describe('a fact never stands without what is tied to it', () => {
  test('a denial comes along where the filters leave it out', () => {
    expect(found({ claimant: ['us-authorities'] })).toEqual([
      'missile-technology-fear',
      '(missile-help-denied)',
    ]);
  });
  test('a denial that was found itself is no companion', () => {
    expect(found({ topic: ['missile-programme'] })).toEqual([
      'missile-technology-fear',
      'missile-help-denied',
    ]);
  });
  test('a reservation comes along once, after the first fact it limits', () => {
    expect(found({ topic: ['mutual-help'], kind: ['stated', 'quote'] })).toEqual([
      'mutual-help',
      '(how-close-unclear)',
      'putin-on-mutual-help',
    ]);
  });
  test('a search leaves it out no more than a filter', () => {
    expect(found({}, (id) => id === 'missile-technology-fear')).toEqual([
      'missile-technology-fear',
      '(missile-help-denied)',
    ]);
  });
});

describe('counts say what one more value would bring', () => {
  test('beside the other facets, whatever is chosen of its own', () => {
    const chosen = { ...NOTHING_CHOSEN, claimant: ['vladimir-putin'], kind: ['claim'] };
    expect(Object.fromEntries(countValues(facts, chosen, 'kind', all))).toEqual({
      quote: 2,
      claim: 2,
    });
  });
  test('every value’s count is what choosing it finds', () => {
    for (const [claimant, count] of countValues(facts, NOTHING_CHOSEN, 'claimant', all)) {
      const own = found({ claimant: [claimant] }).filter((id) => !id.startsWith('('));
      expect(own.length, claimant).toBe(count);
    }
  });
});
