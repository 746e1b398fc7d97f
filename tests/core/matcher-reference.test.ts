/**
 * The matcher against one that is slow and plain, on mixtures of real names, pieces of names
 * and what hides in texts: however the fast one is built, it finds the same.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileNames } from '../../src/core/compile-names.ts';
import { fold, unfold } from '../../src/core/fold.ts';
import { createMatcher, type Matcher } from '../../src/core/matcher.ts';
import type { Candidate } from '../../src/core/model.ts';
import { PEOPLE, packNames } from '../../src/core/name-packs.ts';
import { readData } from '../../src/tools/read-data.ts';
import { holdsFor, runsOf } from './fuzz.ts';
import { anyLetter, formsIn, textInMarkup, textWith } from './hostile-text.ts';
import { createReferenceMatcher } from './reference-matcher.ts';
import { foldSlowly } from './slow-fold.ts';

const { names } = readData();
const packs = packNames(names);

/** Pages in these languages at once; the forms of the languages' own lists are what the texts are made of. */
const PAGES: readonly (readonly string[])[] = [
  ['nb', 'nn', 'da'],
  ['en'],
  ['ru', 'uk'],
  ['ko', 'ja', 'zh'],
  ['ar', 'he', 'fa'],
  ['tr', 'ro', 'fr', 'pl'],
];

/** What was found, as lines: the words, and all that is said of them, in an order of their own. */
function lines(text: string, found: readonly Candidate[]): string[] {
  return found.map(({ start, end, langs, ordinaryIn, ...rest }) =>
    JSON.stringify({
      words: text.slice(start, end),
      start,
      end,
      entity: rest.entity,
      strength: rest.strength,
      langs: [...langs].sort(),
      ownLanguageOnly: rest.ownLanguageOnly,
      isUncased: rest.isUncased,
      ordinaryIn: [...ordinaryIn].sort(),
    }),
  );
}

type Finder = Pick<Matcher, 'find'>;

function findsTheSame(fast: Matcher, slow: Finder, forms: readonly string[], runs: number): void {
  holdsFor(
    textInMarkup(textWith(forms)),
    ({ text, edges }) => {
      const found = lines(text, slow.find(text, edges));
      expect(lines(text, fast.find(text, edges))).toEqual(found);
      // Text nodes are searched for needles first: no name may stand where none is found.
      const nodes = [0, ...edges].map((from, at) => text.slice(from, edges[at] ?? text.length));
      expect(found.length === 0 || [...fast.mayHold(nodes)].length > 0, found.join('\n')).toBe(
        true,
      );
    },
    runsOf(runs),
  );
}

describe('finds what a slow and plain matcher finds', () => {
  test('with all names in one pack', () => {
    const fast = createMatcher([compileNames(names)]);
    const slow = createReferenceMatcher([{ lists: names, holds: 'all' }]);
    findsTheSame(fast, slow, formsIn(names), 3000);
  });

  test.each(PAGES)('with the packs of a page in %s %s %s %s', (...given) => {
    const langs = given.filter(Boolean);
    const fast = createMatcher([PEOPLE, ...langs].flatMap((name) => packs.get(name) ?? []));
    const own = langs.flatMap((lang) => names.filter((list) => list.lang === lang));
    const slow = createReferenceMatcher([
      { lists: names, holds: 'people' },
      ...own.map((list) => ({ lists: [list], holds: 'rest' }) as const),
    ]);
    findsTheSame(fast, slow, formsIn(own), 700);
  });
});

/** All forms as they are listed, and every so many in capitals and small letters too. */
const CASED = 5;

test('every listed form is found alike, however it is cased', () => {
  const fast = createMatcher([compileNames(names)]);
  const slow = createReferenceMatcher([{ lists: names, holds: 'all' }]);
  [...new Set(formsIn(names))].forEach((form, at) => {
    const cased = `${form}; ${form.toUpperCase()}; ${form.toLowerCase()}`;
    const text = at % CASED === 0 ? cased : form;
    const found = lines(text, slow.find(text));
    expect(lines(text, fast.find(text)).join('\n')).toBe(found.join('\n'));
    expect(found, form).not.toEqual([]);
  });
});

test('folding is what a slow and plain folding is, and every span leads back to the same text', () => {
  holdsFor(
    fc.array(anyLetter, { maxLength: 24 }).map((letters) => letters.join('')),
    (text) => {
      const folded = fold(text);
      const slow = foldSlowly(text);
      expect(folded.text).toBe(slow.map(({ unit }) => unit).join(''));
      slow.forEach(({ start, end }, at) => {
        expect(unfold(folded, { start: at, end: at + 1 })).toEqual({ start, end });
      });
    },
    runsOf(3000),
  );
});
