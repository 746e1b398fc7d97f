/** `npm run test:hostile`: the long browser tests; see `vitest.config.ts`. Arguments go to Vitest. */
import { spawnSync } from 'node:child_process';

await import('./prepare-tests.ts');
if (!process.exitCode) {
  const { status } = spawnSync(
    'vitest',
    ['run', '--project', 'browser', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, BAKTEPPE_HOSTILE: 'yes' },
    },
  );
  process.exitCode = status ?? 1;
}
