import 'server-only';
import type { ImpactTally, OwnImpact, OwnVote, VoteTally } from '../../domain/debate/view';
import { tellsCount } from '../../domain/room/visibility';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { RoomContext } from '../room/room-context';

/** Counts as one reader may have them: every tally that leaves the server goes through here, or through the hall's stream. */
export interface ToldTallies {
  /** Null where the count is hidden from this reader, whatever it is. */
  votes: (
    tally: VoteTally | undefined,
    own: Pick<OwnVote, 'choice' | 'isStale'> | undefined,
  ) => VoteTally | null;
  /** Null too where nobody has rated. */
  impacts: (
    tally: ImpactTally | undefined,
    own: Pick<OwnImpact, 'weight' | 'isStale'> | undefined,
  ) => ImpactTally | null;
}

const NO_VOTES: VoteTally = { agree: 0, disagree: 0, pass: 0 };

export const votesIn = ({ agree, disagree, pass }: VoteTally): number => agree + disagree + pass;

export function toldTallies(actor: Actor, room: RoomContext): ToldTallies {
  const maintains = can(actor, 'room:maintain', room);
  const takesPart = actor.kind === 'person';
  const tells = (hasAnswered: boolean, answers: number): boolean =>
    tellsCount({ room, takesPart, hasAnswered, maintains, answers });
  return {
    votes: (counted, own) => {
      const tally = counted ?? NO_VOTES;
      const hasAnswered = own !== undefined && own.choice !== null && !own.isStale;
      return tells(hasAnswered, votesIn(tally)) ? tally : null;
    },
    impacts: (tally, own) => {
      const hasAnswered = own !== undefined && own.weight !== null && !own.isStale;
      return tally && tells(hasAnswered, tally.count) ? tally : null;
    },
  };
}
