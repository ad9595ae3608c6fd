// Before each database test file, and before its imports: a database of its own, named by DATABASE_URL as
// it is in production, with the role that the application has.

import { afterAll } from 'vitest';
import { closeDatabase } from '@/lib/server/database/client';
import { makeTestDatabase } from '@/lib/server/database/testing';

const own = await makeTestDatabase();
process.env.DATABASE_URL = own.connectionString;
process.env.AUTH_SECRET ??= 'a secret for tests, of enough letters';

afterAll(async () => {
  await closeDatabase();
  await own.drop();
});
