import 'server-only';
import { randomInt } from 'node:crypto';
import { setImmediate as aTurn } from 'node:timers/promises';
import {
  commentsText,
  type PersonVotes,
  type RoomClaim,
  roomExport,
  votesLinesOf,
} from '../../../domain/stance/polis-export/room-export';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import type { Transaction } from '../../database/client';
import { type RoomContext, roomContext } from '../room-context';
import { type VoteRow, votedClaims, voteRows } from './report-facts';
import { countedPeople, whoCame } from './report-people';

/** The votes of a room in the shape of a Polis export. */

/** Lines that are written before others get their turn. */
const LINES_AT_ONCE = 500;

export interface ConversationFiles {
  votes: string;
  comments: string;
}

/** @param aboveIds rooms, of those that this one sees, whose declined claims the reader may read */
export async function roomConversation(
  tx: Transaction,
  room: RoomContext,
  aboveIds: readonly string[],
): Promise<ConversationFiles> {
  const people = await countedPeople(tx, room);
  const came = new Set(whoCame(people).map(({ id }) => id));
  const open = await votedClaims(tx, room);
  const closed = await closedClaims(tx, room, aboveIds);
  const claims = [...open.map((claim) => ({ ...claim, isOut: false })), ...closed];
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const [own, imported] = [people.filter(({ id }) => came.has(id)), people.filter(({ id }) => !came.has(id))];
  const rows: PersonVotes[] = [];
  const add = (found: readonly VoteRow[], isImported: boolean) => {
    for (const { person, places, signs } of found) {
      rows.push({ person, isImported, claims: places, votes: [...signs].map((sign) => SIGNS[sign] ?? 0) });
    }
  };
  add(await voteRows(tx, room, idsOf(own), idsOf(open)), false);
  // What people here said of a claim that was closed since is told nowhere else either.
  add(await voteRows(tx, room, idsOf(imported), idsOf(claims)), true);
  const isVotedOn = new Uint8Array(claims.length);
  for (const { isImported, claims: places } of rows) {
    if (isImported) for (const place of places) isVotedOn[place] = 1;
  }
  const listed = claims.flatMap((claim, place) => (!claim.isOut || isVotedOn[place] === 1 ? [place] : []));
  const placeOf = new Map(listed.map((place, index) => [place, index]));
  const made = roomExport(
    listed.flatMap((place): RoomClaim[] => (claims[place] ? [claims[place]] : [])),
    rows.map((row) => ({ ...row, claims: row.claims.map((place) => placeOf.get(place) ?? 0) })),
    rows.map(() => randomInt(2 ** 47)),
  );
  const lines: string[] = [];
  for (const line of votesLinesOf(made)) {
    if (lines.push(line) % LINES_AT_ONCE === 0) await aTurn();
  }
  return { votes: lines.join(''), comments: commentsText(made) };
}

const SIGNS: Readonly<Record<string, number>> = { '+': 1, '-': -1, '0': 0 };

/** Claims that were declined or archived, of those that the reader may read. */
async function closedClaims(tx: Transaction, room: RoomContext, aboveIds: readonly string[]) {
  const rows = await tx.claim.findMany({
    where: {
      debateId: room.debateId,
      roomId: { in: room.path },
      isMotion: false,
      OR: [{ status: 'archived' }, { status: 'declined', roomId: { in: [...aboveIds] } }],
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, code: true, current: { select: { text: true } } },
  });
  return rows.map(({ id, code, current }) => ({ id, code, text: current.text, isOut: true }));
}

/** Of the rooms that this one sees, those that the actor maintains. */
export async function maintainedAbove(actor: Actor, room: RoomContext): Promise<string[]> {
  const rooms = await Promise.all(room.path.map((id) => roomContext(actor, id)));
  return rooms.flatMap((one) => (one && can(actor, 'room:maintain', one) ? [one.id] : []));
}
