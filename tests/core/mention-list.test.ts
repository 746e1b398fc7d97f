/** A mention's line: what stands around it, cut where a word begins or ends. */
import { expect, test } from 'vitest';
import { LONGEST_TEXT, lineOf } from '../../src/core/mention-list.ts';

const cases: [string, string, string, string][] = [
  ['short text stays whole', 'Then [Putin] left.', 'Then ', ' left.'],
  ['nothing around', '[Putin]', '', ''],
  ['whitespace becomes one space', 'So\n\t [Putin]\u00a0  said', 'So ', ' said'],
  ['soft hyphens go', 'Im Kreml: Pres\u00adident [Putin] spoke', 'Im Kreml: President ', ' spoke'],
  [
    'long text is cut between words',
    'When the Russian president, whose plane was late, [Putin] stepped off the plane, the North Korean leader was waiting for him',
    '…whose plane was late, ',
    ' stepped off the plane, the North Korean…',
  ],
  [
    'a script without spaces is cut anywhere',
    `${'朝'.repeat(40)}[普京]${'鲜'.repeat(60)}`,
    `…${'朝'.repeat(28)}`,
    `${'鲜'.repeat(44)}…`,
  ],
  [
    'no half characters',
    `${'x'.repeat(20)}😀${'y'.repeat(27)}[Putin]${'z'.repeat(43)}😀zzzz`,
    `…${'y'.repeat(27)}`,
    `${'z'.repeat(43)}…`,
  ],
];

test.each(cases)('%s', (_name, marked, before, after) => {
  const start = marked.indexOf('[');
  const length = marked.indexOf(']') - start - 1;
  const context = marked.replace(/[[\]]/g, '');
  const line = lineOf(context, start, length);
  expect([line.before, line.after]).toEqual([before, after]);
  expect(line.text).toBe(context.slice(start, start + length));
});

test('a text longer than any name is cut', () => {
  expect(lineOf('a'.repeat(500), 0, 500).text.length).toBe(LONGEST_TEXT);
});
