import 'server-only';
import type { RoomEvent } from '../../domain/room/events';
import { database } from '../database/client';
import { heldBackFrom, type RoomContext, roomContext } from '../room/room-context';
import type { Listener } from './listener';
import type { LoggedEvent } from './who-hears';

/** What the listeners of a stream may hear is asked again when it may have changed, and every 20 seconds whatever happened. */

/** Rooms at a time that are asked about for readers whose rights changed: votes need the connections too. */
const SIDE_BY_SIDE = 4;

/** Events after which the room itself is another, the same for all who hear it. */
const OF_THE_ROOM: readonly RoomEvent[] = [
  'step-changed',
  'clock-changed',
  'plan-changed',
  'room-closed',
  'room-reopened',
  'room-archived',
];

/** Events after which everybody's own rights may be others. */
const OF_ALL: readonly RoomEvent[] = ['settings-changed', 'groups-changed', 'sides-changed'];

const OF_A_SEAT: readonly RoomEvent[] = ['person-joined', 'person-left', 'person-changed'];

/** Events that move somebody towards reading the notes of others, where a room asks for one's own first. */
const OF_OWN_NOTES: readonly RoomEvent[] = ['annotation-added', 'annotation-edited', 'annotation-removed'];

/** Asks again, of those whom the events concern. */
export async function refreshAfter(
  events: readonly LoggedEvent[],
  listeners: readonly Listener[],
): Promise<void> {
  const has = (types: readonly RoomEvent[]) => events.some(({ type }) => types.includes(type));
  if (has(OF_ALL)) return refreshEach(listeners);
  if (has(OF_THE_ROOM)) await refreshRooms(listeners);

  const subjects = new Set(
    events.filter(({ type }) => OF_A_SEAT.includes(type)).map(({ subjectId }) => subjectId),
  );
  const hasNotes = has(OF_OWN_NOTES);
  const concerned = listeners.filter(
    ({ room }) =>
      room.homes.some(({ seatId }) => seatId !== null && subjects.has(seatId)) ||
      // Whose notes they are is not known yet; only those who have to post some are asked about.
      (hasNotes && heldBackFrom(room) !== null) ||
      // Somebody new: perhaps this reader, who had no seat until now.
      (subjects.size > 0 && room.participantId === null),
  );
  await refreshEach(concerned);
}

/** What a room says of itself, the same for every reader. */
const sharedFacts = (room: RoomContext) => ({
  name: room.name,
  stage: room.stage,
  step: room.step,
  round: room.round,
  stageEndsAt: room.stageEndsAt,
  acts: room.acts,
  voice: room.voice,
  speakers: room.speakers,
  showsCountsEarly: room.showsCountsEarly,
  namesCanBeRevealed: room.namesCanBeRevealed,
  claimsNeedApproval: room.claimsNeedApproval,
  notesNeedApproval: room.notesNeedApproval,
  isPublic: room.isPublic,
});

/** One reading for each room, however many hear it. */
async function refreshRooms(listeners: readonly Listener[]): Promise<void> {
  const facts = new Map<string, ReturnType<typeof sharedFacts>>();
  for (const listener of listeners) {
    const known = facts.get(listener.room.id);
    if (known) listener.room = { ...listener.room, ...known };
    else if (await refresh(listener)) facts.set(listener.room.id, sharedFacts(listener.room));
  }
}

async function refreshEach(listeners: readonly Listener[]): Promise<void> {
  const left = [...listeners];
  const worker = async () => {
    for (let next = left.pop(); next; next = left.pop()) await refresh(next);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}

/** @returns whether the reader may still read the room */
async function refresh(listener: Listener): Promise<boolean> {
  if (listener.hasEnded) return false;
  const room = await roomContext(listener.actor, listener.room.id);
  if (room === null) {
    listener.end('no-access', null);
    return false;
  }
  const wasHeldBack = heldBackFrom(listener.room) !== null;
  const keptRoom = listener.keepsRoom;
  listener.room = room;
  // More of what was said before is for this reader now, or less.
  if (wasHeldBack !== (heldBackFrom(room) !== null) || keptRoom !== listener.keepsRoom) {
    listener.send({ type: 'reset' });
  }
  return true;
}

/** What rights stood on when they were last asked, by listener. */
const fingerprints = new WeakMap<Listener, string>();

/** Ends the streams of sessions that no longer count, and asks rights again where seats or the debate's doors have changed. */
export async function checkRights(listeners: readonly Listener[]): Promise<void> {
  if (listeners.length === 0) return;
  const sessions = await openSessions(listeners);
  const present = listeners.filter((listener) => {
    const { actor } = listener;
    if (actor.kind === 'visitor' || sessions.has(actor.sessionId)) return true;
    listener.end('signed-out', null);
    return false;
  });
  const [seats, doors] = await Promise.all([seatPrints(present), roomPrints(present)]);
  const changed = present.filter((listener) => {
    const { userId, room } = listener;
    const print = `${doors.get(room.id) ?? ''} ${seats.get(`${userId} ${room.debateId}`) ?? ''}`;
    const isSame = fingerprints.get(listener) === print;
    fingerprints.set(listener, print);
    return !isSame;
  });
  await refreshEach(changed);
}

/** The rule of `personOfSession`; a stream is no sign of life, so nothing is written. */
async function openSessions(listeners: readonly Listener[]): Promise<Set<string>> {
  const ids = listeners.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.sessionId] : []));
  if (ids.length === 0) return new Set();
  const { rows } = await database().pool.query<{ id: string }>({
    name: 'live-sessions',
    text: `SELECT s."id" FROM "Session" s JOIN "User" u ON u."id" = s."userId"
           WHERE s."id" = ANY ($1::uuid[]) AND s."revokedAt" IS NULL AND s."expiresAt" > now()
             AND s."rightsVersion" = u."rightsVersion"
             AND s."lastSeenAt" + make_interval(secs => s."idleSeconds") > now()`,
    values: [ids],
  });
  return new Set(rows.map(({ id }) => id));
}

async function seatPrints(listeners: readonly Listener[]): Promise<Map<string, string>> {
  const { rows } = await database().pool.query<{ key: string; print: string }>({
    name: 'live-seats',
    text: `SELECT p."userId" || ' ' || r."debateId" AS "key",
             string_agg(concat_ws(',', p."id", p."role", p."isInside", p."mutedAt" IS NOT NULL, p."leftAt" IS NOT NULL), ';'
               ORDER BY p."id") AS "print"
           FROM "Participant" p JOIN "Room" r ON r."id" = p."roomId"
           WHERE p."userId" = ANY ($1::uuid[]) AND r."debateId" = ANY ($2::uuid[])
           GROUP BY p."userId", r."debateId"`,
    values: [
      [...new Set(listeners.flatMap(({ userId }) => userId ?? []))],
      [...new Set(listeners.map(({ room }) => room.debateId))],
    ],
  });
  return new Map(rows.map(({ key, print }) => [key, print]));
}

async function roomPrints(listeners: readonly Listener[]): Promise<Map<string, string>> {
  const { rows } = await database().pool.query<{ id: string; access: string }>({
    name: 'live-doors',
    text: `SELECT r."id", d."access"::text FROM "Room" r JOIN "Debate" d ON d."id" = r."debateId"
           WHERE r."id" = ANY ($1::uuid[])`,
    values: [[...new Set(listeners.map(({ room }) => room.id))]],
  });
  return new Map(rows.map(({ id, access }) => [id, access]));
}
