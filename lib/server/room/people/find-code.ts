import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { parseJoinCode, parseSeatCode } from '../../../domain/room/codes';
import { WRONG_CODE_MS } from '../../../domain/room/join-limits';
import { roomSlug } from '../../../domain/room/room-slug';
import { database } from '../../database/client';
import { countWrongCode, type JoinGate, joinGate } from './join-attempts';
import { hashOfSeatCode } from './seat-codes';
import { inTurn } from './turnstile';

/** The room that a code opens. */
export interface OpenedByCode {
  roomId: string;
  slug: string;
  name: string;
  debate: string;
  language: string;
  isClosed: boolean;
  hasOpenDoors: boolean;
  namesCanBeRevealed: boolean;
  showsCountsEarly: boolean;
  /** The code is a seat's: that seat. `userId` is null while it is a place on a list. */
  seat: { participantId: string; alias: string; userId: string | null } | null;
}

interface Row {
  roomId: string;
  name: string;
  key: string | null;
  debateSlug: string;
  debate: string;
  language: string;
  isClosed: boolean;
  hasOpenDoors: boolean;
  namesCanBeRevealed: boolean;
  showsCountsEarly: boolean;
  participantId: string | null;
  alias: string | null;
  userId: string | null;
}

const ROOM = `r."id" AS "roomId", r."name", r."key", d."slug" AS "debateSlug", d."title" AS "debate", d."language",
  r."stage" = 'closed' AS "isClosed", r."hasOpenDoors", r."namesCanBeRevealed", r."showsCountsEarly"`;

async function roomOfJoinCode(code: string): Promise<Row | undefined> {
  const { rows } = await database().pool.query<Row>({
    name: 'room-of-join-code',
    text: `SELECT ${ROOM}, NULL AS "participantId", NULL AS "alias", NULL AS "userId"
           FROM "Room" r JOIN "Debate" d ON d."id" = r."debateId"
           WHERE r."joinCode" = $1 AND r."joinCodeUntil" > now() AND r."archivedAt" IS NULL AND r."kind" = 'class'`,
    values: [code],
  });
  return rows[0];
}

async function roomOfSeatCode(code: string): Promise<Row | undefined> {
  const { rows } = await database().pool.query<Row>({
    name: 'room-of-seat-code',
    text: `SELECT ${ROOM}, p."id" AS "participantId", p."alias", p."userId"
           FROM "Participant" p JOIN "Room" r ON r."id" = p."roomId" JOIN "Debate" d ON d."id" = r."debateId"
             LEFT JOIN "User" u ON u."id" = p."userId"
           WHERE p."seatCodeHash" = $1 AND p."leftAt" IS NULL AND coalesce(u."isGuest", true)
             AND (p."userId" IS NOT NULL OR r."kind" = 'class')`,
    values: [hashOfSeatCode(code)],
  });
  return rows[0];
}

async function rowOf(typed: string): Promise<Row | undefined> {
  const joinCode = parseJoinCode(typed);
  if (joinCode !== null) return roomOfJoinCode(joinCode);
  const seatCode = parseSeatCode(typed);
  return seatCode === null ? undefined : roomOfSeatCode(seatCode);
}

const tooMany = ({ retryAfterSeconds }: JoinGate) => err(failure('too-many-attempts', { retryAfterSeconds }));

/**
 * What this code opens. Nothing to find, expired, taken away or unreadable is one answer, in one time; too many of those from
 * a network, and no code from there is looked at for a while.
 */
export async function findCode(
  typed: string,
  address: string,
): Promise<Result<{ opened: OpenedByCode; isClass: boolean }, Failure>> {
  const startedAt = performance.now();
  const { gate, row } = await inTurn(async () => {
    const gate = await joinGate(address);
    return { gate, row: gate.isOpen ? await rowOf(typed) : undefined };
  });
  if (!gate.isOpen) return tooMany(gate);
  if (!row) {
    await countWrongCode(address, gate.isClass);
    await wait(Math.max(0, WRONG_CODE_MS - (performance.now() - startedAt)));
    return err(failure('code-unknown', { field: 'code' }));
  }
  const after = await inTurn(() => joinGate(address));
  if (!after.isOpen) return tooMany(after);
  const { debateSlug, key, participantId, alias, userId, ...room } = row;
  const seat = participantId !== null && alias !== null ? { participantId, alias, userId } : null;
  return ok({ opened: { ...room, slug: roomSlug(debateSlug, key), seat }, isClass: gate.isClass });
}
