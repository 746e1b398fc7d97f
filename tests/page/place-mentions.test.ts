/**
 * A mention whose words somebody takes away and puts back, before their block is read again, has its
 * place again. An old session's marks go so while a new one is there already, and a framework's text.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Mention } from '../../src/core/model.ts';
import { type Held, placeMentions } from '../../src/page/place-mentions.ts';

beforeEach(() => {
  vi.stubGlobal('ShadowRoot', class {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const MENTION: Mention = { entity: 'kim-jong-un', start: 0, end: 11 };

/** A block with one name, over two text nodes or in one, and who exchanges its words. */
function blockOf(count: 1 | 2) {
  const element = {} as Element;
  const nodes = Array.from({ length: count }, () => ({
    parentElement: element,
    getRootNode: () => element,
  })) as unknown as Text[];
  const words = { now: 'Kim Jong-un' };
  const range = {
    startContainer: nodes[0],
    endContainer: nodes.at(-1),
    get collapsed() {
      return words.now === '';
    },
    toString: () => words.now,
    setStart: () => undefined,
    setEnd: () => undefined,
  } as unknown as Range;
  const block = {
    element,
    nodes,
    text: 'Kim Jong-un',
    toRange: () => (words.now === 'Kim Jong-un' ? range : undefined),
  };
  const reading = { text: block.text, lang: 'en', candidates: [] };
  const held = { block, reading, placed: new Map(), isShown: true } as unknown as Held;
  return { held, words };
}

test.each([
  ['over two text nodes, half of it exchanged', 2, 'Kim Il'],
  ['over two text nodes, taken out', 2, ''],
  ['in one text node, taken out', 1, ''],
] as const)('%s', (_, count, torn) => {
  const { held, words } = blockOf(count);
  // The resolver keeps its verdict: the same object each time.
  const mentions = [MENTION];
  const texts = () => placeMentions(held, mentions).places.map(({ range }) => String(range));
  expect(texts()).toEqual(['Kim Jong-un']);
  words.now = torn;
  expect(texts()).toEqual([]);
  words.now = 'Kim Jong-un';
  expect(texts()).toEqual(['Kim Jong-un']);
});

test('not there when it is first looked for', () => {
  const { held, words } = blockOf(2);
  const mentions = [MENTION];
  words.now = 'Kim Il';
  expect(placeMentions(held, mentions).places).toEqual([]);
  words.now = 'Kim Jong-un';
  expect(placeMentions(held, mentions).places).toHaveLength(1);
});
