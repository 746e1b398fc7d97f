import { domainToASCII } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PATTERN_FAULTS, parsePattern } from '../../src/core/site-pattern.ts';

const toAscii = (host: string): string | undefined => domainToASCII(host) || undefined;
const parse = (text: string) => parsePattern(text, toAscii);

describe('a pattern as it is stored', () => {
  test.each([
    ['nrk.no', 'nrk.no'],
    [' NRK.no ', 'nrk.no'],
    ['www.nrk.no', 'nrk.no'],
    ['*.nrk.no', '*.nrk.no'],
    ['*.www.nrk.no', '*.nrk.no'],
    ['nrk.no/', 'nrk.no'],
    ['nrk.no/*', 'nrk.no'],
    ['nrk.no/sport*', 'nrk.no/sport*'],
    ['nrk.no/Sport/', 'nrk.no/Sport/'],
    ['*.nrk.no/sport*', '*.nrk.no/sport*'],
    ['https://www.nrk.no/sport', 'nrk.no/sport'],
    ['HTTP://nrk.no', 'nrk.no'],
    ['localhost', 'localhost'],
    ['192.168.0.1', '192.168.0.1'],
    ['my_site.example', 'my_site.example'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['*.bücher.example', '*.xn--bcher-kva.example'],
    ['*.no', '*.no'],
  ])('%s → %s', (text, pattern) => {
    expect(parse(text)).toEqual({ pattern });
  });
});

describe('no pattern, and the reason', () => {
  const cases = [
    ['', 'empty'],
    ['   ', 'empty'],
    ['https://', 'empty'],
    ['ftp://nrk.no', 'scheme'],
    ['chrome://extensions', 'scheme'],
    ['about:blank', 'scheme'],
    ['mailto:someone@nrk.no', 'scheme'],
    ['two words.no', 'host'],
    ['nrk..no', 'host'],
    ['-nrk.no', 'host'],
    ['someone@nrk.no', 'host'],
    ['/sport*', 'host'],
    ['*.', 'host'],
    ['[::1]', 'host'],
    ['nrk.no/a b', 'host'],
    ['nrk.no:8080', 'port'],
    ['localhost:3000/x*', 'port'],
    ['*', 'star'],
    ['*nrk.no', 'star'],
    ['nrk.*', 'star'],
    ['nrk.no*', 'star'],
    ['nrk.no/*/sport', 'star'],
    ['nrk.no/sport**', 'star'],
    ['nrk.no/?id=1', 'query'],
    ['nrk.no#top', 'query'],
    [`nrk.no/${'a'.repeat(300)}`, 'long'],
  ] as const;
  test.each(cases)('%s: %s', (text, fault) => {
    expect(parse(text)).toEqual({ fault });
  });
  test('every reason has a case', () => {
    expect(new Set(cases.map(([, fault]) => fault))).toEqual(new Set(PATTERN_FAULTS));
  });
});
