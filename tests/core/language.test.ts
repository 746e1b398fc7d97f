import { describe, expect, test } from 'vitest';
import { believableLanguage, chooseLanguage, primaryLanguage } from '../../src/core/language.ts';

test.each([
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['zh_Hant_TW', 'zh'],
  ['EN', 'en'],
  ['', undefined],
  ['english', undefined],
  [null, undefined],
])('primary language of %s', (tag, language) => {
  expect(primaryLanguage(tag)).toBe(language);
});

describe('the first wanted language that we have', () => {
  const have = ['en', 'nb', 'zh'];
  test.each([
    [['zh-Hant', 'en'], 'zh'],
    [['nn-NO', 'en'], 'nb'],
    [['fi', 'nb'], 'nb'],
    [['fi'], 'en'],
    [[undefined, ''], 'en'],
  ])('%j', (wanted, language) => {
    expect(chooseLanguage(wanted, have, 'en')).toBe(language);
  });
});

test.each([
  ['en', 'Putin met Kim', 'en'],
  ['en', '푸틴은 평양에서 만났다', undefined],
  ['ru', 'Путин', 'ru'],
  ['de', 'Переговоры Путина', undefined],
  ['ko', '12:30', 'ko'],
])('declared %s over "%s"', (declared, text, language) => {
  expect(believableLanguage(declared, text)).toBe(language);
});
