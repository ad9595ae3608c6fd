// A class of 300 behind one address: joins, votes, claims and notes through the whole app, seen by all the others on their streams;
// against a plain server of events under the same load of the same machine; and a restart in the middle.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { USUAL_ACTS } from '@/lib/domain/room/plan';
import { AppClient } from '../e2e/support/app-client';
import type { AppServer } from '../e2e/support/server';
import { cpuMs } from './measure';
import {
  Answers,
  JOIN_MS,
  ms,
  PATIENCE_MS,
  PEOPLE,
  type Person,
  percentile,
  ROUNDS,
  spread,
  until,
  VOTE_MS,
} from './room-load';
import { plainLatency, seenWords, writeNote } from './room-words';
import { StreamClient } from './stream-client';

export interface RoomRow {
  what: string;
  found: string;
  goal: string;
  holds: '' | 'yes' | 'no';
}

const opened = z.object({ roomId: z.string(), slug: z.string(), joinCode: z.string() });
const debate = z.object({
  claims: z.array(z.object({ id: z.string(), revision: z.number() })),
});

/** Megabytes of memory that a process holds; NaN where there is no /proc. */
function memoryMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Measures and gives the table's rows. */
export async function benchRooms(app: AppServer): Promise<RoomRow[]> {
  const rows: RoomRow[] = [];
  const goal = (what: string, found: string, goalText: string, holds: boolean) =>
    rows.push({ what, found, goal: goalText, holds: holds ? 'yes' : 'no' });
  const tell = (what: string, found: string) => rows.push({ what, found, goal: '', holds: '' });
  const answers = new Answers();

  // The first requests of a fresh server load its code; that is no part of what is measured.
  await app.untilHealthy(60_000);
  const teacher = await AppClient.signUp(app.baseUrl).catch(() => AppClient.signUp(app.baseUrl));
  const step = {
    stage: 'vote',
    title: null,
    task: null,
    minutes: null,
    until: null,
    movesOn: false,
    acts: [...new Set([...USUAL_ACTS.vote, 'claim'])],
    voice: 'own',
    speakers: 'all',
  };
  const made = await teacher.send('POST', 'rooms', {
    name: 'Bench',
    debate: 'ukraine-mine-ban',
    plan: [step, { ...step, stage: 'reveal', acts: ['note'] }],
    claimsNeedApproval: false,
    showsCountsEarly: true,
  });
  const { roomId, slug, joinCode } = opened.parse(JSON.parse(made.text));
  const { claims } = debate.parse(await teacher.read(`debates/${encodeURIComponent(slug)}`));

  // Joins
  const clients = Array.from({ length: PEOPLE }, () => new AppClient(app.baseUrl));
  const joins: number[] = [];
  const joinedFrom = performance.now();
  await spread(clients, JOIN_MS, async (client, index) => {
    const from = performance.now();
    const { status } = await client.send('POST', 'joining', { code: joinCode, name: `Pupil ${index}` });
    if (answers.take(status)) joins.push(performance.now() - from);
  });
  const joinSeconds = (performance.now() - joinedFrom) / 1000;
  goal(
    `${PEOPLE} joins in 30 s`,
    `${joins.length} in ${joinSeconds.toFixed(1)} s, p99 ${ms(percentile(joins, 0.99))}`,
    'all',
    joins.length === PEOPLE,
  );

  // Streams
  const url = `${app.baseUrl}/api/v1/rooms/${roomId}/events`;
  const before = memoryMb(app.webPid);
  const teacherStream = new StreamClient(url, teacher.cookieHeader);
  const people: Person[] = clients.map((client) => ({
    client,
    stream: new StreamClient(url, client.cookieHeader),
  }));
  const streams = [teacherStream, ...people.map(({ stream }) => stream)];
  for (const stream of streams) stream.open();
  const allOpen = await until(() => streams.every(({ hellos }) => hellos > 0), PATIENCE_MS);
  await delay(2_000);
  goal('streams open', `${streams.filter(({ hellos }) => hellos > 0).length}`, `${PEOPLE + 1}`, allOpen);
  tell('memory per stream', `${(((memoryMb(app.webPid) - before) * 1024) / streams.length).toFixed(0)} kB`);

  // Votes
  const cpuFrom = cpuMs(app.webPid) ?? Number.NaN;
  const votesFrom = performance.now();
  const seenByOthers: number[] = [];
  const seenByTeacher: number[] = [];
  const voteMs: number[] = [];
  let unseen = 0;
  let total = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const claim = claims[round % claims.length];
    if (!claim) throw new Error('The debate has no claims');
    const press = new Map<Person, { sent: number; acked: number }>();
    await spread(people, VOTE_MS, async (person) => {
      const sent = performance.now();
      const { status } = await person.client.send('PUT', `rooms/${roomId}/claims/${claim.id}/vote`, {
        choice: 'agree',
        revision: claim.revision,
        seq: Date.now(),
        eventId: randomUUID(),
      });
      if (!answers.take(status)) return;
      press.set(person, { sent, acked: performance.now() });
      voteMs.push(performance.now() - sent);
    });
    const countIn = (stream: StreamClient): number =>
      stream.heard.reduce(
        (most, { message }) =>
          message.type === 'tallies' ? Math.max(most, message.claims[claim.id]?.agree ?? 0) : most,
        0,
      );
    await until(() => people.every(({ stream }) => countIn(stream) >= press.size), 5_000);
    // A count holds a vote for certain once it is as high as the number of votes acknowledged by then.
    const inOrder = [...press.values()].sort((a, b) => a.acked - b.acked);
    for (const person of people) {
      const own = press.get(person);
      if (!own) continue;
      const counts = person.stream.heard.flatMap(({ at, message }) =>
        message.type === 'tallies' ? [{ at, count: message.claims[claim.id]?.agree ?? 0 }] : [],
      );
      inOrder.forEach((vote, index) => {
        if (vote === own) return;
        const seen = counts.find(({ count }) => count >= index + 1);
        if (!seen) unseen += 1;
        // Who has not voted yet is shown no counts: their waiting begins with their own vote.
        else seenByOthers.push(Math.max(0, seen.at - Math.max(vote.sent, own.acked)));
      });
    }
    inOrder.forEach((vote, index) => {
      const seen = teacherStream.heard.find(
        ({ message }) => message.type === 'turnout' && message.turnout.votes >= total + index + 1,
      );
      if (seen) seenByTeacher.push(Math.max(0, seen.at - vote.sent));
      else unseen += 1;
    });
    total += press.size;
  }
  const cpuShare = ((cpuMs(app.webPid) ?? Number.NaN) - cpuFrom) / (performance.now() - votesFrom);
  tell(
    `vote answered, ${PEOPLE} in 5 s, ${ROUNDS} times`,
    `p50 ${ms(percentile(voteMs, 0.5))}, p99 ${ms(percentile(voteMs, 0.99))}`,
  );
  tell('CPU of the web process meanwhile', `${(cpuShare * 100).toFixed(0)} % of a core`);
  const counted = percentile(seenByOthers, 0.99);
  const turnout = percentile(seenByTeacher, 0.99);
  goal('voted to seen by others: counts, p99', ms(counted), '< 2 s', counted < 2_000);
  goal('voted to seen by the teacher: turnout, p99', ms(turnout), '< 2 s', turnout < 2_000);
  goal('votes never seen by somebody', `${unseen}`, '0', unseen === 0);

  // Claims and notes
  const words = await seenWords(people, roomId, claims[0]?.id ?? '', answers);
  goal('claim or note written to seen by all, p99', ms(words), '< 2 s', words < 2_000);

  // The plain server, in the same minutes
  const plain = await plainLatency();
  tell('plain node:http server of events, p99', ms(plain));
  tell('ratio, claims and notes to the plain server', `${(words / plain).toFixed(1)} x`);
  tell('ratio, votes to the plain server', `${(counted / plain).toFixed(1)} x`);

  const throttled =
    (answers.wrong.get(429) ?? 0) +
    streams.flatMap(({ refused }) => refused).filter((one) => one === 429).length;
  const refusedStreams = streams.reduce((sum, { refused }) => sum + refused.length, 0);
  goal(
    'errors',
    `${answers.errors + refusedStreams} of ${answers.count + streams.length}`,
    '0',
    answers.errors + refusedStreams === 0,
  );
  goal('throttled behind one address', `${throttled}`, '0', throttled === 0);

  // A restart in the middle
  const stopMs = await app.restart();
  await app.untilHealthy(60_000);
  const healthyAt = performance.now();
  const written = new Set<string>();
  for (let index = 0; index < 10; index += 1) {
    const id = await writeNote(teacher, roomId, claims[0]?.id ?? '', answers);
    if (id) written.add(id);
  }
  const isBack = await until(() => streams.every(({ hellos }) => hellos > 1), PATIENCE_MS);
  const backMs = performance.now() - healthyAt;
  await delay(1_000);
  const exact = people.filter(({ stream }) => {
    const ordinals = stream.heard.flatMap(({ message }) =>
      message.type === 'event' && message.room === roomId ? [message.ordinal] : [],
    );
    const subjects = stream.heard.flatMap(({ message }) =>
      message.type === 'event' && written.has(message.subject) ? [message.subject] : [],
    );
    const isOrdered = ordinals.every((ordinal, index) => index === 0 || ordinal > (ordinals[index - 1] ?? 0));
    return isOrdered && subjects.length === written.size;
  }).length;
  goal('stop with all streams open', ms(stopMs), '< 5 s', stopMs < 5_000);
  goal('all back after a restart', isBack ? ms(backMs) : 'no', '< 10 s', isBack && backMs < 10_000);
  goal('exactly caught up: no gap, no double', `${exact} of ${PEOPLE}`, 'all', exact === PEOPLE);
  for (const stream of streams) stream.close();
  return rows;
}
