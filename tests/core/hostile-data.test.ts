/** What comes from storage, from a reader's file and from a reader's keyboard may be anything. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENTITY_IDS } from '../../src/core/model.ts';
import { reconcile, thatFit } from '../../src/core/reconcile.ts';
import { holdsAll, placesOf, searchable, wordsOf } from '../../src/core/search-text.ts';
import {
  choiceFor,
  DEFAULT_SETTINGS,
  isSettingValue,
  itemsOf,
  parseSettings,
  type Settings,
  siteKey,
} from '../../src/core/settings.ts';
import {
  type FileReading,
  readSettingsFile,
  writeSettingsFile,
} from '../../src/core/settings-file.ts';
import { parsePattern } from '../../src/core/site-pattern.ts';
import { holdsFor, runsOf } from './fuzz.ts';
import { anyLetter } from './hostile-text.ts';

const anyText = fc.array(anyLetter, { maxLength: 20 }).map((letters) => letters.join(''));
const host = fc.constantFrom(
  'vg.no',
  'nrk.no',
  'a.b.example',
  'xn--d1acpjx3f.xn--p1ai',
  'localhost',
);
const pattern = fc
  .tuple(fc.constantFrom('', '*.'), host, fc.constantFrom('', '/sport', '/sport*', '/a/b/*'))
  .map((parts) => parts.join(''));
/** Names that objects have without anybody giving them. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const KEYS = [
  ...Object.keys(DEFAULT_SETTINGS),
  ...ENTITY_IDS.map((id) => `hidden:${id}`),
  ...INHERITED,
  'site:',
  'hidden:',
  'format',
];

const settings: fc.Arbitrary<Settings> = fc.record({
  on: fc.boolean(),
  where: fc.constantFrom('news', 'all', 'listed'),
  sites: fc.dictionary(
    pattern.map((text) => siteKey(text).slice('site:'.length)),
    fc.constantFrom('on', 'off', 'auto'),
  ),
  hidden: fc.subarray([...ENTITY_IDS]),
  painter: fc.constantFrom('automatic', 'marks'),
  strength: fc.constantFrom('first', 'all'),
  ground: fc.constantFrom('none', 'light', 'strong'),
  language: fc.constantFrom('automatic', 'nb', 'zh'),
  delay: fc.integer({ min: 0, max: 5000 }),
  pinByClick: fc.boolean(),
  sync: fc.boolean(),
});

const anyKey = fc.oneof(fc.constantFrom(...KEYS), pattern.map(siteKey), anyText);
const anyValue = fc.oneof(
  fc.constantFrom<unknown>(
    'on',
    'off',
    true,
    'all',
    'marks',
    320,
    -1,
    1e9,
    Number.NaN,
    null,
    undefined,
    'nb',
    '\u202enb',
  ),
  fc.jsonValue(),
);
const anyItems = fc.array(fc.tuple(anyKey, anyValue), { maxLength: 8 });

/** An object with these as its own, `__proto__` too, as `JSON.parse` makes them. */
function objectOf(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries);
}

describe('stored settings', () => {
  test('anything at all is read as settings, and those are read again as they are', () => {
    holdsFor(
      fc.oneof(anyItems.map(objectOf), fc.jsonValue()),
      (stored) => {
        const read = parseSettings(stored);
        expect(parseSettings(itemsOf(read))).toEqual(read);
        // And what is no setting's value says the same as nothing.
        const known = Object.entries(Object(stored)).filter((item) => isSettingValue(...item));
        expect(parseSettings(objectOf(known))).toEqual(read);
        expect(['off', 'site-off', 'not-listed', 'on', 'by-page']).toContain(
          choiceFor(read, 'www.vg.no', '/sport/x'),
        );
      },
      runsOf(2000),
    );
  });

  test('what is broken falls back alone: the rest is kept', () => {
    const noise = fc.array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom(...INHERITED, 'format', 'hidden:', 'hidden:nobody'),
          anyText.map((text) => `x${text}`),
        ),
        anyValue,
      ),
      { maxLength: 6 },
    );
    holdsFor(
      fc.tuple(
        settings,
        noise,
        fc.constantFrom(
          ...Object.keys(
            itemsOf({
              ...DEFAULT_SETTINGS,
              on: false,
              where: 'all',
              painter: 'marks',
              strength: 'all',
              ground: 'light',
              language: 'nb',
              delay: 0,
              pinByClick: true,
              sync: false,
            }),
          ),
        ),
      ),
      ([valid, rubbish, broken]) => {
        const items = {
          ...itemsOf(valid),
          ...objectOf(rubbish),
          [broken]: { broken },
          'site:broken.example': { broken },
        };
        const expected = { ...valid, [broken]: DEFAULT_SETTINGS[broken as keyof Settings] };
        expect(parseSettings(items)).toEqual({
          ...expected,
          hidden: ENTITY_IDS.filter((id) => valid.hidden.includes(id)),
        });
      },
      runsOf(1000),
    );
  });

  test('two stores are brought into step, whatever is in them', () => {
    const rules = { isShared: (key: string) => key !== 'sync', isValid: isSettingValue };
    const isDamage = ([key, value]: [string, unknown]): boolean =>
      key !== 'format' && value !== undefined && !isSettingValue(key, value);
    holdsFor(
      fc.tuple(anyItems.map(objectOf), anyItems.map(objectOf), anyItems.map(objectOf)),
      ([device, sync, agreed]) => {
        const { toDevice, toSync } = reconcile(device, sync, agreed, rules);
        expect(Object.entries(toSync).filter(isDamage)).toEqual([]);
        for (const [key] of Object.entries(toDevice).filter(isDamage)) {
          expect(device[key]).toBeUndefined();
        }
        for (const key of Object.keys(toDevice)) expect(Object.keys(toSync)).not.toContain(key);
        expect(Object.keys(toDevice)).not.toContain('sync');
        const fitting = thatFit(sync, toSync);
        for (const key of Object.keys(fitting)) expect(Object.keys(toSync)).toContain(key);
      },
      runsOf(1000),
    );
  });
});

