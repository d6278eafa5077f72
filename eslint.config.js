import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';
import { importDirections } from './eslint.import-directions.js';

const typescript = ['**/*.ts'];

export default defineConfig(
  globalIgnores(['**/dist/', '.data/', 'coverage/', 'storybook-static/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
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
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['widgets/src/**/*.ts', 'test/widgets/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended']],
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
