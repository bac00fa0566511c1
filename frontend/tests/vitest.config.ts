import { defineConfig } from 'vitest/config';

/** The journeys: the whole app, real Go behind a real browser. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../node_modules/.vite-journeys',
  test: {
    include: ['journeys/**/*.test.ts'],
    globalSetup: ['house/build.ts'],
    // Two of them at once keep two cores busy; more only get in each other's way.
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000, interval: 25 } },
    testTimeout: 120_000,
    // A machine has bad moments; a journey that needs another try is named by the gate.
    retry: 2,
    hookTimeout: 60_000,
  },
});
