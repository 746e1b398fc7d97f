import { describe, expect, test } from 'vitest';
import { fold, unfold } from '../../src/core/fold.ts';

describe('folded text leads back to the words a reader sees', () => {
  const cases: [name: string, text: string, folded: string, needle: string, original: string][] = [
    ['soft hyphen inside', 'Pu\u00adtin sa', 'Putin sa', 'Putin', 'Pu\u00adtin'],
    ['soft hyphen after', 'Putin\u00ad sa', 'Putin sa', 'Putin', 'Putin'],
    ['zero-width spaces', 'a Ki\u200bm J\u200bong', 'a Kim Jong', 'Kim', 'Ki\u200bm'],
    ['decomposed й', 'Чен Ын, мои\u0306 мир', 'Чен Ын, мой мир', 'мой', 'мои\u0306'],
    [
      'decomposed Hangul',
      '오늘 \u1111\u116e\u1110\u1175\u11ab은',
      '오늘 푸틴은',
      '푸틴',
      '\u1111\u116e\u1110\u1175\u11ab',
    ],
    ['harakat', 'قال بُوتِين', 'قال بوتين', 'بوتين', 'بُوتِين'],
    ['tatweel', 'بوتـــين', 'بوتين', 'بوتين', 'بوتـــين'],
    ['bidi marks around', '\u200ePutin\u200f', 'Putin', 'Putin', 'Putin'],
    ['a letter with two spellings', 'কিম ই\u09df', 'কিম ই\u09af\u09bc', 'কিম', 'কিম'],
    ['Turkish capitals', 'PUTİN ve', 'PUTIN ve', 'PUTIN', 'PUTİN'],
    ['nothing to fold', 'Putin', 'Putin', 'Putin', 'Putin'],
  ];
  test.each(cases)('%s', (_name, text, expected, needle, original) => {
    const folded = fold(text);
    expect(folded.text).toBe(expected);
    const start = folded.text.indexOf(needle);
    const span = unfold(folded, { start, end: start + needle.length });
    expect(text.slice(span.start, span.end)).toBe(original);
  });

  test('every offset of a folded text leads back in order, whatever the text', () => {
    const text = 'a\u00adİ\u0301\ud800ে\u09df\u1112\u1161\u11ab\udfff\u200b\u0301z\u2011';
    const folded = fold(text);
    let last = 0;
    for (let at = 0; at < folded.text.length; at++) {
      const span = unfold(folded, { start: at, end: at + 1 });
      expect(span.start).toBeGreaterThanOrEqual(last);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
      last = span.start;
    }
  });

  test('lone surrogates and marks pass through', () => {
    expect(fold('\ud800\u0301a\udfff').text.length).toBeGreaterThan(0);
  });
});
