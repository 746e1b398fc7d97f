/** What a session takes for a message, and what it does not. */
import { expect, test } from 'vitest';
import { LONGEST_TEXT } from '../../src/core/mention-list.ts';
import { parseWalkMessage } from '../../src/extension/walk-message.ts';

const taken: unknown[] = [
  { type: 'walk', command: 'next' },
  { type: 'walk', command: 'open' },
  { type: 'walk', command: 'previous', from: 3 },
  { type: 'visit', id: 0 },
  { type: 'visit', id: 17 },
  { type: 'about', text: '' },
  { type: 'about', text: 'Putin' },
  { type: 'mentions?' },
];
test.each(taken.map((message) => [JSON.stringify(message), message]))('%s', (_, message) => {
  expect(parseWalkMessage(message)).toEqual(message);
});

const refused: unknown[] = [
  undefined,
  null,
  'walk',
  7,
  [],
  {},
  { type: 'status?' },
  { type: 'walk' },
  { type: 'walk', command: 'toggle' },
  { type: 'walk', command: ['next'] },
  { type: 'visit' },
  { type: 'visit', id: -1 },
  { type: 'visit', id: 1.5 },
  { type: 'visit', id: '1' },
  { type: 'visit', id: Number.NaN },
  { type: ['mentions?'] },
  { type: 'walk', command: 'next', from: -1 },
  { type: 'walk', command: 'next', from: '2' },
  { type: 'walk', command: 'next', from: null },
  { type: 'about' },
  { type: 'about', text: 7 },
  { type: 'about', text: 'x'.repeat(LONGEST_TEXT + 1) },
];
test.each(refused.map((message) => [JSON.stringify(message), message]))('not %s', (_, message) => {
  expect(parseWalkMessage(message)).toBeUndefined();
});

test('only what is known of it comes through', () => {
  expect(parseWalkMessage({ type: 'visit', id: 1, more: 2 })).toEqual({ type: 'visit', id: 1 });
});
