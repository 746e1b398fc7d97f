/**
 * The inventory of what ships: every package of others that has code in a build, with
 * version, licence and its text, as `third-party.txt` in that build. Taken from what the
 * bundler wrote and not from `package.json`: that says what was wanted, and a build tool's
 * own helpers are in no list of dependencies.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from './read-data.ts';

export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

export const INVENTORY_FILE = 'third-party.txt';
const HEAD = `Bakteppe contains code of these packages, each under its own licence.
Bakteppe itself is under the MIT licence.
`;
const RULE = '-'.repeat(72);

/** Collects while bundling; one for all the bundles of a build. */
export function createInventory(): { readonly plugin: Plugin; write(folder: string): void } {
  const folders = new Set<string>();
  return {
    plugin: {
      name: 'bakteppe-inventory',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            const folder = renderedLength > 0 ? packageFolder(id) : undefined;
            if (folder) folders.add(folder);
          }
        }
      },
    },
    write(folder) {
      const shipped = [...folders].map(shippedFrom).sort((a, b) => (a.name < b.name ? -1 : 1));
      const parts = shipped.map(
        ({ name, version, licence, text }) => `${RULE}\n${name} ${version} (${licence})\n\n${text}`,
      );
      writeFileSync(join(folder, INVENTORY_FILE), `${HEAD}\n${parts.join('\n')}`);
    },
  };
}

/** The packages named in an inventory, "name version (licence)". */
export function namedIn(inventory: string): string[] {
  return [...inventory.matchAll(new RegExp(`^${RULE}\n(.+)$`, 'gm'))].map(([, head = '']) => head);
}

/** Where the package of a bundled module lives; undefined for modules of our own. */
function packageFolder(id: string): string | undefined {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll('\\', '/'))?.[1];
}

/** @throws where a package says no licence, or brings no text of one we do not know: it may not ship. */
function shippedFrom(folder: string): Shipped {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license: licence, author } = manifest;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : mitOf(licence, author);
  if (!name || !version || !licence || !text) throw new Error(`${folder}: no licence to ship with`);
  return { name, version, licence, text: `${text}\n` };
}

/** A package may say "MIT" and leave the text to the world; it is our own licence's. */
function mitOf(licence: unknown, author: unknown): string | undefined {
  if (licence !== 'MIT') return undefined;
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8');
  const { name = author } = (author ?? {}) as { name?: unknown };
  const holder = typeof name === 'string' ? name : 'the authors of the package';
  return `Copyright (c) ${holder}\n\n${own.slice(own.indexOf('Permission')).trim()}`;
}
