// A vote through the whole app, against its three baselines: the same write in a bare loop, a plain server that does it,
// and a Next route that does nothing.

import { randomUUID } from 'node:crypto';
import type autocannon from 'autocannon';
import pg from 'pg';
import { z } from 'zod';
import { AppClient } from '../e2e/support/app-client';
import { inRounds, type Load, load, median, type Row, row } from './measure';
import type { Running } from './servers';

const CONNECTIONS = 20;
const SECONDS = 5;
const ROUNDS = 3;

const debate = z.object({
  room: z.object({ id: z.string() }),
  claims: z.array(z.object({ id: z.string() })),
});

/**
 * Signs up one person for each connection and gives what sets a connection up: its person votes on every claim in turn, a
 * fresh press each time. Nobody votes on two connections, so no press can be overtaken by a newer one.
 */
async function voters(baseUrl: string): Promise<(client: autocannon.Client) => void> {
  const { room, claims } = debate.parse(await new AppClient(baseUrl).read('debates/ukraine-mine-ban'));
  const people: AppClient[] = [];
  for (let index = 0; index < CONNECTIONS; index += 1) people.push(await AppClient.signUp(baseUrl));
  let seq = Date.now();
  let next = 0;
  return (client) => {
    const person = people[next % people.length];
    next += 1;
    client.setRequests(
      claims.map(({ id }) => ({
        method: 'PUT',
        path: `/api/v1/rooms/${room.id}/claims/${id}/vote`,
        headers: {
          'content-type': 'application/json',
          origin: baseUrl,
          cookie: person?.cookieHeader ?? '',
        },
        setupRequest: (request) => {
          seq += 1;
          return {
            ...request,
            body: JSON.stringify({ choice: 'agree', revision: 1, seq, eventId: randomUUID() }),
          };
        },
      })),
    );
  };
}

/** The same kind of write with nothing around it: 20 connections, as fast as they go. */
async function bareLoop(ownerUrl: string): Promise<Load> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: CONNECTIONS });
  const until = performance.now() + SECONDS * 1000;
  const cpu = process.cpuUsage();
  let done = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, voter) => {
      for (let claim = 0; performance.now() < until; claim = (claim + 1) % 30) {
        await pool.query({
          name: 'upsert',
          text: `INSERT INTO bench_vote (voter, claim, choice, seq) VALUES ($1, $2, 'agree', 1)
                 ON CONFLICT (voter, claim) DO UPDATE SET seq = bench_vote.seq + 1`,
          values: [voter + 1000, claim],
        });
        done += 1;
      }
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  await pool.end();
  return { requestsPerSecond: done / SECONDS, cpuMsPerRequest: (user + system) / 1000 / done, failures: 0 };
}

/** Measures and gives the table's rows. `web` is the app's web process. */
export async function benchVotes(
  web: Running,
  plain: Running,
  empty: Running,
  ownerUrl: string,
): Promise<Row[]> {
  const setupClient = await voters(web.url);
  const json = { 'content-type': 'application/json' };
  let voter = 0;
  const runs = await inRounds<Load>(
    {
      app: () => load({ url: web.url, connections: CONNECTIONS, setupClient }, web.pid, SECONDS),
      plain: () =>
        load(
          {
            url: plain.url,
            connections: CONNECTIONS,
            requests: [
              {
                method: 'PUT',
                headers: json,
                setupRequest: (request) => {
                  voter = (voter + 1) % 1000;
                  return { ...request, body: JSON.stringify({ voter, claim: voter % 30, choice: 'agree' }) };
                },
              },
            ],
          },
          plain.pid,
          SECONDS,
        ),
      noop: () =>
        load(
          {
            url: `${empty.url}/noop`,
            connections: CONNECTIONS,
            method: 'PUT',
            headers: json,
            body: '{"choice":"agree"}',
          },
          empty.pid,
          SECONDS,
        ),
      bare: () => bareLoop(ownerUrl),
    },
    ROUNDS,
  );
  const rate = (name: string) => median((runs[name] ?? []).map((run) => run.requestsPerSecond));
  const cpu = (name: string) => median((runs[name] ?? []).map((run) => run.cpuMsPerRequest ?? Number.NaN));
  const failures = Object.values(runs)
    .flat()
    .reduce((sum, run) => sum + run.failures, 0);
  if (failures > 0) throw new Error(`${failures} requests of the bench failed`);
  return [
    row('vote: requests a second, to a plain server', rate('app'), rate('plain'), '/s', { least: 0.1 }),
    row(
      'vote: server CPU, to a no-op Next route and a bare write',
      cpu('app'),
      cpu('noop') + cpu('bare'),
      'ms',
      {
        most: 1.6,
      },
    ),
    row('vote: server CPU, to a plain server', cpu('app'), cpu('plain'), 'ms'),
  ];
}
