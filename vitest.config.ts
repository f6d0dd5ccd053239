import { defineConfig } from 'vitest/config';

// The same condition as in tsconfig.base.json: tests run on sources, only command-line tests on dist/.
const conditions = ['nevertwice-source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{src,tests,scripts}/**/*.test.{ts,tsx}'],
    // Threads start faster than processes, and on two cores a third worker only takes turns.
    setupFiles: ['./tests/support/property-seed.ts'],
    pool: 'threads',
    maxWorkers: 2,
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 20_000,
    // Machines of CI are shared: a browser that was starved for ten seconds gets a second chance. What fails twice, fails.
    retry: process.env['CI'] === undefined ? 0 : 1,
  },
});
