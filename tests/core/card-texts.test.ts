/** Which language a card is in, and what of the data reaches a page. */
import { describe, expect, test } from 'vitest';
import { cardContent } from '../../src/core/card-content.ts';
import { cardLanguage, cardTexts, originalsIn, originalTexts } from '../../src/core/card-texts.ts';
import { ENTITY_IDS } from '../../src/core/model.ts';
import { unpackCard } from '../../src/core/unpack-card.ts';
import { readData } from '../../src/tools/read-data.ts';

const { data, texts, strings } = readData();

describe('the language of the card', () => {
  const have = ['ar', 'de', 'en', 'nb', 'nn', 'zh'];
  const cases: [setting: string, page: string | undefined, browser: string[], lang: string][] = [
    ['automatic', 'de-AT', ['nb'], 'de'],
    ['automatic', 'pl', ['nb-NO', 'en'], 'nb'],
    ['automatic', undefined, ['zh-CN'], 'zh'],
    ['automatic', 'pl', ['hu'], 'en'],
    ['automatic', 'no', [], 'nb'],
    ['ar', 'de', ['nb'], 'ar'],
    ['tlh', 'de', ['nb'], 'de'],
  ];
  test.each(cases)('set to %s, page %s, browser %j: %s', (setting, page, browser, lang) => {
    expect(cardLanguage({ setting, page, browser }, have)).toBe(lang);
  });
});

describe('what a page gets', () => {
  test.each(texts.map((language) => [language.lang, language] as const))(
    '%s: the cards whole, in less than 36 KB',
    (lang, language) => {
      const sent = cardTexts(data, texts, strings, { setting: lang, page: lang, browser: [] });
      for (const id of ENTITY_IDS)
        expect(unpackCard(sent, id)).toEqual(cardContent(data, language, id));
      expect(new TextEncoder().encode(JSON.stringify(sent)).length).toBeLessThan(36_000);
    },
  );

  const got = cardTexts(data, texts, strings, { setting: 'nb', page: 'en', browser: [] });

  test('the cards in one language, the topic words in that of the page', () => {
    expect(got.lang).toBe('nb');
    expect(got.cards['vladimir-putin'].entity.description).toBe('Russlands president');
    expect(got.topics['un-veto']).toContain('Security Council');
    expect(Object.keys(got.strings).filter((key) => !key.startsWith('card.'))).toEqual([]);
  });

  test('of no other language a single fact', () => {
    const sent = JSON.stringify(got);
    for (const { lang, facts } of texts) {
      const leaked = Object.values(facts).filter(({ text }) => sent.includes(text));
      expect([lang, leaked.length > 0]).toEqual([lang, lang === 'nb']);
    }
  });

  test('the originals are in the Norwegian texts, word for word', () => {
    const sent = cardTexts(data, texts, strings, { setting: 'nb', page: 'nb', browser: [] });
    expect(originalsIn(sent)).toEqual(originalTexts(data, texts));
  });

  test.each(ENTITY_IDS)('%s: every fact has its Norwegian original', (id) => {
    const originals = originalTexts(data, texts);
    for (const fact of unpackCard(got, id).facts) expect(originals[fact.id]?.text).toBeTruthy();
  });
});
