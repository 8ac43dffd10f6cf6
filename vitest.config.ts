import { defineConfig } from 'vitest/config';

const CLUSTER = ['test/support/testCluster.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    // Two cores: more workers would only make time limits tighter. The limits end what hangs; they judge nothing.
    maxWorkers: 2,
    // Files share what they import: no module of ours keeps anything between two tests, and loading them anew for each
    // file took longer than most tests.
    isolate: false,
    // Whoever waits for something to show waits as long as the machine needs.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.unit.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['test/**/*.db.test.{ts,tsx}'],
          globalSetup: CLUSTER,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.test.{ts,tsx}'],
          globalSetup: [...CLUSTER, 'test/support/testScreens.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
