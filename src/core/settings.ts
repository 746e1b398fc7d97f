/**
 * What the reader has set, and what it means for an address.
 *
 * Stored piece by piece, one storage item a setting, one a site and one an entity, so
 * that two windows or devices writing at once lose nothing, and a broken piece falls
 * back alone.
 */
import { ENTITY_IDS, type EntityId } from './model.ts';

/** What the reader decided for a site; `auto` takes it out of a wider decision (`*.host`). */
export type SiteChoice = 'on' | 'off' | 'auto';

export interface Settings {
  /** The master switch. */
  readonly on: boolean;
  /** Which pages are annotated where the reader decided nothing for the site. */
  readonly where: 'news' | 'all' | 'listed';
  /** By pattern: `host`, `*.host`, `host/path*`; see `site-pattern.ts`. */
  readonly sites: Readonly<Record<string, SiteChoice>>;
  /** Entities the reader does not want highlighted. */
  readonly hidden: readonly EntityId[];
  /** Paint with the Highlight API where there is one, or with marks in the page. */
  readonly painter: 'automatic' | 'marks';
  /** Mark the first mention of each section strongly and later ones faintly, or all alike. */
  readonly strength: 'first' | 'all';
  /** How strong a ground of their own the words get. */
  readonly ground: 'none' | 'light' | 'strong';
  /** The cards' language: a tag, or the page's. */
  readonly language: string;
  /** How long the pointer rests before a first card opens, in ms. */
  readonly delay: number;
  /** A click on a mention that is no link pins its card. */
  readonly pinByClick: boolean;
  /** Give the settings to the browser's sync. Of this device, and never synced itself. */
  readonly sync: boolean;
}

/** The cards' language follows the page. */
export const AUTOMATIC = 'automatic';

export const DEFAULT_SETTINGS: Settings = {
  on: true,
  where: 'news',
  sites: {},
  hidden: [],
  painter: AUTOMATIC,
  strength: 'first',
  ground: 'none',
  language: AUTOMATIC,
  // `DWELL_MS` of the card's state machine; a test holds them together.
  delay: 320,
  pinByClick: false,
  sync: true,
};

const SITE_PREFIX = 'site:';
const HIDDEN_PREFIX = 'hidden:';
/** A language of the cards, or that they follow the page. */
export const LANGUAGE = /^([a-z]{2,3}|automatic)$/;
const SITE_CHOICES: readonly unknown[] = ['on', 'off', 'auto'] satisfies SiteChoice[];
/** Nobody waits longer on purpose, in ms. */
export const LONGEST_DELAY = 5000;

const oneOf =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);
const isFlag = oneOf(true, false);

/** Settings that are one storage item each, under their own name, and what they may be. */
const PIECES = {
  on: isFlag,
  where: oneOf('news', 'all', 'listed'),
  painter: oneOf(AUTOMATIC, 'marks'),
  strength: oneOf('first', 'all'),
  ground: oneOf('none', 'light', 'strong'),
  language: (value: unknown) => typeof value === 'string' && LANGUAGE.test(value),
  delay: (value: unknown) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LONGEST_DELAY,
  pinByClick: isFlag,
  sync: isFlag,
} satisfies Partial<Record<keyof Settings, (value: unknown) => boolean>>;

/** The settings of one storage item each. */
export type Piece = keyof typeof PIECES;

/** Whatever was stored, by whichever version: never throws, each broken piece is its default. */
export function parseSettings(stored: unknown): Settings {
  const items = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
    string,
    unknown
  >;
  const pieces = Object.entries(PIECES).map(([key, isValid]) => {
    const value: unknown = Object.hasOwn(items, key) ? items[key] : undefined;
    return [key, isValid(value) ? value : DEFAULT_SETTINGS[key as Piece]];
  });
  const sites = Object.entries(items).filter(
    ([key, value]) => key.startsWith(SITE_PREFIX) && SITE_CHOICES.includes(value),
  );
  return {
    ...(Object.fromEntries(pieces) as Pick<Settings, Piece>),
    sites: Object.fromEntries(
      sites.map(([key, value]) => [key.slice(SITE_PREFIX.length), value as SiteChoice]),
    ),
    hidden: ENTITY_IDS.filter((id) => items[hiddenKey(id)] === true),
  };
}

