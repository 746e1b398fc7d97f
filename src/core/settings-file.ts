/**
 * Settings as a file of the reader's own: written whole, read with a schema. A file
 * with anything wrong in it changes nothing and says what is wrong, in all places.
 */
import * as v from 'valibot';
import { ENTITY_IDS } from './model.ts';
import { DEFAULT_SETTINGS, LONGEST_DELAY, type Settings, type SiteChoice } from './settings.ts';
import { parsePattern } from './site-pattern.ts';

const FORMAT = 'bakteppe-settings';
/** Rises when a file of before can no longer be read as it stands. */
const VERSION = 1;

/** Stored patterns are in ASCII already. */
const Pattern = v.pipe(
  v.string(),
  v.check((text) => {
    const parsed = parsePattern(text, (host) => host);
    return 'pattern' in parsed && parsed.pattern === text;
  }),
);

/** A list is an object too, and to the schemas below one with no entries: a file would reset what it cannot name. */
const NoList = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value)),
);

/**
 * More than these no reader chose. The longest patterns in the widest letters take 900 bytes each, so that they
 * fit into the 5 MB that `storage.local` holds (Chromium to 113; 10 MB since, and no limit in Firefox).
 */
export const MOST_SITES = 5000;
const Choice = v.picklist(['on', 'off', 'auto'] satisfies SiteChoice[]);

/**
 * Not `v.record`: that passes over the keys "__proto__", "prototype" and "constructor", whatever
 * stands there. Hosts may be called so, and a file would lose them without a word.
 */
const Sites = v.pipe(
  NoList,
  v.custom<Record<string, SiteChoice>>((value) => typeof value === 'object' && value !== null),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const sites = Object.entries<unknown>(dataset.value);
    const fault = (key: string, input: unknown): void =>
      addIssue({
        input,
        path: [{ type: 'unknown', origin: 'value', input: dataset.value, key, value: input }],
      });
    if (sites.length > MOST_SITES) {
      fault('length', sites.length);
      return;
    }
    for (const [pattern, choice] of sites) {
      if (!v.is(Pattern, pattern)) fault(pattern, pattern);
      else if (!v.is(Choice, choice)) fault(pattern, choice);
    }
  }),
);

/** `sync` is of a device and in no file. Absent settings are at their defaults. */
const SettingsSchema = v.partial(
  v.strictObject({
    on: v.boolean(),
    where: v.picklist(['news', 'all', 'listed']),
    sites: Sites,
    hidden: v.array(v.picklist(ENTITY_IDS)),
    painter: v.picklist(['automatic', 'marks']),
    strength: v.picklist(['first', 'all']),
    ground: v.picklist(['none', 'light', 'strong']),
    language: v.pipe(v.string(), v.regex(/^([a-z]{2,3}|automatic)$/)),
    delay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_DELAY)),
    pinByClick: v.boolean(),
  }),
);

const HeadSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const FileSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  settings: v.pipe(NoList, SettingsSchema),
});

/** What is wrong with a file, for words in the reader's language. */
export type FileFault =
  | { readonly kind: 'not-json' | 'not-ours' }
  | { readonly kind: 'newer'; readonly version: number }
  /** `field` as a path ("sites.vg.no"), `value` as JSON, cut short. */
  | { readonly kind: 'field'; readonly field: string; readonly value: string };

/** The settings but `sync`, or all faults found. */
export type FileReading =
  | { readonly settings: Omit<Settings, 'sync'> }
  | { readonly faults: readonly FileFault[] };

/** Values are shown to the reader up to this length, in UTF-16 units. */
const LONGEST_VALUE = 60;

export function writeSettingsFile({ sync: _, ...settings }: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`;
}

export function readSettingsFile(text: string): FileReading {
  const file = parseJson(text);
  if (file === undefined) return { faults: [{ kind: 'not-json' }] };
  const head = v.safeParse(HeadSchema, file);
  if (!head.success) return { faults: [{ kind: 'not-ours' }] };
  const { version } = head.output;
  if (version > VERSION) return { faults: [{ kind: 'newer', version }] };
  const result = v.safeParse(FileSchema, file);
  if (!result.success) return { faults: result.issues.map(faultOf) };
  const { sync: _, ...defaults } = DEFAULT_SETTINGS;
  // A setting that is absent is no entry at all: JSON has no undefined.
  return { settings: { ...defaults, ...(result.output.settings as Partial<typeof defaults>) } };
}

function faultOf(issue: v.BaseIssue<unknown>): FileFault {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const field = (keys[0] === 'settings' && keys.length > 1 ? keys.slice(1) : keys).join('.');
  const value = JSON.stringify(issue.input) ?? '';
  return {
    kind: 'field',
    field,
    value: value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value,
  };
}

function parseJson(text: string): unknown {
  try {
    // Editors on Windows begin files with a byte order mark.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
