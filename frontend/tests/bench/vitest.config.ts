import { defineConfig } from 'vitest/config';

/** The benchmarks: `npm run bench`. They judge nothing and belong to no gate; a table is what they give. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../node_modules/.vite-bench',
  test: {
    include: ['*.bench.ts'],
    globalSetup: ['../house/build.ts'],
    fileParallelism: false,
    reporters: ['dot'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
