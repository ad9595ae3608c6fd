// The one-time link that makes the first account an administrator. Whoever can read the terminal of the
// server owns the server, so that is where the link is shown; the database keeps only its hash.

import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { withConnection } from '../database/one-connection';

const validHours = 24;

/**
 * Makes a link while no administrator exists; earlier unused ones stop working.
 *
 * @param connectionString database, as the application's role.
 * @returns the link, or `null` when there is an administrator.
 */
export const makeSetupLink = (connectionString: string, publicUrl: string): Promise<string | null> =>
  withConnection(connectionString, async (client) => {
    const administrators = await client.query('SELECT 1 FROM "User" WHERE "isAdministrator" LIMIT 1');
    if (administrators.rowCount !== 0) return null;
    const token = randomBytes(32).toString('base64url');
    await client.query('BEGIN');
    await client.query('DELETE FROM "SetupToken" WHERE "usedAt" IS NULL');
    await client.query(
      `INSERT INTO "SetupToken" ("id", "tokenHash", "expiresAt")
       VALUES ($1, $2, now() + make_interval(hours => $3))`,
      [uuidv7(), createHash('sha256').update(token).digest('hex'), validHours],
    );
    await client.query('COMMIT');
    return `${publicUrl}/setup?token=${token}`;
  });
