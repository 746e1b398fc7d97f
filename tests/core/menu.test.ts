/** What stands in the context menu, in each state and language. */
import { describe, expect, test } from 'vitest';
import { type MenuState, menuItems } from '../../src/core/menu.ts';
import { readData } from '../../src/tools/read-data.ts';

const { strings } = readData();
const english = strings.en;
if (!english) throw new Error('no English');
const STATE: MenuState = {
  strings: english,
  isTold: true,
  host: 'www.news.example',
  choice: 'by-page',
  hasPanel: true,
};

function shown(state: Partial<MenuState>): string[] {
  return menuItems({ ...STATE, ...state })
    .filter(({ visible }) => visible)
    .map(({ title, enabled }) => (enabled ? title : `(${title})`));
}

describe('titles', () => {
  const REST = ['Open the side panel', 'All facts', 'Options'];
  const cases: readonly [string, Partial<MenuState>, readonly string[]][] = [
    ['a page that decides itself', {}, ['Switch off on news.example', ...REST]],
    ['a site always on', { choice: 'on' }, ['Switch off on news.example', ...REST]],
    [
      'a site switched off',
      { choice: 'site-off' },
      ['Switch on Bakteppe on news.example', ...REST],
    ],
    [
      'a site not on the list',
      { choice: 'not-listed' },
      ['Switch on Bakteppe on news.example', ...REST],
    ],
    ['off everywhere', { choice: 'off' }, ['(Switch off on news.example)', ...REST]],
    ['no page of the web', { host: undefined }, REST],
    [
      'a browser that does not say which page it is',
      { isTold: false, host: undefined },
      ['Switch Bakteppe on or off on this site', ...REST],
    ],
    [
      'the same, off everywhere',
      { isTold: false, host: undefined, choice: 'off' },
      ['(Switch Bakteppe on or off on this site)', ...REST],
    ],
    [
      'a browser without panels',
      { hasPanel: false },
      ['Switch off on news.example', ...REST.slice(1)],
    ],
  ];
  test.each(cases)('%s', (_name, state, titles) => {
    expect(shown(state)).toEqual(['Facts about “%s”', ...titles]);
  });
});

test.each(Object.entries(strings))('%s: the selected words have their place', (_lang, own) => {
  const [facts] = menuItems({ ...STATE, strings: own });
  expect(facts?.title.split('%s')).toHaveLength(2);
});
