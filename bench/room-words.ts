// How soon claims and notes are seen by all others; and the same of the plainest server of events.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { AppClient } from '../e2e/support/app-client';
import {
  type Answers,
  PATIENCE_MS,
  PEOPLE,
  type Person,
  percentile,
  spread,
  until,
  VOTE_MS,
  WORDS,
} from './room-load';
import { StreamClient } from './stream-client';

const writtenNote = z.object({ annotation: z.object({ id: z.string() }) });
const writtenClaim = z.object({ claim: z.object({ id: z.string() }) });

export async function writeNote(
  client: AppClient,
  roomId: string,
  claimId: string,
  answers: Answers,
): Promise<string | null> {
  const { status, text } = await client.send('POST', `rooms/${roomId}/annotations`, {
    target: { type: 'claim', claimId },
    kind: 'comment',
    visibility: 'room',
    body: 'A thought of the bench.',
  });
  return answers.take(status) ? writtenNote.parse(JSON.parse(text)).annotation.id : null;
}

async function writeClaim(
  client: AppClient,
  roomId: string,
  claimId: string,
  answers: Answers,
): Promise<string | null> {
  const { status, text } = await client.send('POST', `rooms/${roomId}/claims`, {
    text: `A claim of the bench, ${randomUUID()}.`,
    side: 'a',
    evidence: 'asserted',
    citations: [],
    relation: { kind: 'supports', toClaimId: claimId },
  });
  return answers.take(status) ? writtenClaim.parse(JSON.parse(text)).claim.id : null;
}

/** The 99th percentile of the time from sending a claim or note to its arrival on another person's stream, in ms. */
export async function seenWords(
  people: readonly Person[],
  roomId: string,
  claimId: string,
  answers: Answers,
): Promise<number> {
  const sent = new Map<string, { by: Person; at: number }>();
  await spread(people.slice(0, WORDS), VOTE_MS, async (person, index) => {
    const at = performance.now();
    const id = await (index % 3 === 0 ? writeClaim : writeNote)(person.client, roomId, claimId, answers);
    if (id) sent.set(id, { by: person, at });
  });
  const arrivals = ({ stream }: Person) =>
    stream.heard.filter(({ message }) => message.type === 'event' && sent.has(message.subject));
  await until(() => people.every((person) => arrivals(person).length >= sent.size), 5_000);
  const times: number[] = [];
  for (const person of people) {
    for (const { at, message } of arrivals(person)) {
      const origin = message.type === 'event' ? sent.get(message.subject) : undefined;
      if (origin && origin.by !== person) times.push(at - origin.at);
    }
  }
  // What did not arrive is no number.
  return times.length < sent.size * (people.length - 1) ? Number.POSITIVE_INFINITY : percentile(times, 0.99);
}

/** The same number of streams and posts on the plain server. */
export async function plainLatency(): Promise<number> {
  const server: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(new URL('plain-sse.mjs', import.meta.url))],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    if (!server.stdout) throw new Error('The plain server says nothing');
    let port = '';
    for await (const line of createInterface({ input: server.stdout })) {
      port = line.trim();
      break;
    }
    const url = `http://127.0.0.1:${port}/`;
    const streams = Array.from({ length: PEOPLE }, () => new StreamClient(url, ''));
    for (const stream of streams) stream.open();
    await until(() => streams.every(({ hellos }) => hellos > 0), PATIENCE_MS);
    const sent = new Map<string, number>();
    await spread(Array.from({ length: WORDS }), VOTE_MS, async () => {
      const id = randomUUID();
      sent.set(id, performance.now());
      await (await fetch(url, { method: 'POST', body: id })).text();
    });
    await delay(1_000);
    const times = streams.flatMap(({ heard }) =>
      heard.flatMap(({ at, message }) => {
        const from = message.type === 'event' ? sent.get(message.subject) : undefined;
        return from === undefined ? [] : [at - from];
      }),
    );
    for (const stream of streams) stream.close();
    return percentile(times, 0.99);
  } finally {
    server.kill('SIGTERM');
  }
}
