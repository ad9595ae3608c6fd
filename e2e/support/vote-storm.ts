// Many people voting without pause, as lib/client does it: each press has an id, and is sent again under that id until
// the server has answered. Afterwards, what was acknowledged is compared with what the database holds.

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { AppClient } from './app-client';

const choices = ['agree', 'disagree', 'pass'] as const;
export type Choice = (typeof choices)[number];

/** A press of a button that the server said it has. */
export interface Acknowledged {
  eventId: string;
  claimId: string;
  seq: number;
  choice: Choice;
}

export interface StormReport {
  acknowledged: Acknowledged[];
  /** Requests that failed and were sent again. */
  retries: number;
  /** Answers that were neither a success nor worth a retry. */
  refused: string[];
  /** Longest time without any acknowledgement, in milliseconds. */
  longestPauseMs: number;
}

const debate = z.object({
  room: z.object({ id: z.string() }),
  claims: z.array(z.object({ id: z.string(), revision: z.number() })),
});

const retried = new Set([0, 500, 502, 503, 504]);

/** Starts `voters` people voting on the debate. `stop` lets each finish the press it is on. */
export async function startStorm(
  baseUrl: string,
  slug: string,
  voters: number,
): Promise<{ stop: () => Promise<StormReport> }> {
  const people: AppClient[] = [];
  for (let index = 0; index < voters; index += 1) people.push(await AppClient.signUp(baseUrl));
  const { room, claims } = debate.parse(await new AppClient(baseUrl).read(`debates/${slug}`));

  const report: StormReport = { acknowledged: [], retries: 0, refused: [], longestPauseMs: 0 };
  let lastAt = performance.now();
  let stopping = false;

  const vote = async (person: AppClient, press: Acknowledged, revision: number): Promise<void> => {
    for (;;) {
      const { eventId, claimId, seq, choice } = press;
      const answer = await person.send('PUT', `rooms/${room.id}/claims/${claimId}/vote`, {
        choice,
        revision,
        seq,
        eventId,
      });
      if (answer.status === 200) {
        const now = performance.now();
        report.longestPauseMs = Math.max(report.longestPauseMs, now - lastAt);
        lastAt = now;
        report.acknowledged.push(press);
        return;
      }
      if (!retried.has(answer.status)) {
        report.refused.push(`${answer.status} ${answer.text.slice(0, 200)}`);
        return;
      }
      report.retries += 1;
      await delay(100 + Math.random() * 200);
    }
  };

  const loops = people.map(async (person, index) => {
    for (let round = 0; !stopping; round += 1) {
      const claim = claims[(index + round) % claims.length];
      const choice = choices[(index + round) % choices.length];
      if (!claim || !choice) return;
      await vote(
        person,
        { eventId: randomUUID(), claimId: claim.id, seq: Date.now() + round, choice },
        claim.revision,
      );
    }
  });

  return {
    async stop() {
      stopping = true;
      await Promise.all(loops);
      return report;
    },
  };
}
