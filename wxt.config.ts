import { defineConfig } from 'wxt';
import { COMMANDS, SUGGESTED_KEYS } from './src/core/commands.ts';
import { dataPlugin } from './src/tools/data-plugin.ts';
import { iconFiles } from './src/tools/icons.ts';
import { createInventory } from './src/tools/inventory.ts';
import { DEFAULT_LOCALE, localeFiles, manifestText } from './src/tools/manifest-texts.ts';
import { nameFiles } from './src/tools/name-files.ts';
import { readData } from './src/tools/read-data.ts';
import { textFiles } from './src/tools/text-files.ts';

const inventory = createInventory();

const PAGES = ['http://*/*', 'https://*/*'];

export default defineConfig({
  // Firefox and Safari would default to version 2.
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    plugins: [dataPlugin(), inventory.plugin],
    build: {
      target: ['chrome121', 'firefox140'],
      // For browsers older than these, and by `fetch`: nothing of ours has that word in it.
      modulePreload: { polyfill: false },
    },
  }),
  manifest: ({ browser }) => ({
    name: 'Bakteppe',
    default_locale: DEFAULT_LOCALE,
    description: manifestText('manifest.description'),
    commands: Object.fromEntries(
      COMMANDS.map((name) => [
        name,
        { suggested_key: SUGGESTED_KEYS[name], description: manifestText(`command.${name}`) },
      ]),
    ),
    // Chromium's side panel has a permission of its own, which WXT adds.
    permissions: ['storage', 'scripting', 'contextMenus'],
    host_permissions: PAGES,
    // Added here and not as a WXT content script: that would bring its own
    // lifetime, whose messages pages can see (docs/adr/0002).
    content_scripts: [{ matches: PAGES, js: ['scout.js'], run_at: 'document_idle' }],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'",
    },
    action: { default_title: 'Bakteppe', default_icon: iconPaths([16, 19, 24, 32, 38, 48]) },
    icons: iconPaths([16, 32, 48, 96, 128]),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'bakteppe@bakteppe.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '121' }),
  }),
  hooks: {
    'build:before': () => {
      readData();
    },
    'build:publicAssets': async (_wxt, files) => {
      files.push(
        ...(await iconFiles()),
        ...localeFiles(readData().strings),
        ...nameFiles(),
        ...textFiles(),
      );
    },
    // Only now is it known what went into the bundles.
    'build:done': ({ config }) => inventory.write(config.outDir),
  },
});

function iconPaths(sizes: readonly number[]): Record<number, string> {
  return Object.fromEntries(sizes.map((size) => [size, `icons/icon-${size}.png`]));
}
