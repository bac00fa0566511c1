import { defineConfig } from 'vitest/config';

/** The journeys: the whole app, real Go behind a real browser. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['journeys/**/*.test.ts'],
    globalSetup: ['house/build.ts'],
    // Two of them at once keep two cores busy; more only get in each other's way.
    maxWorkers: 2,
    testTimeout: 45_000,
    hookTimeout: 45_000,
  },
});
