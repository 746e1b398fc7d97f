import { describe, expect, test } from 'vitest';
import { createFactSearch } from '../../src/core/search-facts.ts';
import { readData } from '../../src/tools/read-data.ts';

const { data, texts } = readData();
const search = createFactSearch(data.facts, texts);
const langs = texts.map(({ lang }) => lang);

describe('in each language, words of a fact find that fact', () => {
  test.each([
    ['nb', 'sørkoreanske granater', 'artillery-shells'],
    ['nn', 'sørkoreanske granat', 'artillery-shells'],
    ['en', 'south korean shells', 'artillery-shells'],
    ['de', 'sudkoreanische artilleriegranaten', 'artillery-shells'],
    ['fr', 'sud-coreennes obus', 'artillery-shells'],
    ['es', 'surcoreanas artilleria', 'artillery-shells'],
    ['ru', 'южной кореи снарядов', 'artillery-shells'],
    ['uk', 'південної кореї снарядів', 'artillery-shells'],
    ['ko', '한국 포타', 'artillery-shells'],
    ['ja', '韓国 砲弾', 'artillery-shells'],
    ['zh', '韩国 炮弹', 'artillery-shells'],
    ['ar', 'السلطات الكوريه قذائف', 'artillery-shells'],
  ])('%s: %s', (lang, query, id) => {
    expect([...search.find(query, [lang]).keys()]).toContain(id);
    expect(search.find(query, [lang]).size).toBeLessThan(5);
  });
});

test('all words must stand in one and the same language', () => {
  expect(search.find('limousine лимузин', langs).size).toBe(0);
});

test('the first language that holds the words is named', () => {
  expect(search.find('лимузин', ['en', ...langs]).get('limousine')).toBe('ru');
  expect(search.find('putin', ['nb', 'en']).get('limousine')).toBe('nb');
});

test('what a fact shows beside its sentence is searched too', () => {
  expect([...search.find('denial', ['en']).keys()]).toContain('missile-help-denied');
  expect([...search.find('travel limits', ['en']).keys()]).toEqual(['limited-travel']);
});

test('an empty query finds every fact, an unknown language none', () => {
  expect(search.find('', ['en']).size).toBe(data.facts.length);
  expect(search.find('', ['xx']).size).toBe(0);
});
