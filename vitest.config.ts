import { defineConfig } from 'vitest/config';
import { dataPlugin } from './src/tools/data-plugin.ts';

/**
 * The long ones about hostile pages, pages that move, frameworks, updates, restarts and backgrounds
 * that are killed. `npm run test:hostile` runs them.
 */
const HOSTILE = [
  'background-killed',
  'extension-life',
  'frameworks',
  'hostile-pages',
  'moving',
  'restart',
].map((name) => `tests/browser/${name}.test.ts`);
/** They run among the others too, with fewer pages. */
const SHORTENED = ['hostile-html', 'damaged-pages'].map((name) => `tests/browser/${name}.test.ts`);
const isHostile = process.env.BAKTEPPE_HOSTILE !== undefined;

export default defineConfig({
  plugins: [dataPlugin()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{core,data,extension,page,tools,ui,arrows}/**/*.test.{ts,tsx}'],
          // Some start a command or the linter as a process of its own.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          globalSetup: 'tests/browser/builds-kept.ts',
          include: isHostile ? [...HOSTILE, ...SHORTENED] : ['tests/browser/**/*.test.ts'],
          exclude: isHostile ? [] : HOSTILE,
          // They mostly wait, for a pointer to rest or a card to close: two browsers do so side by side.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A second, which is usual, is little for two browsers on a busy machine.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
