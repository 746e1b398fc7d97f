/** What the extension asks for, and shows to pages: exactly this, in both builds. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtFolder } from '../../src/tools/launch.ts';

/** Bytes that every page pays for, at most. */
const SCOUT_BYTES = 18_000;

describe.each(['chromium', 'firefox'] as const)('%s', (family) => {
  const folder = builtFolder(family);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  test('permissions, pages and policy', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual(['storage', 'scripting']);
    expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts).toEqual([
      { matches: ['http://*/*', 'https://*/*'], js: ['scout.js'], run_at: 'document_idle' },
    ]);
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
  });

  test('no code from elsewhere, no eval', () => {
    for (const script of ['background.js', 'scout.js', 'session.js']) {
      const code = readFileSync(join(folder, script), 'utf8');
      expect(code).not.toMatch(
        /\beval\(|new Function\(|importScripts\(|\bfetch\(|XMLHttpRequest|WebSocket\(/,
      );
    }
  });

  test('what every page pays for stays small', () => {
    expect(statSync(join(folder, 'scout.js')).size).toBeLessThan(SCOUT_BYTES);
  });
});

test('Firefox is told that no data is collected', () => {
  const manifest = JSON.parse(readFileSync(join(builtFolder('firefox'), 'manifest.json'), 'utf8'));
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({
    required: ['none'],
  });
});
