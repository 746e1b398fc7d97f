/** Whom selected words name; and that every language's sample on the welcome page is one. */
import { describe, expect, test } from 'vitest';
import { entityNamed } from '../../src/core/entity-named.ts';
import { createMatcher } from '../../src/core/matcher.ts';
import { mergeContexts } from '../../src/core/merge-contexts.ts';
import { PEOPLE, packNames, packsFor } from '../../src/core/name-packs.ts';
import { readData } from '../../src/tools/read-data.ts';
import { readerOf } from '../../src/tools/text-reader.ts';

const { names, strings } = readData();
const packs = packNames(names);
const packsIn = (lang: string) =>
  [PEOPLE, ...packsFor([lang], [...packs.keys()])].flatMap((name) => packs.get(name) ?? []);

describe('selected words', () => {
  test.each([
    ['en', 'Putin', 'vladimir-putin'],
    ['en', '  Kim Jong-un’s', 'kim-jong-un'],
    ['en', 'Владимира Путина', 'vladimir-putin'],
    ['ko', '김정은이', 'kim-jong-un'],
    [
      'en',
      'the comprehensive strategic partnership treaty between Russia and North Korea',
      'partnership-treaty',
    ],
    ['en', 'Kim', undefined],
    ['en', 'Angela Merkel', undefined],
    ['en', '', undefined],
    ['en', `Putin ${'and so on '.repeat(20)}`, undefined],
  ])('%s: "%s" is %s', (lang, text, entity) => {
    const own = packsIn(lang);
    const prepared = { matcher: createMatcher(own), contexts: mergeContexts(own) };
    expect(entityNamed(text, prepared)).toBe(entity);
  });
});

test.each(Object.entries(strings))(
  '%s: the sample shows all three, and a bare name',
  (lang, own) => {
    const read = readerOf(packsIn(lang));
    const found = read([own['welcome.sample'], own['welcome.sampleMore']], lang).flat();
    expect(found.map(({ entity }) => entity)).toEqual([
      'vladimir-putin',
      'kim-jong-un',
      'partnership-treaty',
      'vladimir-putin',
      'kim-jong-un',
    ]);
  },
);
