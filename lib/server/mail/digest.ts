import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../domain/notification/kinds';
import { ok } from '../../domain/result';
import { roomSlug } from '../../domain/room/room-slug';
import { inTransaction } from '../database/transaction';
import { log } from '../log';
import { publicUrl } from '../site';
import { stopMailUrl } from './mail-choice';
import { mailWords } from './mail-words';
import { type MailSettings, mailSettings, sendMail } from './send-mail';

/**
 * One mail for all that a person was told since the last one: how much of what, and where to look. No words of anybody and no
 * results stand in it. A mail that was not taken is tried again an hour later, for as long as its news is fresh.
 */

const MINUTE_MS = 60 * 1000;
const RETRY_MS = 60 * MINUTE_MS;
const PERIOD_MS = { hourly: 60 * MINUTE_MS, daily: 24 * 60 * MINUTE_MS } as const;
/** What is older is not worth a mail any more. */
const FRESH_DAYS = 3;
/** In one round; the next one follows a minute later. */
const MOST_MAILS = 200;
/** After so many the mail server is down, and everybody waits for the next round. */
const MOST_FAILURES = 3;

interface Due {
  userId: string;
  email: string;
  digest: keyof typeof PERIOD_MS;
  locale: string | null;
  notices: { id: string; kind: NotificationKind; count: number; slug: string; key: string | null }[];
}

/**
 * Sends what is due; how many mails were taken by the mail server.
 * @param moment stands in for the clock, in tests
 */
export async function sendDigests(moment: Date = new Date()): Promise<number> {
  const settings = mailSettings();
  if (!settings) return 0;
  let sent = 0;
  let failures = 0;
  for (let tried = 0; tried < MOST_MAILS && failures < MOST_FAILURES; tried += 1) {
    const due = await claimDue(moment);
    if (!due) break;
    if (await isTaken(settings, due)) sent += 1;
    else {
      failures += 1;
      await giveBack(due, moment);
    }
  }
  return sent;
}

/** Not of a note that names somebody and that they may not read any more: the list on the site is without it too. */
const IS_IN_SIGHT = Prisma.sql`(n."kind" <> 'mention' OR EXISTS (SELECT FROM "Annotation" a WHERE a."id" = n."subjectId"
  AND a."removedAt" IS NULL AND a."status" <> 'hidden' AND a."visibility" <> 'private'))`;

/**
 * Takes the next person whose mail is due, and marks it as sent before it is: of several instances one gets them, and a crash
 * loses a mail rather than sending it twice. What it told of stands in the person's list all the same.
 */
async function claimDue(moment: Date): Promise<Due | null> {
  const claimed = await inTransaction(async (tx) => {
    const [person] = await tx.$queryRaw<Omit<Due, 'notices'>[]>`
      SELECT u."id" AS "userId", u."email", u."mailDigest"::text AS "digest", u."mailLocale" AS "locale" FROM "User" u
      WHERE u."mailDigest" <> 'off' AND u."emailVerifiedAt" IS NOT NULL AND u."email" IS NOT NULL AND NOT u."isGuest"
        AND (u."mailedAt" IS NULL OR u."mailedAt" <= ${moment}::timestamptz
          - CASE u."mailDigest" WHEN 'hourly' THEN interval '1 hour' ELSE interval '1 day' END)
        AND EXISTS (SELECT FROM "Notification" n WHERE n."userId" = u."id" AND n."readAt" IS NULL AND n."mailedAt" IS NULL
          AND n."latestAt" > ${moment}::timestamptz - make_interval(days => ${FRESH_DAYS}::int)
          AND ${IS_IN_SIGHT}
          AND EXISTS (SELECT FROM "Participant" p WHERE p."userId" = u."id" AND p."leftAt" IS NULL
            AND p."roomId" = ANY (SELECT unnest(r."path") FROM "Room" r WHERE r."id" = n."roomId")))
      ORDER BY u."mailedAt" NULLS FIRST LIMIT 1
      FOR UPDATE OF u SKIP LOCKED`;
    if (!person) return ok(null);
    const notices = await tx.$queryRaw<Due['notices']>`
      UPDATE "Notification" n SET "mailedAt" = ${moment}::timestamptz
      FROM "Room" r JOIN "Debate" d ON d."id" = r."debateId"
      WHERE r."id" = n."roomId" AND n."userId" = ${person.userId}::uuid AND n."readAt" IS NULL AND n."mailedAt" IS NULL
        AND n."latestAt" > ${moment}::timestamptz - make_interval(days => ${FRESH_DAYS}::int)
        AND ${IS_IN_SIGHT}
        AND EXISTS (SELECT FROM "Participant" p WHERE p."userId" = n."userId" AND p."leftAt" IS NULL
          AND p."roomId" = ANY (r."path"))
      RETURNING n."id", n."kind", n."count", d."slug", r."key"`;
    await tx.user.update({ where: { id: person.userId }, data: { mailedAt: moment } });
    return ok({ ...person, notices });
  });
  return claimed.ok ? claimed.value : null;
}

async function isTaken(settings: MailSettings, due: Due): Promise<boolean> {
  // Read by the person meanwhile, or by another instance's mail.
  if (due.notices.length === 0) return true;
  try {
    await sendMail(settings, {
      to: due.email,
      subject: mailWords(due.locale).digestSubject,
      text: textOf(due),
      unsubscribeUrl: stopMailUrl(due.userId),
    });
    return true;
  } catch (error) {
    log.warn({ err: error, userId: due.userId }, 'a mail was not sent and is tried again');
    return false;
  }
}

/** Room by room, kind by kind. */
function textOf({ userId, locale, notices }: Due): string {
  const words = mailWords(locale);
  const rooms = [...new Set(notices.map(({ slug, key }) => roomSlug(slug, key)))].sort();
  const blocks = rooms.map((room) => {
    const here = notices.filter(({ slug, key }) => roomSlug(slug, key) === room);
    const lines = NOTIFICATION_KINDS.flatMap((kind) => {
      const count = here.reduce((sum, notice) => sum + (notice.kind === kind ? notice.count : 0), 0);
      return count === 0 ? [] : [`- ${words.kind[kind]}: ${count}`];
    });
    return [...lines, `${publicUrl()}/debates/${room}`].join('\n');
  });
  const ways = [
    [words.allOfIt, `${publicUrl()}/notifications`],
    [words.whyDigest, `${publicUrl()}/account`],
    [words.stop, stopMailUrl(userId)],
  ].map((way) => way.join('\n'));
  return `${[words.digestLead, ...blocks, ...ways].join('\n\n')}\n`;
}

/** Marks as not sent what was not, so that it is due again when the pause is over. */
async function giveBack({ userId, digest, notices }: Due, moment: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.notification.updateMany({
      where: { id: { in: notices.map(({ id }) => id) }, mailedAt: moment },
      data: { mailedAt: null },
    });
    await tx.user.updateMany({
      where: { id: userId, mailedAt: moment },
      data: { mailedAt: new Date(moment.getTime() - PERIOD_MS[digest] + RETRY_MS) },
    });
    return ok(null);
  });
}
