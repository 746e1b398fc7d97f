import { describe, expect, test } from 'vitest';
import { createTopicFinder } from '../../src/core/topics.ts';

describe('which words speak for a topic', () => {
  const cases: [pattern: string, text: string, isFound: boolean][] = [
    ['veto', 'A veto, again.', true],
    ['veto', 'VETO', true],
    ['veto', 'vetoed', false],
    ['veto*', 'vetoed', true],
    ['*macht*', 'die Veto-Übermacht', true],
    ['макет*', 'пламакет', false],
    ['санкци*', 'под санкциями ООН', true],
    ['Security Council', 'the Security\u00a0Council met', true],
    ['Security Council', 'Security. Council', false],
    ['hjelpe* hverandre', 'å hjelpe hverandre', true],
    ['制裁', '对朝鲜的制裁措施', true],
    ['포탄', '포탄을 보냈다', true],
    ['*عقوبات', 'والعقوبات الدولية', true],
    ['l’ONU', "à l'ONU hier", true],
    ['F-16*', 'F-16s over Kyiv', true],
    ['ウクライナ', 'ロシアのウクライナ侵攻を', true],
    ['リムジン', '高級リムジンを', true],
    ['152ミリ', 'の152ミリ砲弾', true],
    ['NATO', '米国とNATOは', true],
    ['F-16', 'F-16을 제공', true],
    ['NATO', 'NATOs', false],
    ['U.N. sanctions', 'UxN sanctions', false],
  ];
  test.each(cases)('%s in "%s": %s', (pattern, text, isFound) => {
    expect(createTopicFinder({ topic: [pattern] })(text).has('topic')).toBe(isFound);
  });

  test('different patterns are counted, repetitions are not', () => {
    const find = createTopicFinder({ visit: ['visit*', 'trip', 'summit'], gifts: ['car'] });
    expect([...find('The visit, the visits and the trip')]).toEqual([['visit', 2]]);
  });
});
