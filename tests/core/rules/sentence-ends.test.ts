import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceEnds } from '../../../src/core/rules/sentence-ends.ts';

/** The same as one expression: right, and too dear to compile on every page. */
const ENDS =
  /[。！？\n]|(?<![\s.("'“‘]\p{Lu}|[\s("'“‘]\p{Lu}\p{Ll}{1,2}|^\p{Lu})[.!?…।]["”’»)\]]*\s+(?=[\p{Lu}\p{Lo}\p{N}"“„«‘(—–-])/gu;

function byExpression(text: string): string[] {
  return [...text.matchAll(ENDS)].map(({ index, 0: mark }) => `${index}–${index + mark.length}`);
}

function bySteps(text: string): string[] {
  return [...sentenceEnds(text)].map(({ start, end }) => `${start}–${end}`);
}

describe('sentences end', () => {
  test.each([
    ['He left. She stayed.', ['7–9']],
    ['So Mr. Putin left. V. Putin stayed.', ['17–19']],
    ['“He left.” Then it rained', ['8–11']],
    ['at 5.30 p.m. local time. 20 came', ['23–25']],
    ['他走了。她留下', ['3–4']],
    ['Он ушёл. Она осталась… Но', ['7–9', '21–23']],
    ['one line\nanother', ['8–9']],
    ['no end here', []],
  ] as const)('%s', (text, ends) => {
    expect(bySteps(text)).toEqual(ends);
  });

  test('where the expression says, in any mixture of signs', () => {
    const sign = fc.constantFrom(...'AbcÅжЖ。！？!?.…।"”’»)]“„«‘(—–-  \n\u00a05٣가א中𝒜ǅ');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const text = signs.join('');
        expect(bySteps(text)).toEqual(byExpression(text));
      }),
      { numRuns: 20_000, seed: 20240619 },
    );
  });
});
