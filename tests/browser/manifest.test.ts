/** What the extension asks for, and shows to pages: exactly this, in both builds. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS, SUGGESTED_KEYS } from '../../src/core/commands.ts';
import { builtFolder } from '../../src/tools/launch.ts';

/** Bytes of each script, at most: measured, with a little room (docs/adr/0040). */
const MOST_BYTES = {
  'scout.js': 28_500,
  'session.js': 75_500,
  'card.js': 60_500,
  'marks.js': 26_000,
  'background.js': 41_000,
};

describe.each(['chromium', 'firefox'] as const)('%s', (family) => {
  const folder = builtFolder(family);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  test('permissions, pages and policy', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual([
      'storage',
      'scripting',
      'contextMenus',
      ...(family === 'chromium' ? ['sidePanel'] : []),
    ]);
    expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts).toEqual([
      { matches: ['http://*/*', 'https://*/*'], js: ['scout.js'], run_at: 'document_idle' },
    ]);
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
  });

  test('the side panel opens when the reader wants it, and never by itself', () => {
    expect(manifest.side_panel ?? manifest.sidebar_action).toEqual(
      family === 'chromium'
        ? { default_path: 'sidepanel.html' }
        : { default_panel: 'sidepanel.html', default_title: 'Bakteppe', open_at_install: false },
    );
  });

  test('keys and descriptions, in the languages of the interface', () => {
    expect(manifest.default_locale).toBe('en');
    expect(Object.keys(manifest.commands)).toEqual(COMMANDS);
    for (const name of COMMANDS) {
      expect(manifest.commands[name]).toEqual({
        suggested_key: SUGGESTED_KEYS[name],
        description: `__MSG_command_${name}__`,
      });
    }
    for (const locale of ['en', 'nb', 'no']) {
      const path = join(folder, '_locales', locale, 'messages.json');
      expect(existsSync(path), path).toBe(true);
      const messages = JSON.parse(readFileSync(path, 'utf8'));
      const named = JSON.stringify(manifest).matchAll(/__MSG_(\w+?)__/g);
      for (const [, key = ''] of named) expect(messages[key]?.message, key).toBeTruthy();
    }
  });

  test('no code from elsewhere, no eval', () => {
    for (const script of Object.keys(MOST_BYTES)) {
      const code = readFileSync(join(folder, script), 'utf8');
      expect(code).not.toMatch(
        /\beval\(|new Function\(|importScripts\(|\bfetch\(|XMLHttpRequest|WebSocket\(/,
      );
    }
  });

  test.each(Object.entries(MOST_BYTES))('%s stays within %i bytes', (script, most) => {
    expect(statSync(join(folder, script)).size).toBeLessThan(most);
  });

  test('the popup opens on less than 64 KB', () => {
    const html = readFileSync(join(folder, 'popup.html'), 'utf8');
    const loaded = [...html.matchAll(/(?:chunks|assets)\/[^"]+/g)].map(([path]) => path);
    expect(loaded.length).toBeGreaterThan(2);
    const chunks = readdirSync(join(folder, 'chunks'));
    const own = chunks.find((name) => name.startsWith('en-'));
    expect(own).toBeTruthy();
    const bytes = ['popup.html', ...loaded, `chunks/${own}`].map(
      (path) => statSync(join(folder, path)).size,
    );
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(64_000);
  });

  test('pages get neither the polyfill nor a schema library, the session no Preact', () => {
    for (const script of ['scout.js', 'session.js', 'card.js', 'marks.js']) {
      const code = readFileSync(join(folder, script), 'utf8');
      expect(code, script).not.toMatch(/mozWebExtensionPolyfill|safeParse|~run/);
    }
    const session = readFileSync(join(folder, 'session.js'), 'utf8');
    expect(session).not.toMatch(/markRanges|__html|adoptedStyleSheets=\[.*popover/);
  });
});

test('Firefox is told that no data is collected', () => {
  const manifest = JSON.parse(readFileSync(join(builtFolder('firefox'), 'manifest.json'), 'utf8'));
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({
    required: ['none'],
  });
});
