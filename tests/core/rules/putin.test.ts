/** Who "Putin" is, rule by rule, in the order of `PUTIN_RULES`. */
import { expect, test } from 'vitest';
import { PUTIN_RULES } from '../../../src/core/rules/putin.ts';
import { ruleDecides } from './judge.ts';

const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'the name of somebody else': [
    ['en', 'Lyudmila Putina moved to Kaliningrad in her youth.'],
    ['zh', '拉斯普京是一名僧侣。'],
  ],
  'a form that is a name only in another language': [['en', 'Poutine is what we had in Montreal.']],
  'an ordinary word in a text without capitals': [
    ['ro', 'mai putin zahăr și mai mult somn, asta e tot.'],
    ['ru', 'началась путина на камчатке, рыбаки вышли в море.'],
  ],
  'a place or a thing called after him': [
    ['en', 'They met on Putin Boulevard at noon.'],
    ['ru', 'Альпинисты поднялись на пик Путина.'],
  ],
  'the given name of somebody else before it': [
    ['en', 'The swimmer Aleksandr Putin won bronze.'],
    ['ru', 'Елена Путина выиграла конкурс поваров.'],
    ['en', 'The swimmer Oleg Putin lost. He said P[Putin] had wished him luck.'],
  ],
  'his full name': [
    ['en', 'P[Vladimir Putin] was late.'],
    ['lt', 'P[V. Putinas] atvyko vėlai.'],
  ],
  'a dish, a plant or a product of that name': [['fr', 'Au menu : Poutine au fromage et frites.']],
  'his surname': [
    ['en', 'P[Putin] was late, P[V.V. Putin] signed and P[V. Putin] sealed.'],
    ['id', 'kata P[putin] kepada wartawan di moskwa kemarin sore.'],
    ['ru', '#зима #P[путин] #новости'],
  ],
};

for (const [rule, cases] of Object.entries(CASES)) ruleDecides(rule, 'vladimir-putin', cases);

test('every rule has a table', () => {
  expect(PUTIN_RULES.map(({ name }) => name)).toEqual(Object.keys(CASES));
});
