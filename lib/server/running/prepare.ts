// The steps between a clone and an app that can be served: database client, content, build. Each leaves a
// stamp of what it was made from, so the next start does only what changed.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { withConnection } from '../database/one-connection';
import { contentHash, readStamp, writeStamp } from './content-hash';
import { runNode } from './program';

const versionOf = (root: string, name: string): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))).version;

const isTest = (path: string): boolean => /[.]test[.]tsx?$|\/testing([./]|$)/.test(path);

/** Generates the database client when the schema or Prisma changed. True when it did. */
export const generateClient = async (root: string): Promise<boolean> => {
  const stampPath = join(root, 'lib', 'generated', 'schema-stamp');
  const stamp = contentHash(root, ['prisma/schema', 'prisma.config.ts'], versionOf(root, 'prisma'));
  const client = join(root, 'lib', 'generated', 'prisma', 'client.ts');
  if (readStamp(stampPath) === stamp && existsSync(client)) return false;
  await runNode('Generating the database client', ['node_modules/prisma/build/index.js', 'generate'], {
    cwd: root,
    env: {
      // Any executable keeps Prisma from looking for, and downloading, an engine that this needs not.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  writeStamp(stampPath, stamp);
  return true;
};

const seedModule = z.object({ seed: z.custom<(connectionString: string) => Promise<void>>() });

/**
 * Writes the worked debates when their content, or how it is written, changed since the last time. The
 * stamp is in the database, as a comment on the table of migrations: it goes where the data goes.
 *
 * @param ownerUrl may comment on tables. @param appUrl writes the rows.
 * @returns true when the content was written.
 */
export const seedContent = (root: string, ownerUrl: string, appUrl: string): Promise<boolean> => {
  const sourcesOfContent = ['prisma/seed.ts', 'prisma/seeding', 'prisma/content'];
  const stamp = contentHash(root, sourcesOfContent, '', (path) => !isTest(path));
  return withConnection(ownerUrl, async (client) => {
    const found = await client.query<{ stamp: string | null }>(
      `SELECT obj_description('"_prisma_migrations"'::regclass) AS stamp`,
    );
    if (found.rows[0]?.stamp === `seed ${stamp}`) return false;
    const { seed } = seedModule.parse(await import(pathToFileURL(join(root, 'prisma', 'seed.ts')).href));
    await seed(appUrl);
    await client.query(`COMMENT ON TABLE "_prisma_migrations" IS ${client.escapeLiteral(`seed ${stamp}`)}`);
    return true;
  });
};

/** Everything that ends up in the build. Tests and documents do not. */
const sources = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema', 'prisma/content'],
  ...['proxy.ts', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
];

/** Where Next puts the build; a second server on one checkout names another folder. */
export const buildFolder = (root: string): string => join(root, process.env.STANDPOINT_DIST_DIR ?? '.next');

const buildStamp = (root: string): string =>
  contentHash(root, sources, process.version, (path) => !isTest(path) && !path.startsWith('lib/generated/'));

/** Whether the build is made from the sources as they are. */
export const isBuilt = (root: string): boolean => {
  const folder = buildFolder(root);
  return (
    readStamp(join(folder, 'standpoint-stamp')) === buildStamp(root) && existsSync(join(folder, 'BUILD_ID'))
  );
};

/** Builds the app when its sources changed. True when it did. */
export const buildApp = async (root: string): Promise<boolean> => {
  if (isBuilt(root)) return false;
  const stampPath = join(buildFolder(root), 'standpoint-stamp');
  const stamp = buildStamp(root);
  rmSync(stampPath, { force: true });
  await runNode('Building the app', ['node_modules/next/dist/bin/next', 'build'], {
    cwd: root,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  writeStamp(stampPath, stamp);
  return true;
};
