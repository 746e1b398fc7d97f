import { expect, test } from 'vitest';
import { NOTHING_CHOSEN } from '../../src/core/filter-facts.ts';
import {
  addressOf,
  type LibraryView,
  parseView,
  WHOLE_LIBRARY,
  widened,
} from '../../src/core/library-view.ts';

const nameable = {
  values: {
    about: ['kim-jong-un', 'vladimir-putin'],
    claimant: ['article'],
    kind: ['claim', 'quote'],
    topic: ['weapons'],
  },
  langs: ['en', 'ru'],
  facts: ['limousine'],
};

function parsed(address: string): LibraryView {
  const [search = '', hash = ''] = address.split('#');
  return parseView(search, hash, nameable);
}

const full: LibraryView = {
  chosen: { about: ['kim-jong-un', 'vladimir-putin'], claimant: [], kind: ['quote'], topic: [] },
  query: 'снаряды, "100 %" & more=+',
  inAll: true,
  lang: 'en',
  second: 'ru',
  fact: 'limousine',
};

test('a view comes back from its address', () => {
  expect(parsed(addressOf(full))).toEqual(full);
  expect(parsed(addressOf(WHOLE_LIBRARY))).toEqual(WHOLE_LIBRARY);
  expect(addressOf(WHOLE_LIBRARY)).toBe('?');
});

test('the address can be read by a person', () => {
  expect(addressOf({ ...full, query: 'shells' })).toBe(
    '?about=kim-jong-un,vladimir-putin&kind=quote&q=shells&all=1&lang=en&with=ru#limousine',
  );
});

test.each<[name: string, address: string, view: Partial<LibraryView>]>([
  [
    'unknown values',
    '?about=xi,kim-jong-un&kind=lie',
    { chosen: { ...NOTHING_CHOSEN, about: ['kim-jong-un'] } },
  ],
  [
    'values in any order, or twice',
    '?kind=quote,claim,quote',
    { chosen: { ...NOTHING_CHOSEN, kind: ['claim', 'quote'] } },
  ],
  ['unknown languages', '?lang=xx&with=__proto__', {}],
  ['unknown fact', '#nothing', {}],
  ['broken escapes', '?q=%E0%A4%A', { query: '%E0%A4%A' }],
  ['plus for a space', '?q=kim+putin', { query: 'kim putin' }],
  ['no value, no name', '?q&&=x', {}],
])('%s', (_name, address, view) => {
  expect(parsed(address)).toEqual({ ...WHOLE_LIBRARY, ...view });
});

test('half a character does not break an address', () => {
  expect(addressOf({ ...WHOLE_LIBRARY, query: 'a\ud83d' })).toBe('?q=a');
});

test('widened: search and filters go, languages stay', () => {
  expect(widened(full)).toEqual({ ...WHOLE_LIBRARY, lang: 'en', second: 'ru' });
});
