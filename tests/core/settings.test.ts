import { describe, expect, test } from 'vitest';
import { DWELL_MS } from '../../src/core/card-state.ts';
import {
  choiceFor,
  DEFAULT_SETTINGS,
  decidingPattern,
  isSettingKey,
  itemsOf,
  parseSettings,
  type Settings,
  siteKey,
} from '../../src/core/settings.ts';

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
    ['of a newer version', { on: false, later: { a: 1 }, where: 'nearby' }, { on: false }],
    [
      'of the version before this',
      { on: false, 'site:vg.no': 'off', language: 'nb' },
      { on: false, sites: { 'vg.no': 'off' }, language: 'nb' },
    ],
    ['an unknown painter', { painter: 'fireworks' }, {}],
    ['marks', { painter: 'marks' }, { painter: 'marks' }],
    ['a language', { language: 'uk' }, { language: 'uk' }],
    ['no language tag', { language: '../nb', on: false }, { on: false }],
    ['all mentions alike', { strength: 'all' }, { strength: 'all' }],
    ['a ground', { ground: 'strong' }, { ground: 'strong' }],
    ['all pages', { where: 'all' }, { where: 'all' }],
    ['cards at once', { delay: 0 }, { delay: 0 }],
    ['a delay that is none', { delay: -1, pinByClick: true }, { pinByClick: true }],
    ['a delay of minutes', { delay: 120_000 }, {}],
    ['a delay in words', { delay: '320' }, {}],
    ['no sync', { sync: false }, { sync: false }],
    ['a key of objects', { constructor: true, toString: 'off' }, {}],
    [
      'a site taken out of a pattern',
      { 'site:*.nrk.no': 'off', 'site:radio.nrk.no': 'auto' },
      { sites: { '*.nrk.no': 'off', 'radio.nrk.no': 'auto' } },
    ],
    [
      'hidden entities, of those we know',
      { 'hidden:kim-jong-un': true, 'hidden:vladimir-putin': 'yes', 'hidden:nobody': true },
      { hidden: ['kim-jong-un'] },
    ],
  ];
  test.each(cases)('%s', (_name, stored, expected) => {
    expect(parseSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });

  test('what is stored of settings gives them back', () => {
    const settings: Settings = {
      on: false,
      where: 'listed',
      sites: { 'vg.no': 'on', '*.nrk.no': 'off', 'vg.no/Sport*': 'auto' },
      hidden: ['vladimir-putin'],
      painter: 'marks',
      strength: 'all',
      ground: 'light',
      language: 'ko',
      delay: 600,
      pinByClick: true,
      sync: false,
    };
    const items = itemsOf(settings);
    expect(parseSettings(items)).toEqual(settings);
    expect(Object.keys(items).filter((key) => !isSettingKey(key))).toEqual([]);
    expect(itemsOf(DEFAULT_SETTINGS)).toEqual({});
  });

  test('the delay at first is the state machine’s', () => {
    expect(DEFAULT_SETTINGS.delay).toBe(DWELL_MS);
  });
});

describe('what the settings say of an address', () => {
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
    expect(siteKey('VG.no/Sport*')).toBe('site:vg.no/Sport*');
  });

  test.each([
    ['news', undefined, 'by-page'],
    ['news', 'on', 'on'],
    ['news', 'off', 'site-off'],
    ['news', 'auto', 'by-page'],
    ['all', undefined, 'on'],
    ['all', 'on', 'on'],
    ['all', 'off', 'site-off'],
    ['all', 'auto', 'on'],
    ['listed', undefined, 'not-listed'],
    ['listed', 'on', 'on'],
    ['listed', 'off', 'site-off'],
    ['listed', 'auto', 'not-listed'],
  ] as const)('%s pages, the site %s: %s', (where, choice, expected) => {
    const sites = choice ? { 'vg.no': choice } : {};
    expect(choiceFor({ ...DEFAULT_SETTINGS, where, sites }, 'vg.no')).toBe(expected);
  });
});

describe('which pattern decides', () => {
  const cases: [string, string[], string, string | undefined][] = [
    ['the host', ['vg.no'], 'vg.no/', 'vg.no'],
    ['the host, any path', ['vg.no'], 'vg.no/sport/1', 'vg.no'],
    ['no other host', ['vg.no'], 'avg.no/', undefined],
    ['no subdomain', ['vg.no'], 'pluss.vg.no/', undefined],
    ['*.host: a subdomain', ['*.vg.no'], 'pluss.vg.no/', '*.vg.no'],
    ['*.host: a deeper one', ['*.vg.no'], 'a.b.vg.no/', '*.vg.no'],
    ['*.host: the host itself', ['*.vg.no'], 'vg.no/', '*.vg.no'],
    ['*.host: no host that ends alike', ['*.vg.no'], 'avg.no/', undefined],
    ['the host before *.host', ['*.vg.no', 'pluss.vg.no'], 'pluss.vg.no/', 'pluss.vg.no'],
    ['the nearer *.host', ['*.no', '*.vg.no'], 'pluss.vg.no/', '*.vg.no'],
    ['a path that begins so', ['vg.no/sport*'], 'vg.no/sport/fotball', 'vg.no/sport*'],
    ['the path itself', ['vg.no/sport*'], 'vg.no/sport', 'vg.no/sport*'],
    ['no other path', ['vg.no/sport*'], 'vg.no/nyheter', undefined],
    ['paths are told apart by case', ['vg.no/sport*'], 'vg.no/Sport', undefined],
    ['one page', ['vg.no/sport'], 'vg.no/sport/', 'vg.no/sport'],
    ['one page and none below', ['vg.no/sport'], 'vg.no/sport/1', undefined],
    ['a path before the host', ['vg.no', 'vg.no/sport*'], 'vg.no/sport', 'vg.no/sport*'],
    ['the longer path', ['vg.no/s*', 'vg.no/sport*'], 'vg.no/sport', 'vg.no/sport*'],
    ['a path of *.host before the host', ['vg.no', '*.vg.no/s*'], 'vg.no/s', '*.vg.no/s*'],
    ['what no version wrote', ['', '/', '*', '*.', 'vg.no:80'], 'vg.no/', undefined],
  ];
  test.each(cases)('%s', (_name, patterns, address, expected) => {
    const sites = Object.fromEntries(patterns.map((pattern) => [pattern, 'on' as const]));
    const [host = '', ...path] = address.split('/');
    expect(decidingPattern(sites, host, `/${path.join('/')}`)).toBe(expected);
  });
});
