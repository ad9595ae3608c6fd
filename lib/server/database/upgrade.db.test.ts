import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { dropDatabase, ensureDatabase, grantPrivileges } from './database-roles';
import { migrate } from './migrate';
import { migrationsFolder } from './migration-files';
import { makeTemporaryFolder } from './temporary-folder';

/** The migrations of the first release; what came after must bring its data along. */
const FIRST_RELEASE = '20261123062500';

test('a database of the first release, with votes and words in it, becomes one of today', async () => {
  const urls = inject('databaseUrls');
  const name = `upgrade_${randomBytes(6).toString('hex')}`;
  const on = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const folder = makeTemporaryFolder('upgrade');
  await ensureDatabase(urls.superuser, name);
  await grantPrivileges(on(urls.superuser), name);
  const client = new pg.Client({ connectionString: on(urls.owner) });
  try {
    const all = migrationsFolder(process.cwd());
    mkdirSync(folder, { recursive: true });
    for (const entry of readdirSync(all))
      if (!/^\d/.test(entry) || entry.slice(0, FIRST_RELEASE.length) <= FIRST_RELEASE)
        cpSync(join(all, entry), join(folder, entry), { recursive: true });
    await migrate(on(urls.owner), folder);
    await client.connect();
    await client.query(OLD_ROWS);
    const later = await migrate(on(urls.owner), all);
    expect(later.length).toBeGreaterThan(3);

    const rows = async (sql: string) => (await client.query(sql)).rows;
    expect(await rows('SELECT "access"::text FROM "Debate"')).toEqual([{ access: 'public' }]);
    expect(
      await rows('SELECT "number", "meaning" FROM "ClaimRevision" ORDER BY "claimId", "number"'),
    ).toEqual([
      { number: 1, meaning: 1 },
      { number: 1, meaning: 1 },
      { number: 2, meaning: 1 },
      { number: 3, meaning: 3 },
      { number: 4, meaning: 3 },
    ]);
    expect(await rows('SELECT "text" FROM "Passage" ORDER BY "position"')).toEqual([
      { text: 'Mines 👩  kill.' },
      { text: 'Then they stop.' },
    ]);
    expect(await rows(`SELECT count(*)::int FROM "ClaimRevision" WHERE "likeness" <> ''`)).toEqual([
      { count: 5 },
    ]);
    expect(await rows('SELECT "aim", "revision", "closing" FROM "Relation"')).toEqual([
      { aim: 1, revision: 1, closing: null },
    ]);
    expect(await rows('SELECT "aim" FROM "Impact"')).toEqual([{ aim: 1 }]);
    expect(await migrate(on(urls.owner), all)).toEqual([]);
  } finally {
    await client.end();
    await dropDatabase(urls.superuser, name);
    rmSync(folder, { recursive: true, force: true });
  }
});

const id = (number: number): string => `'00000000-0000-7000-8000-${String(number).padStart(12, '0')}'`;
const OLD_ROWS = `
  BEGIN;
  INSERT INTO "Debate" ("id", "slug", "title", "question", "summary", "language")
    VALUES (${id(1)}, 'old', 'Old', 'Is it?', '', 'en');
  INSERT INTO "Side" ("id", "debateId", "key", "name", "speaks", "position")
    VALUES (${id(2)}, ${id(1)}, 'for', 'For', 'for', 0), (${id(3)}, ${id(1)}, 'against', 'Against', 'against', 1);
  INSERT INTO "Room" ("id", "debateId", "kind", "name") VALUES (${id(4)}, ${id(1)}, 'commons', 'Commons');
  INSERT INTO "Participant" ("id", "roomId", "alias", "aliasKey") VALUES (${id(5)}, ${id(4)}, 'Wren', 'wren');
  INSERT INTO "Source" ("id", "debateId", "key", "kind", "title", "attribution", "language", "position")
    VALUES (${id(6)}, ${id(1)}, 's', 'digest', 'Source', 'Ours', 'en', 0);
  INSERT INTO "SourceVersion" ("id", "sourceId", "debateId", "number", "text")
    VALUES (${id(7)}, ${id(6)}, ${id(1)}, 1, E'Mines 👩 kill.\\n\\nThen they stop.');
  INSERT INTO "Passage" ("id", "sourceVersionId", "key", "start", "end", "position")
    VALUES (${id(8)}, ${id(7)}, 'p1', 0, 14, 0), (${id(9)}, ${id(7)}, 'p2', 16, 31, 1);
  INSERT INTO "Claim" ("id", "debateId", "roomId", "code", "isMotion", "status", "position", "revision")
    VALUES (${id(10)}, ${id(1)}, ${id(4)}, 'M', true, 'published', 0, 1),
      (${id(11)}, ${id(1)}, ${id(4)}, 'A1', false, 'published', 1, 4);
  INSERT INTO "ClaimRevision" ("claimId", "number", "text", "evidence", "changesMeaning")
    VALUES (${id(10)}, 1, 'It is.', 'asserted', false), (${id(11)}, 1, 'One.', 'asserted', false),
      (${id(11)}, 2, 'Two.', 'asserted', false), (${id(11)}, 3, 'Three.', 'asserted', true),
      (${id(11)}, 4, 'Чотири.', 'asserted', false);
  INSERT INTO "Relation" ("id", "debateId", "roomId", "fromClaimId", "kind", "toClaimId", "status", "position")
    VALUES (${id(12)}, ${id(1)}, ${id(4)}, ${id(11)}, 'supports', ${id(10)}, 'published', 0);
  INSERT INTO "Vote" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq")
    VALUES (${id(4)}, ${id(11)}, 4, ${id(5)}, 'agree', 1);
  INSERT INTO "Impact" ("roomId", "relationId", "participantId", "weight", "seq")
    VALUES (${id(4)}, ${id(12)}, ${id(5)}, 3, 1);
  COMMIT`;