describe('a file of settings', () => {
  test('is read as it was written', () => {
    holdsFor(
      settings,
      ({ sync: _, ...rest }) => {
        expect(readSettingsFile(writeSettingsFile({ ...rest, sync: true }))).toEqual({
          settings: rest,
        });
      },
      runsOf(500),
    );
  });

  test('that is damaged gives its faults or settings that are valid, and never throws', () => {
    holdsFor(
      fc.tuple(settings, fc.nat(600), fc.nat(40), anyText),
      ([valid, at, length, inserted]) => {
        const file = writeSettingsFile(valid);
        const damaged = file.slice(0, at) + inserted + file.slice(at + length);
        const reading = readSettingsFile(damaged);
        expectValid(reading);
      },
      runsOf(2000),
    );
  });

  test('with anything for its settings gives its faults, or settings that are valid', () => {
    const some = fc.array(fc.tuple(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), anyValue), {
      maxLength: 3,
    });
    holdsFor(
      fc.oneof(some.map(objectOf), anyItems.map(objectOf), fc.jsonValue()),
      (settings) => expectValid(readSettingsFile(fileOf(settings))),
      runsOf(2000),
    );
  });

  test('with one setting that is none is refused, and the reason names it', () => {
    holdsFor(
      fc.tuple(settings, anyText, anyValue),
      ([{ sync: _, ...valid }, key, value]) => {
        const reading = readSettingsFile(fileOf({ ...valid, [`x${key}`]: value ?? null }));
        const fields =
          'faults' in reading ? reading.faults.map((fault) => 'field' in fault && fault.field) : [];
        expect(fields).toContain(`x${key}`);
      },
      runsOf(500),
    );
  });
});

const fileOf = (settings: unknown): string =>
  JSON.stringify({ format: 'bakteppe-settings', version: 1, settings });

/** Faults, or settings that storage would read as they are. */
function expectValid(reading: FileReading): void {
  if ('faults' in reading) {
    expect(reading.faults).not.toEqual([]);
    return;
  }
  const { sync: _, ...stored } = parseSettings(itemsOf({ ...reading.settings, sync: true }));
  const named = (hidden: readonly string[]): string[] => [...new Set(hidden)].sort();
  const { hidden, ...rest } = reading.settings;
  expect({ ...stored, hidden: named(stored.hidden) }).toEqual({ ...rest, hidden: named(hidden) });
}

describe('a pattern for sites', () => {
  test('of any text is a pattern that is one again, or the reason why not', () => {
    const toAscii = (text: string): string | undefined => {
      try {
        return new URL(`http://${text}`).hostname;
      } catch {
        return undefined;
      }
    };
    holdsFor(
      fc.oneof(
        anyText,
        fc
          .tuple(fc.constantFrom('', 'https://', 'www.', '*.www.', 'ftp:', ' '), pattern, anyText)
          .map((parts) => parts.join('')),
      ),
      (text) => {
        const parsed = parsePattern(text, toAscii);
        if ('fault' in parsed) return;
        expect(parsePattern(parsed.pattern, toAscii)).toEqual(parsed);
        expect(siteKey(parsed.pattern)).toBe(`site:${parsed.pattern}`);
        expect(parseSettings({ [siteKey(parsed.pattern)]: 'off' }).sites).toEqual({
          [parsed.pattern]: 'off',
        });
      },
      runsOf(3000),
    );
  });
});

describe('search', () => {
  test('finds a piece of any text in that text, at places that lead back to it', () => {
    holdsFor(
      fc.tuple(anyText, anyText, anyText),
      ([before, piece, behind]) => {
        const text = before + piece + behind;
        const made = searchable(text);
        expect(made.origins.length).toBe(made.text.length);
        const words = wordsOf(piece);
        let last = -1;
        for (const { start, end } of placesOf(made, words)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
          const found = searchable(text.slice(start, end)).text;
          expect(
            words.some((word) => found.includes(word)),
            found,
          ).toBe(true);
        }
      },
      runsOf(2000),
    );
  });

  test('finds a text by its own words', () => {
    holdsFor(
      anyText,
      (text) => expect(holdsAll(searchable(text), wordsOf(text))).toBe(true),
      runsOf(2000),
    );
  });
});
