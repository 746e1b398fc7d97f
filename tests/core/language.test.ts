import { describe, expect, test } from 'vitest';
import { chooseLanguage, primaryLanguage } from '../../src/core/language.ts';
import { languageOf } from '../../src/core/language-of.ts';

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
  ['en', '푸틴은 평양에서 만났다', 'ko'],
  ['ru', 'Путин', 'ru'],
  ['de', 'Переговоры Путина', 'ru'],
  ['ko', '12:30', 'ko'],
  ['sr', 'Predsednik Putin je u Pjongjangu', 'sr-Latn'],
  ['en', 'Kim jest ten człowiek i co się z nim stało po tym, jak nie przyszedł do pracy', 'pl'],
  ['en', 'Kim and Putin', 'en'],
  [undefined, 'Путін і Кім зустрілися, її чекали', 'uk'],
  [undefined, 'Он сказал, что мы вышли', 'ru'],
  [undefined, 'رهبر کره شمالی گفت', 'fa'],
  [undefined, '金正恩氏はロシアへ', 'ja'],
  [undefined, 'De sier at det ble gjort, og at hun også ble med', 'nb'],
  [undefined, 'Putin', undefined],
])('declared %s over "%s"', (declared, text, language) => {
  expect(languageOf(declared, text)).toBe(language);
});
