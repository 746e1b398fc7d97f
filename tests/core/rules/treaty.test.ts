/** Which treaty, rule by rule, in the order of `TREATY_RULES`. */
import { expect, test } from 'vitest';
import { TREATY_RULES } from '../../../src/core/rules/treaty.ts';
import { ruleDecides } from './judge.ts';

const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'an older treaty, by its year': [
    ['en', 'The 1961 mutual defence treaty between Moscow and Pyongyang lapsed.'],
    ['en', 'Russia and North Korea let the mutual defence treaty of 1961 lapse.'],
    ['zh', '俄罗斯与朝鲜1961年的共同防御条约早已失效。'],
    ['fa', 'پیمان دفاع متقابل ۱۹۶۱ میان مسکو و پیونگ‌یانگ دیگر اعتبار ندارد.'],
  ],
  'another party’s treaty, by the word directly beside it': [
    ['en', 'China’s mutual defence treaty with North Korea also worries Russia.'],
    ['nb', 'Kinas forsvarsavtale med Nord-Korea er eldre enn den russiske.'],
  ],
  'a phrase that names the other country': [
    ['nb', 'T[Avtalen mellom Russland og Nord-Korea] trådte i kraft.'],
  ],
  'Russia or North Korea paired with another party': [
    [
      'en',
      'Russia and Iran signed a comprehensive strategic partnership treaty months after the one with North Korea.',
    ],
    [
      'nb',
      'Russland og Iran undertegnet en partnerskapsavtale etter P[Putins] tur til Nord-Korea.',
    ],
  ],
  'both countries named as a pair beside it': [
    ['en', 'Seoul condemned the T[mutual assistance treaty] that Russia and North Korea signed.'],
    ['fr', 'P[Poutine] et K[Kim] ont signé un T[traité de partenariat stratégique global].'],
    ['en', 'Moscow and Pyongyang have a T[mutual defence pact].'],
  ],
  'both countries in reach, and no other party nearer': [
    ['en', 'Russia now has a T[strategic partnership treaty] that it drew up with North Korea.'],
    ['en', 'Russia has a strategic partnership treaty with Iran. North Korea has none.'],
    ['en', 'The EU and Vietnam have a partnership agreement. North Korea and Russia do not.'],
    [
      'en',
      'P[Putin] hosted K[Kim Jong-un]. ¶ The T[mutual defence pact] runs without an end date.',
    ],
  ],
};

for (const [rule, cases] of Object.entries(CASES)) ruleDecides(rule, 'partnership-treaty', cases);

test('every rule has a table', () => {
  expect([...TREATY_RULES.map(({ name }) => name)].sort()).toEqual(Object.keys(CASES).sort());
});

ruleDecides('no rule: silent', 'partnership-treaty', [
  ['en', 'The two companies signed a partnership agreement.'],
  ['nb', 'Klubben har fått en ny partnerskapsavtale.'],
]);
