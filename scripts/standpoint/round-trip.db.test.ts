import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { campVotes } from '@/lib/domain/stance/opinion-map/camps.fixture';
import { claimTallies } from '@/lib/domain/stance/opinion-map/statistics';
import { readVotes, WORDS } from '@/lib/domain/stance/polis-export/conversation.fixture';
import { commentLines, votesLines } from '@/lib/domain/stance/polis-export/writer';
import { testDatabase } from '@/lib/server/database/testing';
import { importConversationFiles } from '@/lib/server/debate/import-conversation';
import { exportReport } from '@/lib/server/room/report/export-report';
import { opinionView } from '@/lib/server/stance/opinion/opinion-view';
import { aPerson } from '@/lib/server/testing/a-debate';
import { valueIn } from '@/lib/server/testing/expecting';
import { run } from './stance';

const { prisma } = testDatabase();

/** Of 60 people in three camps, with a claim that moderation took out. */
const { matrix } = campVotes({ people: 60, claims: 24, votes: 20, camps: 3, apart: 2.5, seed: 11 });
const CLAIM_IDS = Array.from({ length: matrix.claims }, (_, claim) => 2 * claim + 1);
const OUT = CLAIM_IDS[5];

const files = () => ({
  votes: [
    ...votesLines({
      matrix,
      participants: Array.from({ length: 60 }, (_, p) => `p${p}`),
      claimIds: CLAIM_IDS,
    }),
  ].join(''),
  comments: [
    ...commentLines(
      CLAIM_IDS.map((id) => ({
        id,
        text: `Comment ${id}.`,
        moderation: id === OUT ? (-1 as const) : (1 as const),
        isMeta: false,
      })),
      CLAIM_IDS,
      claimTallies(matrix),
    ),
  ].join(''),
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-round-trip-'));
  vi.stubEnv('INIT_CWD', folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Which rows are in a group together, whatever groups and people are called. @param byRow pairs of what somebody voted and their group */
function partition(byRow: Iterable<readonly [string, number]>): string[] {
  const groups = new Map<number, string[]>();
  for (const [row, group] of byRow) groups.set(group, [...(groups.get(group) ?? []), row]);
  return [...groups.values()].map((rows) => rows.sort().join('\n')).sort();
}

test('an imported conversation that is exported and read by the stance command has the groups that the product shows', async () => {
  const owner = await aPerson();
  const { room } = valueIn(await importConversationFiles(owner, { ...files(), words: WORDS }));
  await expect
    .poll(async () => valueIn(await opinionView(owner, room.id)).state, { timeout: 30_000 })
    .toBe('shown');
  const view = valueIn(await opinionView(owner, room.id));
  if (view.state !== 'shown') return expect.fail(view.state);
  expect(view.groups.length).toBeGreaterThan(1);

  const [votes, comments] = valueIn(await exportReport(owner, room.id, 'polis')).files;
  writeFileSync(join(folder, 'participants-votes.csv'), votes?.text ?? '');
  writeFileSync(join(folder, 'comments.csv'), comments?.text ?? '');
  expect(await run(['.', '-o', 'out.json'])).toBe(0);
  const answer = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as {
    groups: Record<string, number>;
  };

  const read = readVotes(votes?.text ?? '');
  const rowOf = new Map(
    read.participants.map((name, p) => {
      const [from, to] = [read.matrix.rowStart[p], read.matrix.rowStart[p + 1]];
      const cells = [...read.matrix.claim.subarray(from, to)].map(
        (claim, i) => `C${read.claimIds[claim]}:${read.matrix.vote[(from ?? 0) + i]}`,
      );
      return [name, cells.join(' ')];
    }),
  );
  const seats = await prisma.participant.findMany({
    where: { roomId: room.id, isImported: true },
    select: { opinionGroups: true, votes: { include: { revision: { include: { claim: true } } } } },
  });
  const SIGN = { agree: 1, pass: 0, disagree: -1 } as const;
  const shown = seats.flatMap(({ opinionGroups: [opinionGroup], votes: cast }) => {
    if (!opinionGroup) return [];
    const cells = cast
      .map(({ choice, revision }) => ({ code: revision.claim.code, sign: SIGN[choice ?? 'pass'] }))
      .sort((one, other) => Number(one.code.slice(1)) - Number(other.code.slice(1)));
    return [[cells.map(({ code, sign }) => `${code}:${sign}`).join(' '), opinionGroup.group] as const];
  });
  const found = Object.entries(answer.groups).map(([name, group]) => [rowOf.get(name) ?? '', group] as const);
  expect(partition(found)).toEqual(partition(shown));
  expect(
    partition(shown)
      .map((rows) => rows.split('\n').length)
      .sort(),
  ).toEqual(view.groups.map(({ people }) => people).sort());
}, 60_000);
