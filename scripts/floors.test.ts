import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Oldest versions without a hole that is known to be used; see the changelogs of the packages. Raise, never lower.
const floors: Record<string, string> = {
  next: '16.4.6',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'next-auth': '4.24.15',
  prisma: '7.10.0',
  '@prisma/client': '7.10.0',
  '@prisma/adapter-pg': '7.10.0',
  pg: '8.23.1',
  sharp: '0.35.5',
  dompurify: '3.4.16',
  'react-server-dom-webpack': '19.3.1',
  'react-server-dom-turbopack': '19.3.1',
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string; resolved?: string }>;
};

/** Every copy of a package in the tree: its place, and its version. */
const copiesOf = (name: string): [place: string, version: string][] =>
  Object.entries(lock.packages).flatMap(([place, { version }]): [string, string][] =>
    version && (place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`))
      ? [[place, version]]
      : [],
  );

const isAtLeast = (version: string, floor: string): boolean => {
  // A version before a release stands below the release.
  const [numbers = '', early] = version.split('-');
  const parts = numbers.split('.').map(Number);
  const least = floor.split('.').map(Number);
  for (const [index, wanted] of least.entries()) {
    const found = parts[index] ?? 0;
    if (found !== wanted) return found > wanted;
  }
  return early === undefined;
};

test.each(Object.entries(floors))('%s is nowhere older than %s', (name, floor) => {
  const below = copiesOf(name).filter(([, version]) => !isAtLeast(version, floor));
  expect(below).toEqual([]);
});

test('the packages that the app stands on are in the lockfile at all', () => {
  const needed = [
    'next',
    'react',
    'react-dom',
    'next-auth',
    'prisma',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
  ];
  expect(needed.filter((name) => copiesOf(name).length === 0)).toEqual([]);
});

test('the parts of Prisma are of one version', () => {
  const parts = ['prisma', '@prisma/client', '@prisma/adapter-pg', '@prisma/migrate'];
  expect(new Set(parts.flatMap(copiesOf).map(([, version]) => version)).size).toBe(1);
});

test('the lockfile names no registry, so it installs from whichever one is set up', () => {
  const resolved = Object.entries(lock.packages).filter(([, { resolved: from }]) => from !== undefined);
  expect(
    resolved.filter(([, { resolved: from }]) => /^[a-z+]+:\/\//.test(from ?? '')).map(([place]) => place),
  ).toEqual([]);
});

test('a version is compared by its numbers', () => {
  expect(isAtLeast('16.10.0', '16.4.6')).toBe(true);
  expect(isAtLeast('16.4.5', '16.4.6')).toBe(false);
  expect(isAtLeast('16.4.6-canary.1', '16.4.6')).toBe(false);
  expect(isAtLeast('17.0.0-rc.1', '16.4.6')).toBe(true);
});
