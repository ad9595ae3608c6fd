import type { ClaimView, OwnVote } from '../debate/view';
import { type Draw, drawnShare, type SidedClaim, sidesInTurn } from './sides-in-turn';

/** A claim that a person may be asked about, with what they said of it so far. */
export interface ClaimToAsk extends SidedClaim {
  ownVote: Pick<OwnVote, 'choice' | 'isStale'>;
}

export interface VoteQueue<C extends ClaimToAsk> {
  /** Still to be asked, the next one first. */
  toAsk: C[];
  /** Answered as they are worded now. */
  answered: number;
  total: number;
}

const isAnswered = ({ ownVote: { choice, isStale } }: ClaimToAsk): boolean => choice !== null && !isStale;
const isStale = ({ ownVote: { choice, isStale: hasChanged } }: ClaimToAsk): boolean =>
  choice !== null && hasChanged;

/** Claims that a vote is asked on: what stands on the map now. */
export const claimsToAsk = (claims: readonly ClaimView[]): ClaimView[] =>
  claims.filter(({ status }) => status === 'published');

/**
 * The order that a page of the vote opens with: ids of all claims, those to be asked first. They go on where the person stopped:
 * the side of which they have answered fewer claims is next. Which claims are answered changes no place among the others.
 */
export function openingOrder(claims: readonly ClaimToAsk[], draw: Omit<Draw, 'first'>): string[] {
  const fresh = claims.filter((claim) => claim.ownVote.choice === null);
  const answered = (side: 'a' | 'b') =>
    claims.filter((claim) => claim.side === side && isAnswered(claim)).length;
  const ahead = answered('a') - answered('b');
  const first = ahead === 0 ? undefined : ahead < 0 ? 'a' : 'b';
  const met = claims.filter((claim) => claim.ownVote.choice !== null);
  const neither = met.filter(({ side }) => side === 'n').length;
  return [
    ...sidesInTurn(fresh, { ...draw, first }, { sided: met.length - neither, neither }),
    ...sidesInTurn(met, draw),
  ].map(({ id }) => id);
}

/**
 * What one person is asked, one claim after the other: in the order that the page opened with, then what they put off, in the
 * order in which they did, then what they voted on before it changed.
 * @param order of ids, from `openingOrder`; it stays as it is until the page is opened again. A claim that came since stands
 *   where it is drawn, and so comes next where that place is over.
 * @param later ids of claims that they put off, the first one first
 */
export function voteQueue<C extends ClaimToAsk>(
  claims: readonly C[],
  order: readonly string[],
  later: readonly string[] = [],
): VoteQueue<C> {
  const places = new Map(order.map((id, place) => [id, place]));
  const seed = order[0] ?? '';
  const placeOf = ({ id }: C): number => places.get(id) ?? drawnShare(seed, id) * order.length - 0.5;
  const open = claims
    .filter((claim) => !isAnswered(claim))
    .map((claim) => ({ claim, place: placeOf(claim) }))
    .sort((one, other) => one.place - other.place)
    .map(({ claim }) => claim);
  const fresh = open.filter((claim) => !isStale(claim));
  const putOff = later.flatMap((id) => fresh.find((claim) => claim.id === id) ?? []);
  const toAsk = [
    ...fresh.filter(({ id }) => !later.includes(id)),
    ...putOff.filter((claim, index) => putOff.indexOf(claim) === index),
    ...open.filter(isStale),
  ];
  return { toAsk, answered: claims.length - open.length, total: claims.length };
}
