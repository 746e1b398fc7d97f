/**
 * What the reader has set, and what it means for a site.
 *
 * Stored piece by piece, one storage item a setting and one a site, so that two
 * windows writing at once lose nothing, and a broken piece falls back alone.
 */

/** What the reader decided for a site; none means: decide by the page. */
export type SiteChoice = 'on' | 'off';

export interface Settings {
  /** The master switch. */
  readonly on: boolean;
  readonly sites: Readonly<Record<string, SiteChoice>>;
  /** Paint with the Highlight API where there is one, or with marks in the page. */
  readonly painter: 'automatic' | 'marks';
}

export const DEFAULT_SETTINGS: Settings = { on: true, sites: {}, painter: 'automatic' };

/** Storage keys of the settings. */
export const SETTING_KEYS = { on: 'on', painter: 'painter', sitePrefix: 'site:' } as const;

/** Whatever was stored, by whichever version: never throws, each broken piece is its default. */
export function parseSettings(stored: unknown): Settings {
  const items = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  let { on, painter } = DEFAULT_SETTINGS;
  const sites: Record<string, SiteChoice> = {};
  for (const [key, value] of items) {
    if (key === SETTING_KEYS.on && typeof value === 'boolean') on = value;
    if (key === SETTING_KEYS.painter && (value === 'automatic' || value === 'marks')) {
      painter = value;
    }
    if (key.startsWith(SETTING_KEYS.sitePrefix) && (value === 'on' || value === 'off')) {
      sites[key.slice(SETTING_KEYS.sitePrefix.length)] = value;
    }
  }
  return { on, sites, painter };
}

/** The key of a site's own item. Hosts are compared without "www." and in lower case. */
export function siteKey(host: string): string {
  return SETTING_KEYS.sitePrefix + siteOf(host);
}

/** The site a host belongs to, as the reader sees it. */
export function siteOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

/** What the settings say about a host, before anyone looks at the page. */
export function choiceFor(settings: Settings, host: string): 'off' | 'site-off' | 'on' | 'by-page' {
  if (!settings.on) return 'off';
  const site = siteOf(host);
  const choice = Object.hasOwn(settings.sites, site) ? settings.sites[site] : undefined;
  if (choice === 'off') return 'site-off';
  return choice === 'on' ? 'on' : 'by-page';
}
