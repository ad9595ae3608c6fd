import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** `server-only` throws outside a server component; tests run the same modules in plain Node. */
const alias = [
  { find: /^server-only$/, replacement: `${root}/scripts/support/server-only-in-tests.ts` },
  { find: /^@\//, replacement: `${root}/` },
];

const never = ['**/node_modules/**', '.next/**', '.data/**', 'lib/generated/**', 'e2e/**'];

export default defineConfig({
  resolve: { alias },
  test: {
    // Only one project per line of `npm test`; the numbers come from the JSON reporter, not from text.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, '**/*.db.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: never,
          environment: 'node',
          globalSetup: ['./scripts/support/database-for-tests.ts'],
          // Each file has a database of its own, so files may run side by side; two cores carry two.
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
