// Once per run of the database tests: an embedded server in a temporary folder, never the app's, with one
// migrated database that every test file copies.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureDatabase, grantPrivileges } from '@/lib/server/database/database-roles';
import { startEmbeddedServer } from '@/lib/server/database/embedded-server';
import { migrate } from '@/lib/server/database/migrate';
import { makeTemporaryFolder } from '@/lib/server/database/temporary-folder';
import { templateDatabase } from '@/lib/server/database/testing';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = makeTemporaryFolder('test');
  const server = await startEmbeddedServer({ dataFolder: join(folder, 'data'), durable: false });
  const teardown = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ensureDatabase(server.url('superuser'), templateDatabase);
    await grantPrivileges(server.url('superuser', templateDatabase), templateDatabase);
    await migrate(server.url('owner', templateDatabase));
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('databaseUrls', {
    superuser: server.url('superuser'),
    owner: server.url('owner'),
    app: server.url('app'),
  });
  return teardown;
}
