/**
 * Finding mentions, as a table of sentences: `K[…]`, `P[…]` and `T[…]` are what a
 * reader would want marked, everything else must stay unmarked.
 */
import { describe, expect, test } from 'vitest';
import { createTextReader } from '../../src/tools/text-reader.ts';
import { readCase } from './cases.ts';

const read = createTextReader();

function found(text: string, lang?: string): string[] {
  return read(text, lang).map(({ entity, start, end }) => `${entity}: ${text.slice(start, end)}`);
}

const CASES: Readonly<Record<string, readonly (readonly [lang: string, marked: string])[]>> = {
  'names in their languages, inflected': [
    ['nb', 'P[Putins] reise til Nord-Korea, der K[Kim Jong-un] tok imot P[Putin].'],
    ['en', 'Russian President P[Vladimir Putin] thanked K[Kim Jong Un].'],
    ['de', 'Für P[Wladimir Putins] Besuch schmückte K[Kim Jong Un] die Stadt.'],
    ['fr', 'P[Vladimir Poutine] a rencontré K[Kim Jong-un] à Pyongyang.'],
    ['es', 'El presidente ruso, P[Vladímir Putin], y K[Kim Jong-un] firmaron.'],
    [
      'ru',
      'Переговоры P[Владимира Путина] с K[Ким Чен Ыном] прошли в Пхеньяне, сообщили P[Путину].',
    ],
    ['uk', 'Зустріч P[Володимира Путіна] з K[Кім Чен Ином] тривала дві години.'],
    ['pl', 'Rozmowy P[Władimira Putina] z K[Kim Dzong Unem] trwały dwie godziny.'],
    ['ko', 'P[푸틴]은 평양에서 K[김정은] 국무위원장과 만났다.'],
    ['ja', 'P[プーチン]大統領は平壌で北朝鮮の K[金正恩]総書記と会談した。'],
    ['zh', '俄罗斯总统P[普京]与朝鲜领导人K[金正恩]在平壤会晤。'],
  ],
  'the same name, however it is set': [
    ['en', 'K[Kim Jong\u2011un] with a hard hyphen, P[Vladimir\u00a0Putin] with a hard space'],
    [
      'en',
      'P[Pu\u00adtin] with a soft hyphen, K[KIM JONG-UN] in capitals, K[Kim Jong\u200b-Un] too',
    ],
    ['en', 'P[Vladimir\n            Putin] broken by a line of source'],
    ['en', "P[Putin]’s war and P[Putin]'s party, the P[Putin]-K[Kim] axis"],
  ],
  'a bare Kim needs his full name, a title only he has, or Putin beside him': [
    ['en', 'K[Kim Jong-un] spoke first. Then K[Kim] left.'],
    ['en', 'North Korean leader K[Kim] inspected the factory.'],
    ['en', 'P[Putin] and K[Kim] toasted each other in Pyongyang.'],
    ['en', 'Kim said the team would play on.'],
    ['nb', 'Kim René Elverum ble nummer 32.'],
    [
      'nb',
      'K[Kim Jong-un] lovet støtte. K[Kim] kaller det en allianse, og K[Kims] ord ble notert.',
    ],
    ['de', 'P[Putin] bedankte sich bei K[Kim]: „Wir schätzen Ihre Unterstützung“.'],
  ],
  'other Kims': [
    ['en', 'Kim Yo-jong, the sister of K[Kim Jong-un], answered. Kim warned Seoul.'],
    ['en', 'Kim Il-sung and Kim Jong-il ruled before K[Kim Jong-un].'],
    ['en', 'Kim Kardashian, Kim Clijsters and Jimmy Kimmel met.'],
    ['en', 'Gail Kim and Kevin Kim won their matches.'],
    ['ru', 'Ким Кардашьян развелась. Ким Ир Сен правил до 1994 года.'],
    ['ko', '배우 김정은이 새 드라마에 출연한다.'],
    ['ko', '김여정 부부장이 담화를 냈다.'],
    ['tr', 'Bunu kim yaptı?'],
    ['pl', 'Nie wiem, kim jest ten człowiek.'],
  ],
  'what is not Putin': [
    ['ro', 'Mai puțin de 3% din doză; putin mai mult.'],
    ['fr', 'Un plat de poutine au fromage, s’il vous plaît.'],
    ['en', 'Grigori Rasputin, Yulia Putintseva and a bowl of poutine.'],
    ['en', 'Lyudmila Putina divorced in 2014.'],
    ['ru', 'Распутин умер в 1916 году. Началась путина на Камчатке.'],
    ['ru', 'Людмила Путина дала интервью.'],
    ['ko', '라스푸틴은 러시아 황실의 측근이었다.'],
    ['ja', 'ラスプーチンは僧侶だった。'],
  ],
  'the treaty, with both countries in reach': [
    [
      'en',
      'Russia and North Korea signed a T[comprehensive strategic partnership treaty] in Pyongyang.',
    ],
    ['en', 'Moscow and Pyongyang agreed on a T[Comprehensive Strategic Partnership Treaty].'],
    ['nb', 'T[Partnerskapsavtalen] mellom Russland og Nord-Korea vekker uro.'],
    ['ru', 'Россия и КНДР подписали T[договор о всеобъемлющем стратегическом партнёрстве].'],
    ['ja', '露朝 T[包括的戦略パートナーシップ条約]が北朝鮮とロシアの間で結ばれた。'],
    ['en', 'Russia and Iran signed a comprehensive strategic partnership treaty.'],
    ['en', 'Spain and China upgraded ties to a comprehensive strategic partnership agreement.'],
    ['en', 'The mutual defence treaty of 1961 between Russia and North Korea had lapsed.'],
    ['vi', 'Việt Nam và Nga nâng quan hệ lên Đối tác chiến lược toàn diện.'],
  ],
};

for (const [name, cases] of Object.entries(CASES)) {
  describe(name, () => {
    test.each(cases.map(([lang, marked]) => ({ lang, marked })))(
      '$lang: $marked',
      ({ lang, marked }) => {
        const { text, mentions } = readCase(marked);
        expect(found(text, lang)).toEqual(mentions);
      },
    );
  });
}

test('a text without a language is read with all of them', () => {
  expect(found('Путину и Кім Чен Ину, 푸틴')).toEqual([
    'vladimir-putin: Путину',
    'kim-jong-un: Кім Чен Ину',
    'vladimir-putin: 푸틴',
  ]);
});
