/** What a side panel takes for a message of the page beside it, and what it does not. */
import { expect, test } from 'vitest';
import { LONGEST_LANG, LONGEST_TEXT } from '../../src/core/mention-list.ts';
import { parsePanelMessage } from '../../src/extension/panel-message.ts';

const MENTION = {
  entity: 'vladimir-putin',
  lang: 'nb',
  n: 2,
  count: 7,
  line: { before: 'sa ', text: 'Putin', after: ' i dag' },
  reading: { paragraph: 'sa Putin i dag', page: 'Møte i Moskva' },
};
const { lang: _, ...undeclared } = MENTION;

test.each([
  [{ type: 'none' }],
  [{ type: 'mention', mention: MENTION }],
  [{ type: 'mention', mention: undeclared }],
])('%j', (message) => {
  expect(parsePanelMessage(message)).toEqual(message);
});

const refused: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a word', 'none'],
  ['an unknown type', { type: 'mentions?' }],
  ['no mention', { type: 'mention' }],
  ...Object.entries({
    'an unknown entity': { entity: 'somebody' },
    'a place below 0': { n: -1 },
    'a place that is no number': { n: '2' },
    'a count that is none': { count: Number.NaN },
    'a language that is none': { lang: 7 },
    'a language as long as a text': { lang: 'x'.repeat(LONGEST_LANG + 1) },
    'no line': { line: undefined },
    'a line too long': { line: { ...MENTION.line, text: 'x'.repeat(LONGEST_TEXT + 1) } },
    'half a line': { line: { before: '', text: '' } },
    'no reading': { reading: undefined },
    'a whole book': { reading: { ...MENTION.reading, page: 'x'.repeat(40_001) } },
  }).map(([name, change]): [string, unknown] => [
    name,
    { type: 'mention', mention: { ...MENTION, ...change } },
  ]),
];
test.each(refused)('not %s', (_name, message) => {
  expect(parsePanelMessage(message)).toBeUndefined();
});

test('only what is known of it comes through', () => {
  const message = { type: 'mention', mention: { ...MENTION, html: '<b>' }, more: 1 };
  expect(parsePanelMessage(message)).toEqual({ type: 'mention', mention: MENTION });
});
