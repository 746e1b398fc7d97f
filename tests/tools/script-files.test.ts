/** Names and texts as scripts: each run puts its own where the session looks for it, and answers nothing. */
import { runInThisContext } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';
import { cardTexts } from '../../src/core/card-texts.ts';
import { packNames } from '../../src/core/name-packs.ts';
import { nameFiles } from '../../src/tools/name-files.ts';
import { readData } from '../../src/tools/read-data.ts';
import { textFiles } from '../../src/tools/text-files.ts';

const { data, texts, strings, names } = readData();
const packs = packNames(names);
const world = globalThis as Partial<
  Record<'bakteppeNames' | 'bakteppeTexts', Map<string, unknown>>
>;
afterAll(() => {
  delete world.bakteppeNames;
  delete world.bakteppeTexts;
});

describe.each(textFiles().map((file) => [file.relativeDest, file.contents]))('%s', (path, code) => {
  const lang = /^texts\/(.+)\.js$/.exec(path)?.[1] ?? '';
  test('the texts of its language', () => {
    expect(runInThisContext(code)).toBeUndefined();
    const own = cardTexts(data, texts, strings, { setting: lang, page: lang, browser: [] });
    expect(world.bakteppeTexts?.get(lang)).toEqual(own);
  });
});

test('all languages there are', () => {
  expect([...(world.bakteppeTexts?.keys() ?? [])]).toEqual(texts.map(({ lang }) => lang));
});

test('every pack of names', () => {
  for (const { contents } of nameFiles()) expect(runInThisContext(contents)).toBeUndefined();
  expect(world.bakteppeNames).toEqual(packs);
});
