/**
 * Before the browser tests: copies of both builds, which they use. Chromium reads an extension's
 * files whenever it needs one, so a build made meanwhile would take them away under running tests.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { BUILDS, builtFolder } from '../../src/tools/launch.ts';

/** Copy the builds there are, and have `builtFolder` name the copies; returns what takes them away. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'bakteppe-builds-'));
  for (const family of ['chromium', 'firefox'] as const) {
    const built = builtFolder(family);
    cpSync(built, join(folder, basename(built)), { recursive: true });
  }
  process.env[BUILDS] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
