// The two roles of the application and the privileges between them: one owns the tables and changes them,
// the other reads and writes rows. The running application has the second alone.

import type pg from 'pg';
import { withConnection } from './one-connection';

export const ownerRole = 'standpoint_owner';
export const appRole = 'standpoint_app';

/** Any number, the same everywhere: serialises preparation between processes. */
const preparationLock = 7_341_001;

const ensureRole = async (client: pg.Client, role: string, password: string): Promise<void> => {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${client.escapeIdentifier(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
  );
};

/** Makes both roles with these passwords, or brings them back to that state. */
export const ensureRoles = (
  superuserUrl: string,
  passwords: { ownerPassword: string; appPassword: string },
): Promise<void> =>
  withConnection(superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [preparationLock]);
    await ensureRole(client, ownerRole, passwords.ownerPassword);
    await ensureRole(client, appRole, passwords.appPassword);
  });

/**
 * Makes a database owned by the owner role, as a copy of a template when one is named.
 * No-op when it exists.
 */
export const ensureDatabase = (superuserUrl: string, database: string, template?: string): Promise<void> =>
  withConnection(superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [preparationLock]);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount !== 0) return;
    const name = client.escapeIdentifier(database);
    const source = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`;
    await client.query(`CREATE DATABASE ${name} OWNER ${ownerRole}${source}`);
  });

/** Removes a database, ending the sessions on it. No-op when it is not there. */
export const dropDatabase = (superuserUrl: string, database: string): Promise<void> =>
  withConnection(superuserUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
  });

/**
 * Sets who may do what inside a database, tables of later migrations included.
 *
 * @param ownerUrl connection to that database as its owner (or as a superuser).
 */
export const grantPrivileges = (ownerUrl: string, database: string): Promise<void> =>
  withConnection(ownerUrl, async (client) => {
    const name = client.escapeIdentifier(database);
    await client.query('SELECT pg_advisory_lock($1)', [preparationLock]);
    await client.query(`
      REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
      GRANT CONNECT ON DATABASE ${name} TO ${ownerRole}, ${appRole};
      GRANT CREATE, TEMPORARY ON DATABASE ${name} TO ${ownerRole};
      ALTER SCHEMA public OWNER TO ${ownerRole};
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO ${appRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${appRole};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${appRole};
      ALTER DEFAULT PRIVILEGES FOR ROLE ${ownerRole} IN SCHEMA public
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${appRole};
      ALTER DEFAULT PRIVILEGES FOR ROLE ${ownerRole} IN SCHEMA public
        GRANT USAGE, SELECT ON SEQUENCES TO ${appRole};
    `);
  });

/**
 * Gives the application's role of an external database the rows of all tables, now and later. The operator
 * made the roles; only the owner of the tables can hand these rights on.
 */
export const grantRows = (ownerUrl: string, role: string): Promise<void> =>
  withConnection(ownerUrl, async (client) => {
    const name = client.escapeIdentifier(role);
    await client.query('SELECT pg_advisory_lock($1)', [preparationLock]);
    await client.query(`
      GRANT USAGE ON SCHEMA public TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${name};
      REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${name};
    `);
  });
