import { describe, expect, test } from 'vitest';
import { holdsAll, placesOf, searchable, wordsOf } from '../../src/core/search-text.ts';

/** The pieces of the text that the query finds, or none if a word of it is missing. */
function found(text: string, query: string): string[] {
  const prepared = searchable(text);
  const words = wordsOf(query);
  if (!holdsAll(prepared, words)) return [];
  return placesOf(prepared, words).map(({ start, end }) => text.slice(start, end));
}

describe('words are found however they are written', () => {
  const cases: [name: string, text: string, query: string, pieces: string[]][] = [
    ['case', 'Kim Jong-un ROSE', 'rose kim', ['Kim', 'ROSE']],
    ['every word is required', 'Putin met Kim', 'putin xi', []],
    ['a word twice', 'shells and shells', 'shell', ['shell', 'shell']],
    [
      'words that overlap are one piece',
      'artillerigranater',
      'artilleri rigran',
      ['artillerigran'],
    ],
    ['nothing searched for', 'Putin', '  ', []],
    ['nb: ø and å, either way', 'Sørkoreanske, år', 'sor ar', ['Sør', 'år']],
    ['nb: ø typed', 'Sorkoreanske', 'sør', ['Sor']],
    ['nn: ein del av ordet', 'artillerigranatar', 'granat', ['granat']],
    ['en: curly apostrophe', 'Putin’s trip', "putin's", ['Putin’s']],
    ['en: non-breaking hyphen', 'Kim Jong‑un', 'jong-un', ['Jong‑un']],
    ['de: ß and umlaut', 'Außenminister für', 'aussen fur', ['Außen', 'für']],
    ['fr: accents and ligature', 'Corée, cœur', 'coree coeur', ['Corée', 'cœur']],
    ['es: accent typed', 'Vladimir', 'vladímir', ['Vladimir']],
    ['ru: ё', 'подчёркивает', 'подчеркивает', ['подчёркивает']],
    ['ru: й is a letter of its own', 'мой', 'мои', []],
    ['ru: й, decomposed', 'мои\u0306 мир', 'мой', ['мои\u0306']],
    ['uk: ї is a letter of its own', 'її', 'іі', []],
    ['ko: a syllable half typed', '블라디미르 푸틴은', '푸티', ['푸틴']],
    ['ko: the beginning of a syllable', '푸틴', '푸ㅌ', ['푸틴']],
    ['ko: decomposed text', '푸틴'.normalize('NFD'), '푸틴', ['푸틴'.normalize('NFD')]],
    ['ja: words without spaces', '金正恩氏は「同盟」と呼ぶ', '同盟 金正恩', ['金正恩', '同盟']],
    ['ja: か is not が', 'かき', 'がき', []],
    ['ja: half width', 'ﾌﾟｰﾁﾝ氏', 'プーチン', ['ﾌﾟｰﾁﾝ']],
    ['zh', '朝鲜已向俄罗斯运送炮弹', '炮弹 俄罗斯', ['俄罗斯', '炮弹']],
    ['ar: vowel signs', 'قَالَ بُوتِين', 'بوتين', ['بُوتِين']],
    ['ar: hamza and ta marbuta', 'أسلحة', 'اسلحه', ['أسلحة']],
    ['soft hyphen inside', 'Pu\u00adtin', 'putin', ['Pu\u00adtin']],
    ['lone surrogate', '\ud800 Putin', 'putin', ['Putin']],
  ];
  test.each(cases)('%s', (_name, text, query, pieces) => {
    expect(found(text, query)).toEqual(pieces);
  });
});

test('an empty word stands nowhere, and ends', () => {
  expect(placesOf(searchable('Putin'), ['', 'putin'])).toEqual([{ start: 0, end: 5 }]);
});
