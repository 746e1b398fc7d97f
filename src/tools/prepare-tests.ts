/** Before the tests: both browsers are there, and both builds are fresh. */
import { needBrowser } from './browsers.ts';
import { buildFor } from './build.ts';

try {
  for (const family of ['chromium', 'firefox'] as const) {
    const { path } = needBrowser(family);
    console.log(`${family}: ${path}`);
    buildFor(family);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
