import type { AnchorQueue, WaitingAnchor } from '@/lib/domain/source/view';

export type DecisionTrouble = 'decided' | 'gone' | 'repeated' | 'offline' | 'failed';

/** What became of the places that were decided on this page, by their ids. A place is in one of the three at most. */
export interface AnchorDecisions {
  /** Sent, and not answered yet. */
  underWay: ReadonlySet<string>;
  /** The server has them. */
  taken: ReadonlySet<string>;
  /** The server did not take them. */
  troubles: ReadonlyMap<string, DecisionTrouble>;
}

export const NO_DECISIONS: AnchorDecisions = { underWay: new Set(), taken: new Set(), troubles: new Map() };

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((other) => other !== id));

/** A decision has been sent. */
export const begun = ({ underWay, taken, troubles }: AnchorDecisions, id: string): AnchorDecisions => ({
  underWay: new Set([...underWay, id]),
  taken: without(taken, id),
  troubles: new Map([...troubles].filter(([other]) => other !== id)),
});

/** @param trouble null when the server took the decision */
export const answered = (
  { underWay, taken, troubles }: AnchorDecisions,
  id: string,
  trouble: DecisionTrouble | null,
): AnchorDecisions => ({
  underWay: without(underWay, id),
  taken: trouble === null ? new Set([...taken, id]) : taken,
  troubles: trouble === null ? troubles : new Map([...troubles, [id, trouble]]),
});

/** The queue as this page knows it. */
export interface ReviewState {
  /** Places that are still to be decided here. */
  anchors: WaitingAnchor[];
  /** Of all places, also those beyond the first ones: how many nobody has answered. Those under way are not in it. */
  count: number;
  /** How many decisions the server has not answered yet. */
  saving: number;
}

/**
 * A place leaves the list as soon as it is answered, so that the next one can be looked at; it is settled only when the
 * server has it. A queue that was read again no longer has what was taken.
 */
export function reviewOf(queue: AnchorQueue, { underWay, taken }: AnchorDecisions): ReviewState {
  const anchors = queue.anchors.filter(({ id }) => !underWay.has(id) && !taken.has(id));
  const count = queue.count - (queue.anchors.length - anchors.length);
  return { anchors, count, saving: underWay.size };
}

/** Whether all that this page showed is decided and taken: now the numbers elsewhere on the page are old. */
export const isSettled = (queue: AnchorQueue, decisions: AnchorDecisions): boolean =>
  queue.anchors.length > 0 &&
  decisions.underWay.size === 0 &&
  queue.anchors.every(({ id }) => decisions.taken.has(id));
