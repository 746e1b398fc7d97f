/**
 * Which fact comes first for what is being read, as tables of paragraphs in
 * `ranking/<lang>.txt`; and what stands beneath a fact.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardContent } from '../../src/core/card-content.ts';
import { cardTexts } from '../../src/core/card-texts.ts';
import { ENTITY_IDS, type EntityId } from '../../src/core/model.ts';
import { type RankedFact, rankFacts } from '../../src/core/rank-facts.ts';
import { createTopicFinder } from '../../src/core/topics.ts';
import { unpackCard } from '../../src/core/unpack-card.ts';
import { readData } from '../../src/tools/read-data.ts';

const { data, texts, strings } = readData();
const FOLDER = join(import.meta.dirname, 'ranking');

interface Case {
  readonly entity: EntityId;
  readonly first: string;
  readonly paragraph: string;
}

function casesOf(lang: string): Case[] {
  const lines = readFileSync(join(FOLDER, `${lang}.txt`), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .map((line) => {
      const [, entity = '', first = '', paragraph = ''] = /^(\S+) → (\S+): (.+)$/.exec(line) ?? [];
      return { entity: entity as EntityId, first, paragraph };
    });
}

const languages = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

describe.each(languages)('%s', (lang) => {
  const wanted = { setting: lang, page: lang, browser: [] };
  const sent = cardTexts(data, texts, strings, wanted);
  const findTopics = createTopicFinder(sent.topics);
  test.each(casesOf(lang))('$first comes first: $paragraph', ({ entity, first, paragraph }) => {
    const text = { paragraph, page: paragraph };
    const groups = rankFacts(unpackCard(sent, entity).facts, entity, { text, findTopics });
    const ids = groups.slice(0, 3).map(({ fact }) => fact.id);
    expect(ids[0], `in order: ${ids.join(', ')}; topics: ${topicsIn(paragraph)}`).toBe(first);
  });

  function topicsIn(text: string): string {
    return [...findTopics(text)].map(([topic, count]) => `${topic} ${count}`).join(', ');
  }
});

test('there are at least forty paragraphs in eight languages', () => {
  expect(languages.length).toBeGreaterThanOrEqual(8);
  expect(languages.flatMap(casesOf).length).toBeGreaterThanOrEqual(40);
});

describe('what stands beneath a fact', () => {
  const fact = (id: string, more: Partial<RankedFact> = {}): RankedFact => ({
    id,
    about: ['kim'],
    topics: [id],
    ...more,
  });
  const facts = [
    fact('visit'),
    fact('fear'),
    fact('treaty'),
    fact('alliance'),
    fact('denial', { denies: 'fear', topics: ['denial'] }),
    fact('unclear', { about: ['other'], qualifies: ['treaty', 'alliance'] }),
  ];
  const order = (paragraph: string, page = ''): string => {
    const topics = Object.fromEntries(facts.map(({ id }) => [id, [id]]));
    const read = { text: { paragraph, page }, findTopics: createTopicFinder(topics) };
    return rankFacts(facts, 'kim', read)
      .map(({ fact: { id }, denials, reservations }) =>
        [id, ...denials.map((f) => `-${f.id}`), ...reservations.map((f) => `?${f.id}`)].join(''),
      )
      .join(' ');
  };
  test.each([
    [
      'nothing is near: the order of the article',
      '',
      '',
      'visit fear-denial treaty?unclear alliance',
    ],
    ['the paragraph', 'the alliance', '', 'alliance?unclear visit fear-denial treaty'],
    [
      'the page settles what the paragraph leaves open',
      '',
      'treaty',
      'treaty?unclear visit fear-denial alliance',
    ],
    ['the paragraph beats the page', 'fear', 'visit', 'fear-denial visit treaty?unclear alliance'],
    [
      'a denial brings what it denies to the front',
      'denial',
      '',
      'fear-denial visit treaty?unclear alliance',
    ],
    [
      'a reservation about another entity never leads',
      'unclear',
      '',
      'visit fear-denial treaty?unclear alliance',
    ],
  ])('%s', (_name, paragraph, page, expected) => {
    expect(order(paragraph, page)).toBe(expected);
  });

  test.each(ENTITY_IDS)('%s: every fact about it once, every denial beneath its claim', (id) => {
    for (const language of texts) {
      const { facts: all } = cardContent(data, language, id);
      const groups = rankFacts(all, id);
      const shown = groups.flatMap((g) => [g.fact, ...g.denials, ...g.reservations]);
      expect(shown.map((f) => f.id).sort()).toEqual(all.map((f) => f.id).sort());
      for (const f of data.facts.filter(({ denies }) => denies)) {
        const group = groups.find((g) => g.fact.id === f.denies);
        expect(group?.denials.map((d) => d.id) ?? [f.id]).toEqual([f.id]);
      }
    }
  });
});
