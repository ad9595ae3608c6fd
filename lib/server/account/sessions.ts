import 'server-only';
import { uuidv7 } from 'uuidv7';
import { database } from '../database/client';

/** Sessions as rows: a signed cookie is worth nothing once its row is revoked, expired or idle too long. */

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
/** People with rights over others' content sign in daily; everybody else about monthly. */
const PRIVILEGED = { idleSeconds: 2 * HOUR, absoluteSeconds: 12 * HOUR };
const ORDINARY = { idleSeconds: 7 * DAY, absoluteSeconds: 30 * DAY };
/** Longest that any cookie may live, in seconds. */
export const LONGEST_SESSION_SECONDS = ORDINARY.absoluteSeconds;

/** Opens a session for a person who has just proved who they are; a new id every time. */
export async function openSession(userId: string): Promise<string> {
  const { prisma } = database();
  const user = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      rightsVersion: true,
      isAdministrator: true,
      _count: {
        select: {
          participants: { where: { leftAt: null, role: { in: ['owner', 'teacher', 'assistant'] } } },
        },
      },
    },
  });
  const limits = user.isAdministrator || user._count.participants > 0 ? PRIVILEGED : ORDINARY;
  const id = uuidv7();
  // Ended ones say when somebody was here, and nothing needs that.
  await prisma.session.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
  await prisma.session.create({
    data: {
      id,
      userId,
      rightsVersion: user.rightsVersion,
      idleSeconds: limits.idleSeconds,
      expiresAt: new Date(Date.now() + limits.absoluteSeconds * 1000),
    },
  });
  return id;
}

interface SessionRow {
  userId: string;
  isAdministrator: boolean;
  isGuest: boolean;
  isIdleMarkOld: boolean;
}

/** The person behind a session id, or null when the session no longer counts. One statement; the database's clock rules. */
export async function personOfSession(
  id: string,
): Promise<{ userId: string; isAdministrator: boolean; isGuest: boolean } | null> {
  const { pool } = database();
  const { rows } = await pool.query<SessionRow>({
    name: 'person-of-session',
    text: `SELECT s."userId", u."isAdministrator", u."isGuest", s."lastSeenAt" < now() - interval '1 minute' AS "isIdleMarkOld"
           FROM "Session" s JOIN "User" u ON u."id" = s."userId"
           WHERE s."id" = $1 AND s."revokedAt" IS NULL AND s."expiresAt" > now()
             AND s."rightsVersion" = u."rightsVersion"
             AND s."lastSeenAt" + make_interval(secs => s."idleSeconds") > now()`,
    values: [id],
  });
  const row = rows[0];
  if (!row) return null;
  if (row.isIdleMarkOld) {
    // At most one write a minute for each session; losing one only shortens the idle time.
    await pool.query('UPDATE "Session" SET "lastSeenAt" = now() WHERE "id" = $1', [id]);
  }
  return { userId: row.userId, isAdministrator: row.isAdministrator, isGuest: row.isGuest };
}

/** Ends one session of this person; false when there is no such open session. */
export async function revokeSession(userId: string, id: string): Promise<boolean> {
  const { count } = await database().prisma.session.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count > 0;
}
