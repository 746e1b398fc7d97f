import { expect, test } from 'vitest';
import { cardFact } from '../../src/core/card-content.ts';
import { claimAsJsonLd } from '../../src/core/claims-as-jsonld.ts';
import { citationMarkdown, citationText } from '../../src/core/fact-citation.ts';
import { readData } from '../../src/tools/read-data.ts';

const { data, texts, strings } = readData();
const en = texts.find(({ lang }) => lang === 'en')!;
const fact = (id: string) => cardFact(data.facts.find((record) => record.id === id)!, data, en);
const denied = {
  fact: fact('missile-technology-fear'),
  denials: [fact('missile-help-denied')],
  reservations: [],
};

test('plain text: what, by whom, of which kind, when, where, the denial, the source', () => {
  expect(citationText(denied, strings.en!, 'en')).toBe(
    [
      'US authorities fear that Russia will contribute technology and other support to North Korea’s missile programme, in breach of UN sanctions.',
      'Concern · US authorities · June 2024 · paragraph 30',
      'Denied by: Russia and North Korea both deny that Russia is helping the North Korean missile programme. (Denial · Russia and North Korea · June 2024 · paragraph 31)',
      'Source: Norwegian news analysis, June 2024',
      'The source’s author, publisher, title and address are not known.',
      'Bakteppe: missile-technology-fear',
    ].join('\n'),
  );
});

test('Markdown: quotations, and its own signs stand for themselves', () => {
  const odd = { ...denied.fact, text: 'a *b* [c](d) <e> _f_' };
  const markdown = citationMarkdown({ ...denied, fact: odd }, strings.en!, 'en');
  expect(markdown.split('\n\n')).toEqual([
    '> a \\*b\\* \\[c\\](d) \\<e\\> \\_f\\_  \n> *Concern · US authorities · June 2024 · paragraph 30*',
    expect.stringMatching(/^> \*\*Denied by\*\*: Russia and North Korea both deny/),
    expect.stringContaining('Source: Norwegian news analysis, June 2024  \n'),
  ]);
});

test('JSON-LD of one fact: it and what is tied to it, nothing else', () => {
  const ids = (id: string): unknown[] =>
    (claimAsJsonLd(data, en, id)['@graph'] as { id: string }[]).map((node) => node.id);
  expect(ids('limousine')).toEqual(['urn:bakteppe:annotation:limousine']);
  expect(ids('missile-technology-fear')).toEqual([
    'urn:bakteppe:annotation:missile-technology-fear',
    'urn:bakteppe:annotation:missile-help-denied',
    'urn:bakteppe:annotation:missile-help-denied-replying-missile-technology-fear',
  ]);
});
