/** What is put into the interface's words, and how it is set there. */
import { expect, test } from 'vitest';
import { cardFact } from '../../src/core/card-content.ts';
import { citationMarkdown, citationText } from '../../src/core/fact-citation.ts';
import { fill, fillSite } from '../../src/core/fill.ts';
import { readData } from '../../src/tools/read-data.ts';

const { data, texts, strings } = readData();

test.each([
  ['Off on {site}', '*.news.example', 'Off on *.news.example'],
  ['إيقاف على {site}', '*.news.example', 'إيقاف على \u2066*.news.example\u2069'],
  ['Utelatt', 'news.example', 'Utelatt'],
])('a site in "%s"', (text, site, expected) => {
  expect(fillSite(text, site)).toBe(expected);
});

test('a value that looks like a place is not filled again', () => {
  expect(fill('{label}: {text}', { label: '{text}', text: 'x' })).toBe('{text}: x');
});

test.each([
  ['en', 'Denied by: ', '**Denied by**: '],
  ['fr', 'Démenti par\u00a0: ', '**Démenti par**\u00a0: '],
  ['ja', '：', '**：'],
  ['zh', '：', '**：'],
])('a label and what it is for, in %s', (lang, plain, marked) => {
  const own = texts.find((one) => one.lang === lang);
  const words = strings[lang];
  if (!own || !words) throw new Error(`no ${lang}`);
  const fact = (id: string) => {
    const record = data.facts.find((one) => one.id === id);
    if (!record) throw new Error(`no fact ${id}`);
    return cardFact(record, data, own);
  };
  const denied = {
    fact: fact('missile-technology-fear'),
    denials: [fact('missile-help-denied')],
    reservations: [],
  };
  expect(citationText(denied, words, lang)).toContain(`${plain}${denied.denials[0]?.text}`);
  expect(citationMarkdown(denied, words, lang)).toContain(`${marked}${denied.denials[0]?.text}`);
});
