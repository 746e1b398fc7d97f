/** How much of ours is loaded, in bytes of the built files. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolder } from '../src/tools/launch.ts';

/** Bytes by what loads them; the popup's in English. */
export function bytesOf(family: 'chromium' | 'firefox'): Record<string, number> {
  const folder = builtFolder(family);
  const size = (...paths: readonly string[]): number =>
    paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  const popup = readFileSync(join(folder, 'popup.html'), 'utf8');
  const parts = [...popup.matchAll(/(?:chunks|assets)\/[^"]+/g)].map(([path]) => path);
  // The words of other pages are chunks of the same name: the popup's is the one it names.
  const own = parts.find((path) => path.startsWith('chunks/popup-')) ?? '';
  const [english] = /en-[\w-]+\.js/.exec(readFileSync(join(folder, own), 'utf8')) ?? [];
  return {
    'bytes-scout': size('scout.js'),
    'bytes-session': size('session.js'),
    'bytes-card': size('card.js'),
    'bytes-marks': size('marks.js'),
    'bytes-names-en': size('names/people.js', 'names/en.js'),
    'bytes-background': size('background.js'),
    'bytes-popup': size('popup.html', ...parts, `chunks/${english}`),
  };
}
