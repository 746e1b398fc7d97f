/** Matcher and resolver on text that nobody wrote: nothing is thrown, and every offset leads back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileNames } from '../../src/core/compile-names.ts';
import { fold } from '../../src/core/fold.ts';
import { createMatcher } from '../../src/core/matcher.ts';
import { mergeContexts } from '../../src/core/merge-contexts.ts';
import { nameKey } from '../../src/core/name-key.ts';
import { createSearch } from '../../src/core/prefilter.ts';
import { type BlockReading, judgeCandidates, resolveMentions } from '../../src/core/resolver.ts';
import { readData } from '../../src/tools/read-data.ts';
import { holdsFor, runsOf } from './fuzz.ts';
import { anyLetter, formsIn, textInMarkup, textWith } from './hostile-text.ts';

const { names } = readData();
const all = compileNames(names);
const matcher = createMatcher([all]);
const contexts = mergeContexts([all]);
const forms = formsIn(names);
const keys = new Set(forms.map(nameKey));

const anyText = fc.oneof(
  textWith(forms),
  fc.array(anyLetter, { maxLength: 60 }).map((letters) => letters.join('')),
);

/** A state's full name is never its only one on a page, so that the scout does without (`anchors.ts`). */
const LONGEST_ANCHOR = 16;
/** Words the rules ask about, so that they have something to weigh. */
const contextWords = fc.constantFrom(
  ...new Set(
    Object.values(contexts).flatMap((kinds) => [
      ...Object.values({ ...kinds, 'north-korea': [] }).flat(),
      ...kinds['north-korea'].filter((word) => nameKey(word).length < LONGEST_ANCHOR),
    ]),
  ),
);

/** Declared languages, those of pages that lie, and what is no language. */
const anyLang = fc.oneof(
  fc.constantFrom(...names.map(({ lang }) => lang)),
  fc.constantFrom(
    undefined,
    '',
    'x',
    'no',
    'zh-Hant-TW',
    'en_GB',
    '__proto__',
    'constructor',
    '🙂',
  ),
);

const anyBlock: fc.Arbitrary<BlockReading> = fc
  .tuple(
    fc.array(fc.oneof(anyText, contextWords, fc.constantFrom(' ', ', ', '. ', ' 1961 ')), {
      minLength: 1,
      maxLength: 6,
    }),
    anyLang,
  )
  .map(([parts, lang]) => {
    const text = parts.join('');
    return { text, lang, candidates: matcher.find(text) };
  });
const anyPage = fc.array(anyBlock, { minLength: 1, maxLength: 5 });

/** Listed as it is, behind initials, or with a mark on the last letter that it has nowhere. */
function isNamed(words: string): boolean {
  const letters = [...fold(words).text];
  const marks = letters.length - letters.findLastIndex((letter) => !/\p{M}/u.test(letter)) - 1;
  return letters.some((_letter, from) =>
    letters
      .slice(0, marks + 1)
      .some((_mark, left) =>
        keys.has(nameKey(letters.slice(from, letters.length - left).join(''))),
      ),
  );
}

describe('the matcher, on any text', () => {
  test('finds words of the text, in order and apart, each a listed name', () => {
    holdsFor(
      textInMarkup(anyText),
      ({ text, edges }) => {
        let last = 0;
        for (const { start, end, entity, strength } of matcher.find(text, edges)) {
          expect(start, 'apart from the one before').toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
          expect(isNamed(text.slice(start, end)), `${entity} ${strength}`).toBe(true);
        }
      },
      runsOf(3000),
    );
  });

  test('finds what it found once more in the words alone', () => {
    holdsFor(
      anyText,
      (text) => {
        for (const { start, end, isUncased } of matcher.find(text)) {
          if (isUncased) continue;
          const words = text.slice(start, end);
          expect(matcher.find(words).map((again) => words.slice(again.start, again.end))).toContain(
            words,
          );
        }
      },
      runsOf(1500),
    );
  });
});

describe('the resolver, on any page', () => {
  test('picks among the candidates, the same ones at each asking', () => {
    holdsFor(
      anyPage,
      (blocks) => {
        const mentions = resolveMentions(blocks, contexts);
        expect(mentions.length).toBe(blocks.length);
        mentions.forEach((found, at) => {
          const candidates = blocks[at]?.candidates ?? [];
          for (const { entity, start, end } of found) {
            expect(
              candidates.filter((each) => each.start === start && each.end === end),
              blocks[at]?.text,
            ).toEqual([expect.objectContaining({ entity })]);
          }
        });
        const again = blocks.map((block) => ({ ...block, candidates: matcher.find(block.text) }));
        expect(resolveMentions(again, contexts)).toEqual(mentions);
      },
      runsOf(1500),
    );
  });

  test('judges alike with the blocks left out that hold no candidate', () => {
    holdsFor(
      anyPage,
      (blocks) => {
        const verdicts = (page: readonly BlockReading[]): string[] =>
          judgeCandidates(page, contexts).flatMap((judged) =>
            judged.map(({ start, end, isMention }) => `${start} ${end} ${isMention}`),
          );
        const withOne = blocks.filter(({ candidates }) => candidates.length > 0);
        expect(verdicts(withOne)).toEqual(verdicts(blocks));
      },
      runsOf(500),
    );
  });
});

test('no mention without one of the strings that the scout looks for', () => {
  const search = createSearch([all.anchors]);
  holdsFor(
    anyPage,
    (blocks) => {
      // A treaty beside a "Kim" who is nobody yet is left to pages that name one of the two.
      const men = resolveMentions(blocks, contexts)
        .flat()
        .filter(({ entity }) => entity !== 'partnership-treaty');
      if (men.length === 0) return;
      expect(
        blocks.some(({ text }) =>
          search(fold(text).text).some((next) => next(0, () => false) !== undefined),
        ),
        blocks.map(({ text }) => text).join(' ¶ '),
      ).toBe(true);
    },
    runsOf(1500),
  );
});
