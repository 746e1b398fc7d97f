/** What was stored may be anything, and a settings file too: what is valid is kept, all else falls back or is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceFor,
  DEFAULT_SETTINGS,
  itemsOf,
  parseSettings,
  type Settings,
} from '../../src/core/settings.ts';
import { MOST_SITES, readSettingsFile, writeSettingsFile } from '../../src/core/settings-file.ts';
import { GOOD_FILE, hostileFiles, KEYS_OF_OBJECTS } from './settings-files.ts';

const SETTINGS: Settings = {
  on: false,
  where: 'listed',
  sites: { 'vg.no': 'off', '*.nrk.no': 'on', 'dn.no/a*': 'auto' },
  hidden: ['kim-jong-un'],
  painter: 'marks',
  strength: 'all',
  ground: 'strong',
  language: 'ko',
  delay: 600,
  pinByClick: true,
  sync: false,
};
const ITEMS = itemsOf(SETTINGS);
const KEYS = Object.keys(ITEMS);
const anything = fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true });

describe('stored settings', () => {
  test('some items corrupted at random: each loads, and what is left whole is kept', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...KEYS), anything), (corrupt) => {
        const found = itemsOf(parseSettings({ ...ITEMS, ...corrupt }));
        for (const key of KEYS) {
          if (!Object.hasOwn(corrupt, key)) expect(found[key], key).toEqual(ITEMS[key]);
        }
        for (const choice of Object.values(parseSettings({ ...ITEMS, ...corrupt }).sites)) {
          expect(['on', 'off', 'auto']).toContain(choice);
        }
        // What came of the rest is valid: read again it is the same.
        expect(itemsOf(parseSettings(found))).toEqual(found);
      }),
      { numRuns: 1000 },
    );
  });
  test('anything else stored beside them changes none of them', () => {
    const strange = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'sites', 'hidden', 'site')),
      anything,
    );
    fc.assert(
      fc.property(strange, (more) => {
        const own = Object.fromEntries(
          Object.entries(more).filter(([key]) => !/^(site:|hidden:)/.test(key) && !(key in ITEMS)),
        );
        expect(parseSettings({ ...own, ...ITEMS })).toEqual(SETTINGS);
      }),
      { numRuns: 1000 },
    );
  });
  test('anything at all in their place: settings, with which every address can be judged', () => {
    fc.assert(
      fc.property(anything, fc.webUrl(), (stored, address) => {
        const settings = parseSettings(stored);
        const { hostname, pathname } = new URL(address);
        expect(choiceFor(settings, hostname, pathname)).toMatch(
          /^(off|site-off|not-listed|on|by-page)$/,
        );
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
      }),
      { numRuns: 1000 },
    );
  });
  test('sites under keys of objects are sites like others', () => {
    const stored = JSON.parse('{"site:__proto__": "off", "site:constructor": "off", "on": true}');
    const settings = parseSettings(stored);
    expect(choiceFor(settings, '__proto__')).toBe('site-off');
    expect(choiceFor(settings, 'constructor')).toBe('site-off');
    expect(choiceFor(settings, 'toString')).toBe('by-page');
  });
});

describe('settings files', () => {
  const files = hostileFiles();
  test('500, all different, beside one that is good', () => {
    expect(new Set(files).size).toBe(500);
    expect(readSettingsFile(GOOD_FILE)).toHaveProperty('settings.delay', 600);
  });
  test.each(files.map((file, at) => [at, file.slice(0, 90), file]))(
    '%i is refused with a reason: %s',
    (_at, _start, file) => {
      const reading = readSettingsFile(file);
      expect('faults' in reading && reading.faults.length, JSON.stringify(reading)).toBeGreaterThan(
        0,
      );
    },
  );
  test.each(KEYS_OF_OBJECTS)('a site called "%s" is a site like others', (key) => {
    const text = writeSettingsFile({ ...SETTINGS, sites: Object.fromEntries([[key, 'off']]) });
    const reading = readSettingsFile(text);
    // As lists: what lies under some of these keys, objects are not compared by.
    const sites = 'settings' in reading ? Object.entries(reading.settings.sites) : reading.faults;
    // Hosts have no capitals.
    const refused = { kind: 'field', field: `sites.${key}`, value: `"${key}"` };
    expect(sites).toEqual([key === 'toString' ? refused : [key, 'off']]);
    if ('settings' in reading) {
      expect(itemsOf({ ...reading.settings, sync: true })[`site:${key}`]).toBe('off');
    }
  });
  test('as many sites as a storage holds, and not one more', () => {
    const withSites = (count: number) =>
      readSettingsFile(
        writeSettingsFile({
          ...SETTINGS,
          sites: Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.no`, 'on'])),
        }),
      );
    expect(withSites(MOST_SITES)).toHaveProperty('settings');
    expect(withSites(MOST_SITES + 1)).toEqual({
      faults: [{ kind: 'field', field: 'sites.length', value: `${MOST_SITES + 1}` }],
    });
  });
  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(readSettingsFile(text)).toHaveProperty('faults');
      }),
      { numRuns: 500 },
    );
  });
});
