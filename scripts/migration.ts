// npm run db:migration -- add-claim-status   writes the next migration from prisma/schema
// npm run db:migration -- --check            fails when the migrations and the schema differ

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedServer } from '@/lib/server/database/embedded-server';
import { missingMigration, writeMigration } from '@/lib/server/database/migration-diff';
import { makeTemporaryFolder } from '@/lib/server/database/temporary-folder';

const [argument] = process.argv.slice(2);
if (argument === undefined || !/^(--check|[a-z][a-z0-9-]*)$/.test(argument)) {
  console.error('Name the migration in kebab-case, as in: npm run db:migration -- add-claim-status');
  process.exit(2);
}

// A database of its own: writing a migration never touches the one that the app uses.
const scratch = makeTemporaryFolder('migration');
const server = await startEmbeddedServer({ dataFolder: join(scratch, 'data'), durable: false });
try {
  if (argument === '--check') {
    const missing = await missingMigration(process.cwd(), server.url('superuser'));
    if (missing === '') {
      console.log('The migrations lead to the schema.');
    } else {
      console.error(
        `The migrations do not lead to prisma/schema. Missing:\n\n${missing}\n\nRun: npm run db:migration -- NAME`,
      );
      process.exitCode = 1;
    }
  } else {
    const path = await writeMigration(process.cwd(), server.url('superuser'), argument, new Date());
    console.log(path === null ? 'Nothing to do: the migrations lead to the schema.' : `Wrote ${path}`);
  }
} finally {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
