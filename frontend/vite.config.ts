import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { budget } from './budget.ts';
import { icons } from './icons.ts';

// The page runs under a strict content security policy: nothing may be inlined
// into the HTML or a style sheet, so every asset is a file of its own.
export default defineConfig(({ mode }) => ({
  plugins: [icons(), svelte(), budget()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the first view needs of scripts is one file.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'cairn', test: /src\/main\.ts$/ }] } },
    },
    emptyOutDir: true,
    reportCompressedSize: false,
  },
  // Under vitest the browser build of Svelte is wanted, not the server's.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: {
    environment: 'jsdom',
    // One page after the other in one process: three times as fast as a new one per file.
    isolate: false,
    unstubGlobals: true,
    include: ['src/**/*.test.ts'],
    // Pictures take their colours from it; other styles no test reads as the page does.
    css: { include: [/tokens\.css/] },
    setupFiles: ['src/text/english.ts', 'src/sizes.ts'],
  },
}));
