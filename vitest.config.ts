import { defineConfig } from 'vitest/config';
import { dataPlugin } from './src/tools/data-plugin.ts';

export default defineConfig({
  plugins: [dataPlugin()],
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/{core,data,tools,ui,arrows}/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // One browser at a time: two would take each other's processor and focus.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
