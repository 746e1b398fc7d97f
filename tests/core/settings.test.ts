import { describe, expect, test } from 'vitest';
import { choiceFor, DEFAULT_SETTINGS, parseSettings, siteKey } from '../../src/core/settings.ts';

describe('stored settings load piece by piece', () => {
  const cases: [string, unknown, object][] = [
    ['nothing stored', {}, {}],
    ['not an object', 'on', {}],
    ['null', null, {}],
    ['off', { on: false }, { on: false }],
    [
      'a broken switch keeps the sites',
      { on: 'yes', 'site:vg.no': 'off' },
      { sites: { 'vg.no': 'off' } },
    ],
    ['a broken site keeps the switch', { on: false, 'site:vg.no': 7 }, { on: false }],
    ['of a newer version', { on: false, later: { a: 1 } }, { on: false }],
    ['an unknown painter', { painter: 'fireworks' }, {}],
    ['marks', { painter: 'marks' }, { painter: 'marks' }],
  ];
  test.each(cases)('%s', (_name, stored, expected) => {
    expect(parseSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });
});

describe('what the settings say of a host', () => {
  const settings = parseSettings({ 'site:vg.no': 'off', 'site:blogg.no': 'on' });
  const cases: [string, string][] = [
    ['www.vg.no', 'site-off'],
    ['VG.no', 'site-off'],
    ['blogg.no', 'on'],
    ['nrk.no', 'by-page'],
    ['constructor', 'by-page'],
    ['__proto__', 'by-page'],
  ];
  test.each(cases)('%s: %s', (host, choice) => {
    expect(choiceFor(settings, host)).toBe(choice);
    expect(choiceFor({ ...settings, on: false }, host)).toBe('off');
  });
  test('a site has one key, with or without www', () => {
    expect(siteKey('www.VG.no')).toBe(siteKey('vg.no'));
  });
});