/** The storage items that say these settings: only what differs from the defaults. */
export function itemsOf(settings: Settings): Record<string, unknown> {
  const pieces = (Object.keys(PIECES) as Piece[]).filter(
    (key) => settings[key] !== DEFAULT_SETTINGS[key],
  );
  return Object.fromEntries<unknown>([
    ...pieces.map((key) => [key, settings[key]] as const),
    ...Object.entries(settings.sites).map(
      ([pattern, choice]) => [siteKey(pattern), choice] as const,
    ),
    ...settings.hidden.map((id) => [hiddenKey(id), true] as const),
  ]);
}

/** Is a storage item of that key a setting, whatever its value? */
export function isSettingKey(key: string): boolean {
  return Object.hasOwn(PIECES, key) || key.startsWith(SITE_PREFIX) || key.startsWith(HIDDEN_PREFIX);
}

/** May the storage item of a setting hold that value? What it may not, `parseSettings` takes for its default. */
export function isSettingValue(key: string, value: unknown): boolean {
  if (key.startsWith(SITE_PREFIX)) return SITE_CHOICES.includes(value);
  return key.startsWith(HIDDEN_PREFIX)
    ? isFlag(value)
    : Object.hasOwn(PIECES, key) && PIECES[key as Piece](value);
}

/** The key of a pattern's own item. Hosts are compared without "www." and in lower case. */
export function siteKey(pattern: string): string {
  return SITE_PREFIX + pattern.replace(/^[^/]+/, siteOf);
}

/** The key of an entity's own item: true while it is not highlighted. */
export function hiddenKey(id: EntityId): string {
  return HIDDEN_PREFIX + id;
}

/** The site a host belongs to, as the reader sees it. */
export function siteOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

/** What the settings say of an address; `by-page`: it depends on what the page is. */
export type PageChoice = 'off' | 'site-off' | 'not-listed' | 'on' | 'by-page';

/** What the settings say about an address, before anyone looks at the page. */
export function choiceFor(settings: Settings, host: string, path = '/'): PageChoice {
  if (!settings.on) return 'off';
  const pattern = decidingPattern(settings.sites, host, path);
  const choice = pattern === undefined ? 'auto' : settings.sites[pattern];
  if (choice === 'off') return 'site-off';
  if (choice === 'on' || settings.where === 'all') return 'on';
  return settings.where === 'listed' ? 'not-listed' : 'by-page';
}

/**
 * The reader's pattern that decides for an address: of those that match the most
 * specific, a longer path before a shorter, a host before `*.host`.
 */
export function decidingPattern(
  sites: Settings['sites'],
  host: string,
  path: string,
): string | undefined {
  const site = siteOf(host);
  return Object.keys(sites)
    .filter((pattern) => matches(pattern, site, path))
    .sort((a, b) => weightOf(b) - weightOf(a))[0];
}

function matches(pattern: string, site: string, path: string): boolean {
  const [host = '', wanted] = parts(pattern);
  // "*.host" holds the host itself too, as in the browsers' own match patterns.
  const isHost = host.startsWith('*.') ? `.${site}`.endsWith(host.slice(1)) : site === host;
  if (!isHost || wanted === undefined) return isHost;
  return wanted.endsWith('*')
    ? path.startsWith(wanted.slice(0, -1))
    : path.replace(/\/$/, '') === wanted.replace(/\/$/, '');
}

/** Hosts are shorter than 256 characters. */
function weightOf(pattern: string): number {
  const [host = '', path = ''] = parts(pattern);
  return path.length * 1024 + host.length + (host.startsWith('*.') ? 0 : 512);
}

function parts(pattern: string): [host: string, path?: string] {
  const slash = pattern.indexOf('/');
  return slash < 0 ? [pattern] : [pattern.slice(0, slash), pattern.slice(slash)];
}
