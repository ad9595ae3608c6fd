import 'server-only';
import type { Failure } from '../../../domain/failure';
import { ok, type Result } from '../../../domain/result';
import { FEWEST_FOR_DISTRIBUTION, isRevealed, showsCounts } from '../../../domain/room/visibility';
import { claimEffects, type EffectsView } from '../../../domain/stance/opinion/claim-effects';
import type { Actor } from '../../../policy/actor';
import { database } from '../../database/client';
import { ownVotes } from '../../vote/tallies';
import { knownOpinions } from './opinion-store';
import { claimsInSight, openRoom } from './opinion-view';

/**
 * Which claims divide the people of a room and which unite them, as this reader may know it. It stands beside the vote buttons,
 * so it follows the rule of the counts: in the commons whoever takes part votes on a claim first. In a breakout group it is
 * that of its class, where its people vote.
 * @param motionCode the motion whose map it is; the first one unless given
 */
export async function opinionEffects(
  actor: Actor,
  roomId: string,
  motionCode?: string,
): Promise<Result<EffectsView, Failure>> {
  const found = await openRoom(actor, roomId, motionCode);
  if (!found.ok) return found;
  const { room } = found.value;
  if (!isRevealed(room)) return ok({ state: 'hidden' });
  const known = await knownOpinions(room, found.value.motion.id);
  if (known.state === 'too-few') return ok({ ...known, fewest: FEWEST_FOR_DISTRIBUTION });
  if (known.state === 'placing') return ok(known);
  const takesPart = actor.kind === 'person';
  const own = takesPart ? await ownVotes(database().prisma, room) : null;
  const { counts, groups, claims } = known.drawn.reading.shown;
  const seen = await claimsInSight(room);
  return ok({
    state: 'shown',
    isBehind: known.isBehind,
    isWaiting: known.isWaiting,
    counts,
    groups: groups.map(({ letter, people: members }) => ({ letter, people: members })),
    claims: claimEffects(claims, (claimId) => {
      if (!seen.has(claimId)) return false;
      const vote = own?.get(claimId);
      const hasAnswered = vote !== undefined && vote.choice !== null && !vote.isStale;
      return showsCounts({ room, takesPart, hasAnswered });
    }),
  });
}
