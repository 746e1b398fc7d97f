/**
 * Made-up text that is hard on whoever looks for names: real names and pieces of them, written
 * in every way and glued together, in any script, with what cannot be seen in between.
 */
import fc from 'fast-check';
import type { Names } from '../../src/core/names-schema.ts';

/** Characters that show nothing, stack up or turn the direction round. */
export const HIDDEN = [
  ...'\u00ad\u200b\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\ufe0f\u061c\u0640\u064e\u0670\u05b4',
];
const MARKS = [...'\u0301\u0306\u0307\u0308\u0323\u3099\u309a\u1161\u11ab\u093c\u20dd'];
/** What parts the words of a name, and what looks as if it did. */
const SEPARATORS = [
  ...' -\u00a0\u2009\u2011\u2013\u2212·・･－\u05be\n\t',
  '  ',
  ' - ',
  '.',
  '. ',
  '/',
  '_',
  '\u2014\u2014',
  ' '.repeat(60),
  ' '.repeat(61),
];
/** Half of a pair without the other. */
const HALVES = ['\ud800', '\ud83d', '\udbff', '\udc00', '\udfff'];
const LETTERS = [...'aAkKpPoOuUiIıİßſŭščЖжІіЁёЎўΩωςάאבשوفبكキプンー金正恩김정은ก็ককরাதᠠ𝐊𐐀𐞀ꙮ'];
const NEARLY = [
  '\u212aim',
  'Kim',
  'Ким',
  'キム',
  '#',
  '#putin',
  'putin',
  'KIM JONG',
  'V. V. ',
  'V. V. Putinisse',
  'В.В. ',
  'Вл. ',
  'Wł.',
  'Vl. ',
  'Mr. ',
  "'s",
  '’in',
  'ות',
  'וש',
  'وال',
  'Rasputin',
  '金',
  '\uf90a',
];

/** All forms of some lists, of whomever. */
export function formsIn(lists: readonly Names[]): string[] {
  return lists.flatMap(({ names, others }) => [
    ...Object.values(names).flatMap((named) => Object.values(named).flat()),
    ...Object.values(others).flat(),
  ]);
}

/** Letters of any script, assigned or not, pairs whole or halved. */
export const anyLetter: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HIDDEN, ...MARKS, ...SEPARATORS, ...HALVES, ...LETTERS),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);

/** A form as somebody may have written it: its case, its spaces, its letters taken apart, things hidden in it. */
function written(form: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const ways: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.toLowerCase(),
    (name) => name.charAt(0).toUpperCase() + name.slice(1),
    (name) => name.normalize('NFD'),
    (name) => name.normalize('NFKD'),
    (name) => name.replaceAll("'", '’'),
  ];
  const separator = fc.option(fc.constantFrom(...SEPARATORS), { nil: undefined });
  const hidden = fc.option(fc.tuple(fc.constantFrom(...HIDDEN, ...MARKS), fc.nat(40)), {
    nil: undefined,
  });
  return fc
    .tuple(form, fc.constantFrom(...ways), separator, hidden)
    .map(([name, way, between, inserted]) => {
      const made = way(between === undefined ? name : name.replaceAll(/[ -]/g, () => between));
      const at = Math.min(made.length, inserted?.[1] ?? 0);
      return made.slice(0, at) + (inserted?.[0] ?? '') + made.slice(at);
    });
}

/** Names, beginnings and ends of names, separators and letters, one after the other. */
export function textWith(forms: readonly string[]): fc.Arbitrary<string> {
  const form = fc.constantFrom(...forms);
  const cut = fc.tuple(form, fc.nat(30), fc.nat(30));
  const piece = fc.oneof(
    { weight: 4, arbitrary: written(form) },
    { weight: 2, arbitrary: cut.map(([name, from, to]) => name.slice(0, to).slice(from % 4)) },
    { weight: 3, arbitrary: fc.constantFrom(...SEPARATORS, ' ', ' ', ' ') },
    { weight: 2, arbitrary: fc.constantFrom(...NEARLY) },
    { weight: 1, arbitrary: anyLetter },
    { weight: 1, arbitrary: fc.constantFrom('og møtte ', 'the small words of a text ', ', ') },
  );
  return fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));
}

/** A text, and ascending places in it where another piece of markup begins. */
export function textInMarkup(
  text: fc.Arbitrary<string>,
): fc.Arbitrary<{ readonly text: string; readonly edges: readonly number[] }> {
  return text.chain((made) =>
    fc
      .uniqueArray(fc.nat(made.length), { maxLength: 6 })
      .map((edges) => ({ text: made, edges: edges.sort((a, b) => a - b) })),
  );
}
