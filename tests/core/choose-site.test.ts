/** The three-way switch of the popup, on whatever list of sites there is. */
import { describe, expect, test } from 'vitest';
import { chooseSite, shownPattern, siteChoice } from '../../src/core/choose-site.ts';
import type { Settings, SiteChoice } from '../../src/core/settings.ts';

type Sites = Settings['sites'];
const AT = ['www.nrk.no', '/sport/1'] as const;

const cases: [string, Sites, SiteChoice, string, SiteChoice | undefined][] = [
  ['nothing yet, on', {}, 'on', 'nrk.no', 'on'],
  ['nothing yet, automatic', {}, 'auto', 'nrk.no', undefined],
  ['from off to automatic it is forgotten', { 'nrk.no': 'off' }, 'auto', 'nrk.no', undefined],
  ['out of a wider choice', { '*.nrk.no': 'off' }, 'on', 'nrk.no', 'on'],
  ['automatic within a wider choice is kept', { '*.nrk.no': 'off' }, 'auto', 'nrk.no', 'auto'],
  ['back to it', { '*.nrk.no': 'off', 'nrk.no': 'auto' }, 'off', 'nrk.no', 'off'],
  ['where a path decides, the path', { 'nrk.no/sport*': 'off' }, 'on', 'nrk.no/sport*', 'on'],
  ['a path forgotten', { 'nrk.no/sport*': 'off' }, 'auto', 'nrk.no/sport*', undefined],
  [
    'a path out of the host’s choice',
    { 'nrk.no/sport*': 'off', 'nrk.no': 'on' },
    'auto',
    'nrk.no/sport*',
    'auto',
  ],
  ['another path’s choice', { 'nrk.no/urix*': 'off' }, 'on', 'nrk.no', 'on'],
];

describe('a press changes what decides', () => {
  test.each(cases)('%s', (_name, sites, choice, pattern, stored) => {
    expect(chooseSite(sites, ...AT, choice)).toEqual({ pattern, choice: stored });
    expect(shownPattern(sites, ...AT)).toBe(pattern);
  });
  test.each(cases)(
    'and it is what the popup then shows: %s',
    (_n, sites, choice, pattern, stored) => {
      const { [pattern]: _, ...others } = sites;
      const after = stored === undefined ? others : { ...others, [pattern]: stored };
      expect(siteChoice(after, ...AT)).toBe(choice);
    },
  );
});
