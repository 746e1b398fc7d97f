/** A heap snapshot is counted by kind, and two are compared. */
import { expect, test } from 'vitest';
import { grownKinds, kindsIn } from '../../src/tools/heap-kinds.ts';

const STRINGS = ['', 'Range', 'Some words', 'system / Code'];
const TYPES = ['hidden', 'string', 'object', 'code', 'concatenated string'];

/** Nodes as type, name and bytes. */
const snapshot = (nodes: readonly (readonly [number, number, number])[]) => ({
  snapshot: {
    meta: {
      node_fields: ['type', 'name', 'id', 'self_size'],
      node_types: [TYPES, 'string', 'number', 'number'],
    },
  },
  nodes: nodes.flatMap(([type, name, size], at) => [type, name, at, size]),
  strings: STRINGS,
});

const BEFORE = snapshot([
  [2, 1, 40],
  [1, 2, 30],
  [3, 3, 100],
]);
const NOW = snapshot([
  [2, 1, 40],
  [2, 1, 44],
  [1, 2, 30],
  [4, 2, 20],
  [3, 3, 90],
]);

test('kinds with their number and their bytes; strings are one', () => {
  expect(Object.fromEntries(kindsIn(NOW))).toEqual({
    'object Range': { count: 2, bytes: 84 },
    string: { count: 2, bytes: 50 },
    'code system / Code': { count: 1, bytes: 90 },
  });
});

test('what is more, the most first, and nothing that is less', () => {
  const [before, now] = [kindsIn(BEFORE), kindsIn(NOW)];
  expect(grownKinds(before, now, 1)).toEqual([
    'object Range: 1 more, 44 bytes',
    'string: 1 more, 20 bytes',
  ]);
  expect(grownKinds(before, now, 30)).toEqual(['object Range: 1 more, 44 bytes']);
});
