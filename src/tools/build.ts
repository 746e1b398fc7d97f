/** Builds the extension when sources changed since the last build. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Family } from './browsers.ts';
import { builtFolder } from './launch.ts';
import { ROOT } from './read-data.ts';

const SOURCES = ['entrypoints', 'src', 'data', 'package.json', 'wxt.config.ts'];

/** Build for the browser family unless the build is newer than every source. @throws if it fails. */
export function buildFor(family: Family): void {
  const manifest = join(builtFolder(family), 'manifest.json');
  const built = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
  if (SOURCES.every((path) => newest(join(ROOT, path)) < built)) return;
  console.log(`Building for ${family} …`);
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const browser = family === 'firefox' ? 'firefox' : 'chrome';
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', '-b', browser], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
