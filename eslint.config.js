import css from '@eslint/css';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';
import { cssTemplates } from './eslint.css-templates.js';
import { importDirections } from './eslint.import-directions.js';
import { youngFeatures, youngSyntax } from './eslint.young-features.js';

const typescript = ['**/*.ts'];
const exportAll = { selector: 'ExportAllDeclaration', message: 'Name what is exported.' };

export default defineConfig(
  globalIgnores(['**/dist/', '.data/', 'coverage/', 'storybook-static/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.js', ...typescript], ...js.configs.recommended },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // `onclick={() => close()}` is fine; a value that is used and isn't one is an error of the types.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unified-signatures': 'off',
      // `document.createElement('x') as X` is how elements are made.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Records read from outside are indexed by name: noUncheckedIndexedAccess keeps them honest.
      '@typescript-eslint/dot-notation': 'off',
      'no-restricted-syntax': ['error', exportAll],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['widgets/src/**/*.ts', 'test/widgets/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended']],
  },
  {
    // What runs in browsers, of which the oldest are named in CONTRIBUTING.md.
    files: ['widgets/src/**/*.ts'],
    plugins: { browsers: { rules: { 'young-features': youngFeatures } } },
    processor: cssTemplates,
    rules: {
      'no-restricted-syntax': ['error', exportAll, ...youngSyntax],
      'browsers/young-features': [
        'error',
        {
          allow: [
            // Only keyboards on screens know it.
            '<input autocapitalize>',
            // Chromium had it long before it was moved to this interface.
            'BeforeUnloadEvent.returnValue',
          ],
        },
      ],
    },
  },
  {
    files: ['widgets/src/**/*.ts/*.css'],
    plugins: { css },
    language: 'css/css',
    rules: {
      'css/use-baseline': [
        'error',
        {
          // All that every browser had when Chromium was at 108, Firefox at 108 and Safari at 16.2.
          available: 2022,
          // Chromium 105, Firefox 110, Safari 16.
          allowAtRules: ['container'],
          allowProperties: [
            'container-type',
            // Safari 16.4 rounds its corners.
            'outline',
            // Without these the elements work, and look a little plainer.
            'accent-color',
            'forced-color-adjust',
            'overflow-anchor',
            'overscroll-behavior',
            'resize',
            'scrollbar-gutter',
            // Old names that every browser knows.
            'clip',
            'line-clamp',
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // node:test collects the promises of describe() and it() by itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: [
                'after',
                'afterEach',
                'before',
                'beforeEach',
                'describe',
                'it',
                'suite',
                'test',
              ],
              package: 'node:test',
            },
          ],
        },
      ],
      // chai's assertions are expressions, and a test may insist on what it set up itself.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...importDirections,
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly' },
    },
  },
);
