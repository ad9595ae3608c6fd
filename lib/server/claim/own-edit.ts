import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import type { Actor } from '../../policy/actor';
import { refusalToAct } from '../../policy/deeds';
import type { Contribution } from './contribution-subject';

/** What somebody is told who may not change a claim or relation: of their own suggestion, what the room does not take now. */
export function refusalOfOwnEdit(actor: Actor, { room, isOwn, isFromHere, status }: Contribution): Failure {
  const isTheirs = isOwn && isFromHere && status === 'suggested';
  return failure((isTheirs && refusalToAct(actor, room, 'claim')) || 'not-allowed');
}
