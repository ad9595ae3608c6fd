import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { FEWEST_FOR_DISTRIBUTION, isRevealed, showsStances } from '../../../domain/room/visibility';
import type { OpinionClaimFacts } from '../../../domain/stance/opinion/facts';
import { inSight, withoutStances } from '../../../domain/stance/opinion/in-sight';
import { lensOf } from '../../../domain/stance/opinion/lens';
import type {
  OpinionLens,
  OpinionMotion,
  OpinionTimeline,
  OpinionView,
} from '../../../domain/stance/opinion/opinion-view';
import { ownPlace } from '../../../domain/stance/opinion/own-place';
import type { Actor } from '../../../policy/actor';
import { database } from '../../database/client';
import { answeringRoom } from '../../room/answering-room';
import { votedClaims } from '../../room/report/report-facts';
import { type RoomContext, roomContext } from '../../room/room-context';
import { ownStances } from '../stance-queries';
import { votesNow } from './opinion-facts';
import { drawnIn, knownOpinions, knownTimeline } from './opinion-store';

/**
 * The opinion map of a room as this reader may see it; of a group that of its class, where its people vote. Before the reveal
 * nothing of it is looked at, for nobody.
 * @param motionCode the motion whose stances the dots show; the first one unless given
 */
export async function opinionView(
  actor: Actor,
  roomId: string,
  motionCode?: string,
): Promise<Result<OpinionView, Failure>> {
  const found = await openRoom(actor, roomId, motionCode);
  if (!found.ok) return found;
  const { room, motion } = found.value;
  if (!isRevealed(room)) return ok({ state: 'hidden' });
  const known = await knownOpinions(room, motion.id);
  if (known.state === 'too-few') return ok({ ...known, fewest: FEWEST_FOR_DISTRIBUTION, motion });
  if (known.state === 'placing') return ok({ ...known, motion });
  const { facts, reading, seatIds, version } = known.drawn;
  const claimIds = facts.claims.map(({ claimId }) => claimId);
  const votes = room.participantId && (await votesNow(room, room.participantId, claimIds));
  const person = room.participantId === null ? -1 : seatIds.indexOf(room.participantId);
  const own = votes ? ownPlace(facts, reading, votes, person < 0 ? null : person) : null;
  // Words are those of now, however old the map is.
  const seen = inSight({ ...reading.shown, own }, await claimsInSight(room));
  const hidesStances = !(await opensStances(actor, room, motion.id));
  return ok({
    ...(hidesStances ? withoutStances(seen) : seen),
    state: 'shown',
    motion,
    version,
    isBehind: known.isBehind,
    isWaiting: known.isWaiting,
    hidesStances,
  });
}

/** The votes on one claim, dot by dot, of the map that was shown. `out-of-date` when another one is shown by now. */
export async function opinionLens(
  actor: Actor,
  roomId: string,
  { claimId, version, motion: motionCode }: { claimId: string; version: string; motion?: string | undefined },
): Promise<Result<OpinionLens, Failure>> {
  const found = await openRoom(actor, roomId, motionCode);
  if (!found.ok) return found;
  const { room, motion } = found.value;
  if (!isRevealed(room)) return err(failure('not-now'));
  const drawn = drawnIn(await knownOpinions(room, motion.id));
  if (drawn?.version !== version) return err(failure('out-of-date'));
  const votes = (await claimsInSight(room)).has(claimId)
    ? lensOf(drawn.facts, drawn.reading, claimId)
    : undefined;
  return votes === undefined ? err(failure('not-found')) : ok({ version, claimId, votes });
}

/** How the map that was shown came to be. Not waited for. `out-of-date` when another one is shown by now. */
export async function opinionTimeline(
  actor: Actor,
  roomId: string,
  { version, motion: motionCode }: { version: string; motion?: string | undefined },
): Promise<Result<OpinionTimeline, Failure>> {
  const found = await openRoom(actor, roomId, motionCode);
  if (!found.ok) return found;
  const { room, motion } = found.value;
  if (!isRevealed(room)) return err(failure('not-now'));
  const drawn = drawnIn(await knownOpinions(room, motion.id));
  if (drawn?.version !== version) return err(failure('out-of-date'));
  const frames = knownTimeline(room, drawn);
  return ok(frames ? { state: 'shown', version, frames: [...frames] } : { state: 'placing' });
}

/** The claims that people vote on and that can be seen now, by id. */
export async function claimsInSight(room: RoomContext): Promise<ReadonlyMap<string, OpinionClaimFacts>> {
  const claims = await votedClaims(database().prisma, room);
  return new Map(claims.map(({ id, code, side, text }) => [id, { claimId: id, code, side, text }]));
}

/** Whether this reader is told where others stand, by the rule of the strip. */
async function opensStances(actor: Actor, room: RoomContext, motionId: string): Promise<boolean> {
  const hasAnswered =
    room.kind === 'commons' &&
    room.participantId !== null &&
    (await ownStances(database().prisma, room, motionId)).hasStated;
  return showsStances({ room, takesPart: actor.kind === 'person', hasAnswered });
}

/** The room whose answers are asked about, of a group its class, as the actor may read it; and the motion whose stances are shown. */
export async function openRoom(
  actor: Actor,
  roomId: string,
  motionCode: string | undefined,
): Promise<Result<{ room: RoomContext; motion: OpinionMotion }, Failure>> {
  const found = await roomContext(actor, roomId);
  if (!found) return err(failure('not-found'));
  const room = answeringRoom(found);
  const motion = await database().prisma.claim.findFirst({
    where: {
      debateId: room.debateId,
      roomId: { in: room.path },
      status: 'published',
      isMotion: true,
      ...(motionCode && { code: motionCode }),
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, code: true, current: { select: { text: true } } },
  });
  if (!motion) return err(failure('not-found'));
  return ok({ room, motion: { id: motion.id, code: motion.code, text: motion.current.text } });
}
