/**
 * Which package may import what. Names outside a folder's list are refused, whether they are installed
 * or not; relative imports stay inside the package.
 *
 *   contract -> zod | core -> contract, postgres | server-adapter -> core, contract | widgets -> lit,
 *   and the contract's types
 */
const outside = '^(\\.\\./)+(core|server-adapter|widgets|stories|test)/';

/** @param {string[]} names Regular expressions for whole import names. */
const anythingBut = (names) => `^(?!\\.|(?:${names.join('|')})$)`;

const node = (/** @type {string[]} */ ...modules) => modules.map((name) => `node:${name}`);

/**
 * @param {string[]} files
 * @param {string[]} ignores
 * @param {{ regex: string, message: string, allowTypeImports?: boolean }[]} patterns
 */
const restrict = (files, ignores, patterns) => ({
  files,
  ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: outside, message: 'Import another package by its name, not by its path.' },
          ...patterns,
        ],
      },
    ],
  },
});

const contractMessage = 'The contract imports zod and its own files, and knows nothing of core.';

/** A host brings its own connection; only the stand-alone server makes one. */
const serverPool = 'server-adapter/src/server/pool.ts';
const commandLine = 'server-adapter/src/command-line/**/*.ts';

const adapterImports = [
  '@beta-app/core(/contract)?',
  'hono(/.+)?',
  '@hono/node-server(/.+)?',
  'pino',
  'node:.+',
];

export const importDirections = [
  restrict(
    ['core/src/contract.ts'],
    [],
    [{ regex: '^(?!(?:zod|\\./contract/.+)$)', message: contractMessage }],
  ),
  restrict(
    ['core/src/contract/*.ts'],
    [],
    [{ regex: '^(?!(?:zod|\\./.+)$)', message: contractMessage }],
  ),
  restrict(
    ['core/src/contract/*/*.ts'],
    [],
    [{ regex: '^(?!(?:zod|\\.\\.?/(?!\\.\\./).+)$)', message: contractMessage }],
  ),
  restrict(
    ['core/src/**/*.ts'],
    ['core/src/contract.ts', 'core/src/contract/**/*.ts', 'core/src/openfeature/*.ts'],
    [
      {
        regex: anythingBut(['postgres', 'zod', ...node('crypto', 'fs', 'fs/promises', 'url')]),
        message: 'Core imports the contract, postgres and zod: no HTTP and no environment.',
      },
    ],
  ),
  restrict(
    ['core/src/openfeature/*.ts'],
    [],
    [
      {
        regex: anythingBut(['@openfeature/server-sdk']),
        message:
          "The OpenFeature provider imports core and OpenFeature's SDK, which hosts may lack.",
      },
    ],
  ),
  restrict(
    ['server-adapter/src/**/*.ts'],
    [serverPool, commandLine],
    [
      {
        regex: anythingBut(adapterImports),
        message: 'The server adapter imports core, its contract, Hono, pino and Node.',
      },
    ],
  ),
  restrict(
    [commandLine],
    [],
    [
      {
        regex: anythingBut([
          ...adapterImports,
          '@beta-app/core/migrations',
          'commander',
          'csv-parse',
        ]),
        message: 'The command line imports commander, csv-parse and the migrations besides.',
      },
    ],
  ),
  restrict(
    [serverPool],
    [],
    [
      {
        regex: anythingBut([...adapterImports, 'postgres']),
        message: 'The pool of the stand-alone server imports postgres beside what the adapter may.',
      },
    ],
  ),
  restrict(
    ['widgets/src/**/*.ts'],
    [],
    [
      {
        regex: anythingBut([
          'lit(/.+)?',
          'd3-(scale|time)',
          'eventsource-parser',
          '@beta-app/core/contract',
        ]),
        message:
          'The widgets import lit, the scales of D3, the parser of streams, and types of the contract.',
      },
      {
        regex: '^@beta-app/core/contract$',
        allowTypeImports: true,
        message: 'Types only: the rest would bring zod into the page.',
      },
    ],
  ),
];
