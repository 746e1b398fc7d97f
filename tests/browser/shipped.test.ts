/** What is in the builds, file by file: no code from elsewhere, none made from text, nothing unnamed. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { INVENTORY_FILE, namedIn } from '../../src/tools/inventory.ts';
import { builtFolder } from '../../src/tools/launch.ts';
import { ROOT } from '../../src/tools/read-data.ts';

/** All that either build is and asks for; another key or value is a decision, made here too. */
const MANIFEST = {
  manifest_version: 3,
  name: 'Bakteppe',
  description: '__MSG_manifest_description__',
  default_locale: 'en',
  background: expect.anything(),
  permissions: expect.arrayContaining(['storage', 'scripting', 'contextMenus']),
  host_permissions: ['http://*/*', 'https://*/*'],
  content_scripts: [
    { matches: ['http://*/*', 'https://*/*'], js: ['scout.js'], run_at: 'document_idle' },
  ],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'",
  },
  // The toolbar, the pages and the keys have tests of their own (`manifest.test.ts`).
  ...Object.fromEntries(
    ['version', 'icons', 'action', 'options_ui', 'commands'].map((key) => [key, expect.anything()]),
  ),
};
const OF_ITS_OWN = {
  chromium: { minimum_chrome_version: '121', side_panel: { default_path: 'sidepanel.html' } },
  firefox: {
    sidebar_action: expect.anything(),
    browser_specific_settings: {
      gecko: {
        id: 'bakteppe@bakteppe.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

/** Words that begin a request, or make code from text. */
const FORBIDDEN = new RegExp(
  [
    ...['\\beval\\(', 'new Function\\b', '\\bFunction\\(', 'importScripts', '\\bfetch\\('],
    ...['XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'sendBeacon'],
    ...['RTCPeerConnection', 'import\\(["`\']https?:', 'set(?:Timeout|Interval)\\(["`\']'],
  ].join('|'),
);

/** Every address in the builds: names of formats, patterns of pages, and the report form a reader may open. */
const ADDRESSES = [
  'http://*/*',
  'http://schema.org/',
  'http://tools.ietf.org/rfc/rfc5147',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/ns/anno.jsonld',
  'https://*/*',
  'https://bakteppe.example/report',
];

/** Code of others that is in the builds, and its licences. */
const PACKAGES = {
  '@floating-ui/core': 'MIT',
  '@floating-ui/dom': 'MIT',
  '@floating-ui/utils': 'MIT',
  '@wxt-dev/webextension-polyfill': 'MIT',
  'mark.js': 'MIT',
  preact: 'MIT',
  valibot: 'MIT',
  'webextension-polyfill': 'MPL-2.0',
  wxt: 'MIT',
};

/**
 * The linter's warnings, each with why it stands. Both are Preact's code for
 * `dangerouslySetInnerHTML`, which ours never uses: Biome refuses it (`biome.json`).
 */
const WARNINGS = ['UNSAFE_VAR_ASSIGNMENT card.js', 'UNSAFE_VAR_ASSIGNMENT chunks/jsxRuntime.js'];

describe.each(['chromium', 'firefox'] as const)('the build for %s', (family) => {
  const folder = builtFolder(family);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const written = files.filter((path) => /\.(js|html|css)$/.test(path));

  test('has this manifest, and nothing else in it', () => {
    expect(JSON.parse(read('manifest.json'))).toEqual({ ...MANIFEST, ...OF_ITS_OWN[family] });
  });

  test('holds no word that begins a request or makes code from text', () => {
    const found = written.flatMap((path) => {
      const words = FORBIDDEN.exec(read(path));
      return words ? [`${path}: ${words[0]}`] : [];
    });
    expect(found).toEqual([]);
  });

  test('names no address but these, and its pages load only what is in it', () => {
    const named = written.flatMap((path) => read(path).match(/https?:\/\/[^\s"'`)\\$]+/g) ?? []);
    const addresses = new Set(named.map((address) => address.replace(/[,;.]$/, '')));
    const known = new Set([...ADDRESSES, ...JSON.parse(read('manifest.json')).host_permissions]);
    expect([...addresses].filter((address) => !known.has(address))).toEqual([]);
    for (const path of written.filter((name) => name.endsWith('.html'))) {
      const loaded = [...read(path).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, to]) => to ?? '');
      expect(
        loaded.filter((to) => !files.includes(to.replace(/^\//, ''))),
        path,
      ).toEqual([]);
      expect(read(path)).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=/);
    }
  });

  test('says whose code is in it, in which version, under which licence', () => {
    const inventory = read(INVENTORY_FILE);
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    expect(namedIn(inventory)).toEqual(
      Object.entries(PACKAGES).map(
        ([name, licence]) => `${name} ${packages[`node_modules/${name}`].version} (${licence})`,
      ),
    );
    const permissions = inventory.match(/Permission is hereby granted/g) ?? [];
    expect(permissions.length).toBe(Object.values(PACKAGES).filter((own) => own === 'MIT').length);
    expect(inventory).toContain('Mozilla Public License');
  });
});

test('the add-on linter finds no error, and only the warnings that are explained', () => {
  const linter = join(ROOT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const { stdout } = spawnSync(
    process.execPath,
    [linter, 'lint', '--source-dir', builtFolder('firefox'), '--self-hosted', '--output', 'json'],
    { encoding: 'utf8' },
  );
  const { errors, warnings } = JSON.parse(stdout) as Record<
    'errors' | 'warnings',
    { code: string; file?: string }[]
  >;
  expect(errors).toEqual([]);
  const named = warnings.map(
    ({ code, file }) => `${code} ${file?.replace(/-[\w-]{8}\.js$/, '.js')}`,
  );
  expect(named.sort()).toEqual(WARNINGS);
});
