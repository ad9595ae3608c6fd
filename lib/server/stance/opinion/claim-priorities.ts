import 'server-only';
import { isRevealed, type SeenRoom } from '../../../domain/room/visibility';
import type { OpinionReading } from '../../../domain/stance/opinion/opinion-reading';
import { votingPriorities } from '../../../domain/stance/opinion/voting-priorities';
import type { RoomContext } from '../../room/room-context';
import { drawnIn, knownOpinions } from './opinion-store';

type VotingRoom = Pick<RoomContext, 'id' | 'debateId' | 'path' | 'round'> & Pick<SeenRoom, 'kind' | 'stage'>;

/** By the map that they follow from: while no vote comes, a queue asks for them again and again. */
const known = new WeakMap<OpinionReading, ReadonlyMap<string, number>>();

/**
 * How much sooner each claim of a room is to be asked than another, by claim id, above 0: to draw the next one in proportion to.
 * It follows from the votes and is told to nobody; the server alone orders by it. Claims that came after the map was drawn are not
 * in it: nobody has answered them, which is worth 5.06. Nothing is waited for.
 * @param motionId the motion whose map is looked at; every motion of a room has the same votes
 * @returns null before the reveal of a class, and while no map is drawn (of fewer than five people none is)
 */
export async function claimPriorities(
  room: VotingRoom,
  motionId: string,
): Promise<ReadonlyMap<string, number> | null> {
  if (!isRevealed(room)) return null;
  const drawn = drawnIn(await knownOpinions(room, motionId));
  if (!drawn) return null;
  const { facts, reading } = drawn;
  const priorities = known.get(reading) ?? votingPriorities(facts, reading);
  known.set(reading, priorities);
  return priorities;
}
