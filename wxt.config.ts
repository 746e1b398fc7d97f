import { defineConfig } from 'wxt';
import { dataPlugin } from './src/tools/data-plugin.ts';
import { iconFiles } from './src/tools/icons.ts';
import { readData } from './src/tools/read-data.ts';

const PAGES = ['http://*/*', 'https://*/*'];

export default defineConfig({
  // Firefox and Safari would default to version 2.
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [dataPlugin()], build: { target: ['chrome121', 'firefox140'] } }),
  manifest: ({ browser }) => ({
    name: 'Bakteppe',
    description:
      'Attributed background facts behind the names in the news. Nothing leaves your browser.',
    permissions: ['storage', 'scripting'],
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
      files.push(...(await iconFiles()));
    },
  },
});

function iconPaths(sizes: readonly number[]): Record<number, string> {
  return Object.fromEntries(sizes.map((size) => [size, `icons/icon-${size}.png`]));
}
