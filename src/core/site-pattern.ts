/**
 * What a reader may write for a site: `host`, `*.host` or `host/path*`. A pasted
 * address is taken too. Total: anything else gives the reason why not.
 */
import { siteOf } from './settings.ts';

export const PATTERN_FAULTS = ['empty', 'scheme', 'host', 'port', 'star', 'query', 'long'] as const;
export type PatternFault = (typeof PATTERN_FAULTS)[number];

export type ParsedPattern = { readonly pattern: string } | { readonly fault: PatternFault };

/** Far below what one item of the browsers' sync may hold (8192 bytes), in UTF-16 units. */
const LONGEST = 300;
/** A host name in ASCII, one label or more; underscores are in use. */
const HOST =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/;

/**
 * The pattern as it is stored, or the reason why the text is none.
 *
 * @param toAscii a host name as browsers name it ("xn--…"), or undefined if it is none
 */
export function parsePattern(
  text: string,
  toAscii: (host: string) => string | undefined,
): ParsedPattern {
  const plain = text.trim().replace(/^https?:\/\//i, '');
  if (plain === '') return { fault: 'empty' };
  if (plain.length > LONGEST) return { fault: 'long' };
  if (/^([a-z][a-z0-9+.-]*):([/a-z]|$)/i.test(plain)) return { fault: 'scheme' };
  if (/[?#]/.test(plain)) return { fault: 'query' };
  const [, wild = '', host = '', path = ''] = /^(\*\.)?([^/]*)(\/.*)?$/s.exec(plain) ?? [];
  if (host.includes('*') || /\*./s.test(path)) return { fault: 'star' };
  if (/:\d*$/.test(host)) return { fault: 'port' };
  const ascii = /[\s@:]/.test(host) ? undefined : toAscii(host)?.toLowerCase();
  if (ascii === undefined || !HOST.test(ascii)) return { fault: 'host' };
  if (/\s/.test(path)) return { fault: 'host' };
  // "*.www.host" would leave "host" out, which nobody means.
  return { pattern: wild + siteOf(ascii) + (path === '/' || path === '/*' ? '' : path) };
}
