/** What the popup takes for an answer of a page, and what it does not. */
import { describe, expect, test } from 'vitest';
import { LONGEST_TEXT, MOST_LISTED } from '../../src/core/mention-list.ts';
import {
  parseMentionList,
  parsePageStatus,
  parseStatusMessage,
  parseWalkPosition,
} from '../../src/extension/page-answers.ts';

const counts = { 'kim-jong-un': 1, 'vladimir-putin': 0, 'partnership-treaty': 2 };
const status = { state: 'annotated', counts, reasons: ['news-type', 'byline'] };
const position = { id: 3, entity: 'vladimir-putin', n: 1, count: 4 };
const line = { id: 1, entity: 'kim-jong-un', lang: 'nb', before: '…', text: 'Kim', after: '' };
const list = { mentions: [line, { ...line, lang: undefined }], count: 2, current: undefined };
const nothing: unknown[] = [undefined, null, 'annotated', 3, [], {}];

const cases: [name: string, parse: (answer: unknown) => unknown, good: unknown, bad: unknown[]][] =
  [
    [
      'status',
      parsePageStatus,
      status,
      [
        { ...status, state: 'excellent' },
        { ...status, counts: { 'kim-jong-un': 1 } },
        { ...status, counts: { ...counts, 'vladimir-putin': -1 } },
        { ...status, counts: { ...counts, 'vladimir-putin': '1' } },
        { ...status, reasons: 'byline' },
        { ...status, reasons: ['byline', 'gossip'] },
      ],
    ],
    [
      'position',
      parseWalkPosition,
      position,
      [
        { ...position, entity: 'somebody' },
        { ...position, n: 1.5 },
        { ...position, id: undefined },
      ],
    ],
    [
      'list',
      parseMentionList,
      list,
      [
        { ...list, count: undefined },
        { ...list, current: -1 },
        { ...list, mentions: 'none' },
        { ...list, mentions: [null] },
        { ...list, mentions: [{ ...line, text: 7 }] },
        { ...list, mentions: [{ ...line, before: 'x'.repeat(LONGEST_TEXT + 1) }] },
        { ...list, mentions: [{ ...line, lang: 'x'.repeat(99) }] },
        { ...list, mentions: Array(MOST_LISTED + 1).fill(line) },
      ],
    ],
  ];

describe.each(cases)('a %s', (_, parse, good, bad) => {
  test('comes through, and nothing else with it', () => {
    expect(parse(good)).toEqual(good);
    expect(parse({ ...(good as object), more: 1 })).toEqual(good);
  });
  test.each([...nothing, ...bad].map((answer) => [JSON.stringify(answer)?.slice(0, 90), answer]))(
    'is not %s',
    (_name, answer) => {
      expect(parse(answer)).toBeUndefined();
    },
  );
});

test('a page says that its status changed', () => {
  expect(parseStatusMessage({ type: 'status', status })).toEqual(status);
  expect(parseStatusMessage({ type: 'wake', status })).toBeUndefined();
  expect(parseStatusMessage({ type: 'status', status: {} })).toBeUndefined();
});
