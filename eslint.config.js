import js from '@eslint/js'
import ts from 'typescript-eslint'

const server = 'packages/ingest-server/src'
const see = 'Imports point one way: see CONTRIBUTING.md, "Rooms".'

/** Forbids a room of the server to import from the rooms and packages that stand above or beside it. */
const room = (files, ...forbidden) => ({
  files: files.map((file) => `${server}/${file}`),
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message: see }] }] },
})
const drivers = ['**/store/sqlite*', '**/store/sqlite/**', '**/store/postgres*', '**/store/postgres/**']
const outside = ['express', 'pg', 'node:sqlite', 'node:http', 'node:worker_threads']

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/data/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
  room(['errors.ts', 'facts/**/*.ts'], '*', '!node:*'),
  {
    files: [`${server}/facts.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\./facts/)', message: see }] }] },
  },
  room(['providers/**/*.ts'], '**/http/**', '**/ledger/**', '**/store/**', '**/importer/**', ...outside),
  room(
    ['importer/**/*.ts'],
    ...['http', 'providers', 'ledger', 'store', 'inbox', 'commands'].map((name) => `**/${name}/**`),
    ...outside,
  ),
  room(['ledger/**/*.ts'], '**/http/**', '**/providers/**', '**/importer/**', ...drivers, ...outside),
  room(['store/**/*.ts'], '**/http/**', '**/providers/**', '**/ledger/**', '**/importer/**', 'express', 'node:http'),
  room(['settings.ts', 'secrets.ts'], '**/http/**', '**/providers/**', '**/store/**', '**/inbox/**', ...outside),
  room(['objects/**/*.ts'], '**/http/**', '**/providers/**', '**/ledger/**', '**/notify/**', ...drivers, ...outside),
  room(['samples/**/*.ts'], '**/http/**', '**/ledger/**', '**/store/**', '**/inbox/**', '**/commands/**', ...outside),
  room(['inbox/**/*.ts'], '**/http/**', '**/commands/**', ...drivers, ...outside),
  room(['personal/**/*.ts'], '**/http/**', '**/commands/**', '**/providers/**', ...drivers, ...outside),
  room(
    ['notify/**/*.ts'],
    '**/http/**',
    '**/commands/**',
    ...drivers,
    'express',
    'pg',
    'node:sqlite',
    'node:worker_threads',
  ),
  room(['doctor/**/*.ts'], '**/http/**', '**/ledger/**', '**/providers/**', '**/commands/**', ...drivers, ...outside),
  room(['metrics/**/*.ts'], '**/http/**', '**/providers/**', '**/commands/**', ...drivers, ...outside),
  room(['commands/**/*.ts'], ...drivers, '**/main.ts', 'pg', 'node:sqlite', 'node:http'),
  room(['http/**/*.ts', 'app.ts'], ...drivers, '**/main.ts', 'pg', 'node:sqlite', 'node:worker_threads'),
)
