/** The reader decides for the site in front: which of their patterns that changes. */
import { decidingPattern, type Settings, type SiteChoice, siteOf } from './settings.ts';

export interface SiteChange {
  readonly pattern: string;
  /** Undefined: the pattern is forgotten. */
  readonly choice: SiteChoice | undefined;
}

/**
 * Where a pattern with a path decides, that one is what the reader sees at work, and
 * changes; else the host. `auto` forgets it, and is stored only where a wider pattern
 * (`*.host`) would decide then.
 */
export function chooseSite(
  sites: Settings['sites'],
  host: string,
  path: string,
  choice: SiteChoice,
): SiteChange {
  const pattern = shownPattern(sites, host, path);
  if (choice !== 'auto') return { pattern, choice };
  const { [pattern]: _, ...others } = sites;
  const isDecided = decidingPattern(others, host, path) !== undefined;
  return { pattern, choice: isDecided ? 'auto' : undefined };
}

/** What a choice for the site in front is about. */
export function shownPattern(sites: Settings['sites'], host: string, path: string): string {
  const deciding = decidingPattern(sites, host, path);
  return deciding?.includes('/') ? deciding : siteOf(host);
}

/** The reader's choice for the site in front. */
export function siteChoice(sites: Settings['sites'], host: string, path: string): SiteChoice {
  const deciding = decidingPattern(sites, host, path);
  return (deciding !== undefined && sites[deciding]) || 'auto';
}
