/** Which Kim, rule by rule, in the order of `KIM_RULES`. */
import { expect, test } from 'vitest';
import { KIM_RULES } from '../../../src/core/rules/kim.ts';
import { ruleDecides } from './judge.ts';

const decides = (rule: string, cases: readonly (readonly [string, string])[]): void =>
  ruleDecides(rule, 'kim-jong-un', cases);

const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'the name of somebody else': [
    ['en', 'Kim Yo-jong spoke for the party on Monday.'],
    ['en', 'The pitcher Byung-hyun Kim retired long ago.'],
    ['nb', 'Kim Hyun-woo drev kafeen i Bergen i ti år.'],
    ['nl', 'Kim de Vries uit Assen won de loterij.'],
    ['ja', 'キム・ヨナが氷上に戻った。'],
    ['en', 'Ms Kim opened the bakery at six.'],
    ['vi', 'HLV Kim Sang-sik gọi hai cầu thủ mới.'],
    ['ru', 'Госпожа Ким открыла пекарню.'],
    // A namesake, by the trade that stands near, is somebody else for the whole page.
    ['ko', '배우 김정은이 새 드라마에서 의사를 맡았다.'],
  ],
  'a short form of another language': [['uk', 'Ким ти працюєш, запитав Олег.']],
  'the namesake whom the text is about': [
    ['ko', '배우 김정은이 새 드라마에서 의사를 맡았다. ¶ 김정은은 지난해 결혼했다고 밝혔다.'],
  ],
  'his full name': [
    ['en', 'K[Kim Jong Un] boarded the train.'],
    ['ko', 'K[김정은]이 열차에 올랐다.'],
    ['ko', '북한의 K[김정은]이 왔다. ¶ 배우 김정은도 왔다. ¶ K[김정은]은 웃었다.'],
  ],
  'a word that asks "who" where a sentence opens': [
    ['tr', 'K[Kim Jong-un] geldi. Kim karşıladı?'],
    ['pl', 'K[Kim Dzong Un] przemawiał. Kim jest jego tłumacz?'],
  ],
  'perhaps part of a longer name': [
    ['de', 'K[Kim Jong Un] winkte. Die Bobfahrerin Kim Kalicki winkte auch.'],
    ['en', 'Kim, a 34-year-old who left North Korea as a child, drives a taxi.'],
    ['en', 'K[Kim Jong-un] waved. In the stands Maria Kim waved back.'],
  ],
  'a title only he has, and no other Kim just before': [
    ['en', 'North Korean leader K[Kim] toured a shipyard.'],
    ['de', 'Nordkoreas Machthaber K[Kim] besuchte eine Werft.'],
    ['en', 'Kim Jong-il died in 2011. North Korean leader Kim had ruled for 17 years.'],
  ],
  'a relative named directly behind ("Kim’s sister Kim Yo-jong")': [
    ['de', 'P[Putin] wurde von K[Kims] Schwester Kim Yo-jong begrüßt.'],
    ['en', 'In Pyongyang K[Kim]’s sister Kim Yo-jong read the statement.'],
  ],
  'his full name before, and no other Kim since': [
    ['en', 'K[Kim Jong-un] arrived. ¶ The band played. K[Kim] smiled.'],
    ['en', 'K[Kim Jong-un] arrived. Kim Yo-jong spoke. Kim smiled.'],
    ['en', 'North Korean leader K[Kim] smiled. ¶ Kim Kardashian did too. ¶ Kim waved.'],
    ['en', 'Kim Yo-jong, the sister of K[Kim Jong-un], spoke. ¶ Kim smiled.'],
    [
      'en',
      'K[Kim Jong-un] and P[Putin] dined. K[Kim Jong-un] toasted. ¶ Kim Jong-il had met P[Putin] too. ¶ P[Putin] thanked his host. ¶ “A good day,” K[Kim] said.',
    ],
  ],
  'a headline above a text that names him before any other Kim': [
    ['en', 'K[Kim] rides again ¶ K[Kim Jong-un] was seen on a white horse.'],
  ],
  'a sentence about his country, in a text with no other Kim': [
    ['en', 'Fewer people leave North Korea under K[Kim], researchers say.'],
    ['nb', 'P[Putin] ga K[Kim] en bil.'],
    ['de', 'K[Kim] ließ die Armee an der Grenze neue Raketen aufstellen.'],
    ['cs', 'K[Kim] poslal vojáky i rakety.'],
  ],
  'the only Kim of a text in which a bare "Kim" was he': [
    ['fi', 'P[Putin] ja K[Kim] tapasivat. K[Kimin] mukaan kaikki meni hyvin.'],
    ['en', 'North Korean leader K[Kim] smiled. ¶ “A good day,” K[Kim] said.'],
  ],
};

for (const [rule, cases] of Object.entries(CASES)) decides(rule, cases);

test('every rule has a table', () => {
  expect(KIM_RULES.map(({ name }) => name)).toEqual(Object.keys(CASES));
});

decides('no rule: silent', [
  ['en', 'Kim said the shop would close.'],
  ['en', 'Kim rides again ¶ Kim Kardashian was seen on a white horse. ¶ K[Kim Jong-un] was not.'],
  ['de', 'Kim kaufte Brot und Käse.'],
  ['en', 'Kim met the South Korean army chief in Seoul to discuss missiles.'],
  ['nb', 'Kim scoret to mål for laget.'],
]);
