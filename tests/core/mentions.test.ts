/** Finding mentions, as tables of sentences in every language: see `mentions/README.md`. */
import { describe, expect, test } from 'vitest';
import { PEOPLE, packNames, packsFor } from '../../src/core/name-packs.ts';
import { readData } from '../../src/tools/read-data.ts';
import { createPageReader, type PageReader, readerOf } from '../../src/tools/text-reader.ts';
import { allCases, readCase } from './cases.ts';

const readAll = createPageReader();
const packs = packNames(readData().names);

/** A reader with the packs a page in this language gets. */
const packReaders = new Map<string, PageReader>();
function packReader(lang: string | undefined): PageReader {
  const names = [PEOPLE, ...packsFor([lang], [...packs.keys()])];
  const known = packReaders.get(names.join());
  const reader = known ?? readerOf(names.flatMap((name) => packs.get(name) ?? []));
  packReaders.set(names.join(), reader);
  return reader;
}

function found(paragraphs: readonly string[], lang?: string, read = readAll): string[] {
  return read(paragraphs, lang).flatMap((mentions, at) =>
    mentions.map(({ entity, start, end }) => `${entity}: ${paragraphs[at]?.slice(start, end)}`),
  );
}

for (const [name, cases] of allCases()) {
  describe(name, () => {
    test.each(cases)('$group: $marked', ({ lang, marked }) => {
      const { paragraphs, mentions } = readCase(marked);
      expect(found(paragraphs, lang)).toEqual(mentions);
    });
    test.each(cases.filter(({ lang }) => lang !== undefined))(
      'with the packs of a page: $marked',
      ({ lang, marked }) => {
        const { paragraphs, mentions } = readCase(marked);
        expect(found(paragraphs, lang, packReader(lang))).toEqual(mentions);
      },
    );
  });
}

test('a text without a language is read with all of them', () => {
  expect(found(['Путину и Кім Чен Ину, 푸틴'])).toEqual([
    'vladimir-putin: Путину',
    'kim-jong-un: Кім Чен Ину',
    'vladimir-putin: 푸틴',
  ]);
});
