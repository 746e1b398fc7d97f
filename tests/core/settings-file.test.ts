import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import {
  type FileFault,
  readSettingsFile,
  writeSettingsFile,
} from '../../src/core/settings-file.ts';

const { sync: _, ...defaults } = DEFAULT_SETTINGS;
const file = (settings: object, head: object = {}): string =>
  JSON.stringify({ format: 'bakteppe-settings', version: 1, ...head, settings });
const field = (name: string, value: string): FileFault => ({ kind: 'field', field: name, value });

describe('a file gives back what was written', () => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    on: false,
    where: 'listed',
    sites: { 'nrk.no': 'on', '*.vg.no': 'off', 'vg.no/sport*': 'auto' },
    hidden: ['partnership-treaty'],
    delay: 1000,
    pinByClick: true,
    ground: 'light',
    sync: false,
  };
  test('all settings but that of the device', () => {
    const { sync: _device, ...shared } = settings;
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ settings: shared });
    expect(writeSettingsFile(settings)).not.toContain('sync');
  });
  test('a setting that is not in it is at its default', () => {
    expect(readSettingsFile(file({ on: false }))).toEqual({ settings: { ...defaults, on: false } });
  });
  test('with a byte order mark', () => {
    expect(readSettingsFile(`\ufeff${file({})}`)).toEqual({ settings: defaults });
  });
});

describe('a file that cannot be used says why', () => {
  const cases: [string, string, FileFault[]][] = [
    ['empty', '', [{ kind: 'not-json' }]],
    ['cut off', file({}).slice(0, -3), [{ kind: 'not-json' }]],
    ['other JSON', '[1, 2]', [{ kind: 'not-ours' }]],
    ['null', 'null', [{ kind: 'not-ours' }]],
    ['another program’s', '{"format": "bookmarks", "version": 1}', [{ kind: 'not-ours' }]],
    ['no version', '{"format": "bakteppe-settings"}', [{ kind: 'not-ours' }]],
    ['a newer one', file({ on: 'maybe' }, { version: 2 }), [{ kind: 'newer', version: 2 }]],
    ['a wrong value', file({ where: 'here' }), [field('where', '"here"')]],
    ['an unknown setting', file({ colour: 'red' }), [field('colour', '"colour"')]],
    [
      'a pattern that is none',
      file({ sites: { 'nrk.*': 'on' } }),
      [field('sites.nrk.*', '"nrk.*"')],
    ],
    ['an unknown entity', file({ hidden: ['nobody'] }), [field('hidden.0', '"nobody"')]],
    [
      'a long value is cut',
      file({ language: 'x'.repeat(99) }),
      [field('language', `"${'x'.repeat(59)}…`)],
    ],
    [
      'everything that is wrong, at once',
      file({ on: 1, delay: -5, sites: { 'vg.no': 'perhaps' } }),
      [field('on', '1'), field('sites.vg.no', '"perhaps"'), field('delay', '-5')],
    ],
  ];
  test.each(cases)('%s', (_name, text, faults) => {
    expect(readSettingsFile(text)).toEqual({ faults });
  });
});
