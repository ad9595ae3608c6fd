import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Vitest 5 reports failures with Map.groupBy, which Node 20 lacks. Remove with the support for Node 20.
if (!('groupBy' in Map)) {
  Object.defineProperty(Map, 'groupBy', {
    value: <Key, Item>(
      items: Iterable<Item>,
      keyOf: (item: Item, index: number) => Key,
    ): Map<Key, Item[]> => {
      const groups = new Map<Key, Item[]>();
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index);
        const group = groups.get(key);
        if (group) group.push(item);
        else groups.set(key, [item]);
        index += 1;
      }
      return groups;
    },
  });
}

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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, '**/*.db.test.ts'],
          environment: 'node',
          // Modules are read once for all files, not for each: half of the time went there. What a file mocks it puts back.
          isolate: false,
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
          setupFiles: ['./scripts/support/database-per-file.ts'],
          // Each file has a database of its own, so files may run side by side; two cores carry two.
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
