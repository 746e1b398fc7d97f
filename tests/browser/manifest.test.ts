/** What the extension asks for, and shows to pages: exactly this, in both builds. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../../bench/budgets.ts';
import { bytesOf } from '../../bench/bytes.ts';
import { COMMANDS, SUGGESTED_KEYS } from '../../src/core/commands.ts';
import { builtFolder } from '../../src/tools/launch.ts';

/** All that pages and the background run. */
const SCRIPTS = ['scout.js', 'session.js', 'card.js', 'marks.js', 'background.js'];

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
    for (const script of SCRIPTS) {
      const code = readFileSync(join(folder, script), 'utf8');
      expect(code).not.toMatch(
        /\beval\(|new Function\(|importScripts\(|\bfetch\(|XMLHttpRequest|WebSocket\(/,
      );
    }
  });

  test('scripts and the popup keep to their budgets of bytes', () => {
    const verdicts = judge(bytesOf(family), family);
    expect(verdicts.length).toBe(Object.keys(bytesOf(family)).length);
    expect(verdicts.filter(({ isKept }) => !isKept)).toEqual([]);
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
