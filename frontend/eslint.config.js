import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// The arrows between the folders of src. A view is a leaf: it gets what it
// needs from the frame and knows no other view, so that it can be
// taken out or drawn anew alone.
const VIEWS = [
  'outline',
  'kanban',
  'today',
  'timeline',
  'mindmap',
  'flow',
  'vision',
  'foundations',
  'balance',
  'coach',
  'details',
  'ideas',
  'trash',
  'search',
  'start',
  'settings',
  'files',
  'mishap',
  'about',
  'palette',
  'shortcuts',
];
const FLOOR = [
  'tree',
  'plan',
  'commands',
  'gesture',
  'text',
  'ui',
  'lens',
  'goal',
  'measure',
  'said',
  'adapt',
  'checkin',
  'report',
  'review',
  'drawing',
  'pictures',
  'roadmap',
  'routine',
  'outlook',
  'session',
  'remind',
  'exchange',
  'handover',
  'backup',
  'bridge',
  'styles',
  'desktop',
];

const walls = [
  ...VIEWS.map((view) => ({
    target: `./src/${view}`,
    from: [...VIEWS.filter((other) => other !== view), 'bridge', 'frame'].map(
      (name) => `./src/${name}`,
    ),
    message: 'A view imports no other view and no bridge; it is handed what it needs.',
  })),
  ...FLOOR.map((name) => ({
    target: `./src/${name}`,
    from: [...VIEWS, 'frame'].map((name) => `./src/${name}`),
    message: 'What views stand on does not know the views.',
  })),
  {
    target: './src/!(bridge)/**/*',
    from: './wailsjs',
    message: 'Only bridge knows the generated module.',
  },
  { target: './src/*', from: './wailsjs', message: 'Only bridge knows the generated module.' },
  {
    target: './src/gesture',
    from: ['./src/plan', './src/bridge', './src/ui'],
    message: 'A gesture is geometry: it knows no plan and no framework.',
  },
];

const fake = {
  group: ['**/bridge/fake', '**/plan/sample', '**/backup/sample'],
  message: 'Made for tests; the program never contains it.',
};

export default ts.config(
  { ignores: ['dist', 'wailsjs', 'node_modules', 'public'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.svelte', '.js'] })],
      'import-x/extensions': ['.ts', '.svelte', '.js'],
      'import-x/external-module-folders': ['node_modules'],
      'import-x/parsers': {
        '@typescript-eslint/parser': ['.ts'],
        'svelte-eslint-parser': ['.svelte'],
      },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: walls }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-restricted-imports': ['error', { patterns: [fake] }],
      'no-restricted-globals': ['error', 'alert', 'confirm', 'prompt', 'open', 'fetch', 'event'],
      'no-eval': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // The mirror counts versions instead: thousands of reactive entries would
      // cost more than the one signal that every reader touches.
      'svelte/prefer-svelte-reactivity': 'off',
      // Text reaches the page through text nodes only.
      'svelte/no-at-html-tags': 'error',
      'svelte/no-at-debug-tags': 'error',
      'svelte/no-target-blank': 'error',
      // style:name={…} goes through the CSSOM and passes the policy; the attribute does not.
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteAttribute[key.name="style"]', message: 'Use style:name={value}.' },
      ],
      'svelte/block-lang': ['error', { script: 'ts', style: null }],
    },
  },
  {
    // The one door to Go, and the only place that may ask the network stack; the
    // journeys ask the running program itself.
    files: ['src/bridge/**', 'tests/**'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['**/*.test.ts', 'src/house.ts', 'src/*/house.ts', 'src/bridge/fake.ts', 'tests/**'],
    rules: {
      'no-restricted-imports': 'off',
      'import-x/no-restricted-paths': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
    },
  },
);
