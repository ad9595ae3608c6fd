import { beforeAll, describe, expect, test } from 'vitest';
import { makeActor } from '../lib/policy/actor';
import { annotationThreads } from '../lib/server/annotation/annotation-views';
import { addAnnotation, editAnnotation } from '../lib/server/annotation/commands';
import { addClaim } from '../lib/server/claim/commands';
import { editClaim } from '../lib/server/claim/review-commands';
import { testDatabase } from '../lib/server/database/testing';
import { debateView } from '../lib/server/debate/queries';
import { aParticipant } from '../lib/server/testing/a-debate';
import { valueIn } from '../lib/server/testing/expecting';
import { readTour, writeTour } from '../lib/server/tour/tour';
import { castVote } from '../lib/server/vote/commands';
import { mineBanDebate } from './content/mine-ban/debate';
import type { DebateContent } from './content/types';
import { seedDebate } from './seed';

const { prisma, pool } = testDatabase();
const visitor = makeActor.visitor();

/** Every row of every table but the counters, as text. */
async function everything(): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS "row" FROM ${name} t`);
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all.sort();
}

const view = async () => {
  const debate = await debateView(visitor, mineBanDebate.slug);
  if (!debate) throw new Error('The debate is not there');
  return debate;
};
const claimOf = async (code: string) => {
  const claim = (await view()).claims.find((one) => one.code === code);
  if (!claim) throw new Error(`No claim ${code}`);
  return claim;
};

beforeAll(() => seedDebate(prisma, mineBanDebate));

describe('seeding the worked debate', () => {
  test('writes what the content says', async () => {
    const debate = await view();
    expect(debate.claims.map(({ code }) => code)).toEqual(mineBanDebate.claims.map(({ code }) => code));
    expect(debate.claims.map(({ text }) => text)).toEqual(mineBanDebate.claims.map(({ text }) => text));
    expect(debate.claims.map(({ citations }) => citations.length)).toEqual(
      mineBanDebate.claims.map(({ citations }) => citations.length),
    );
    expect(debate.relations).toHaveLength(mineBanDebate.relations.length);
    const notes = await annotationThreads(visitor, debate.room.id, { all: true });
    expect(notes?.map(({ note }) => note.isEditors)).toEqual(mineBanDebate.notes.map(() => true));
  });

  test('leads through the debate, until a maintainer writes a tour of their own', async () => {
    const { slug, room, motion } = await view();
    const stepsOf = async () => valueIn(await readTour(visitor, slug)).steps.map(({ code }) => code);
    const written = mineBanDebate.tour.map(({ claimCode }) => claimCode);
    expect(await stepsOf()).toEqual(written);
    const shorter = { ...mineBanDebate, tour: mineBanDebate.tour.slice(1) };
    await seedDebate(prisma, shorter);
    expect(await stepsOf()).toEqual(written.slice(1));
    const owner = await aParticipant(room.id, 'owner');
    valueIn(await writeTour(owner, slug, { steps: [{ claimId: motion.id, words: 'Mine.' }], revision: 0 }));
    await seedDebate(prisma, mineBanDebate);
    expect(await stepsOf()).toEqual(['M']);
  });

  test('again changes no row, one after the other and at once', async () => {
    const before = await everything();
    await seedDebate(prisma, mineBanDebate);
    await Promise.all([seedDebate(prisma, mineBanDebate), seedDebate(prisma, mineBanDebate)]);
    expect(await everything()).toEqual(before);
    expect(before.length).toBeGreaterThan(200);
  });

  test('refuses content that contradicts itself, or takes the codes of people’s claims', async () => {
    const [first, ...others] = mineBanDebate.claims;
    if (!first) throw new Error('no claims');
    const before = await everything();
    const dangling = {
      ...mineBanDebate,
      relations: [
        ...mineBanDebate.relations,
        { code: 'Z9>M', fromCode: 'Z9', kind: 'supports', toCode: 'M' },
      ],
    } as DebateContent;
    await expect(seedDebate(prisma, dangling)).rejects.toThrow(/not sound/);
    const taken = JSON.parse(
      JSON.stringify({ ...mineBanDebate, claims: [first, ...others] })
        .replaceAll('"B5', '"C5')
        .replaceAll('>B5', '>C5'),
    ) as DebateContent;
    await expect(seedDebate(prisma, taken)).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });

  test('with changed content brings the changes in and keeps what people did', async () => {
    const { room, motion } = await view();
    const owner = await aParticipant(room.id, 'owner');
    const [d1, d2] = [await claimOf('D1'), await claimOf('D2')];
    const [note] = (await annotationThreads(visitor, room.id, { all: true })) ?? [];
    if (!note) throw new Error('no notes');
    const press = { choice: 'agree', revision: 1, seq: Date.now(), eventId: crypto.randomUUID() } as const;
    valueIn(await castVote(owner, room.id, d1.id, press));
    const own = valueIn(
      await addClaim(owner, room.id, {
        text: 'Added by a person.',
        side: 'n',
        evidence: 'asserted',
        citations: [],
        relation: { kind: 'supports', toClaimId: motion.id },
      }),
    );
    const wording = {
      text: 'Reworded by a person.',
      evidence: 'asserted',
      speaker: null,
      changesMeaning: false,
    } as const;
    valueIn(await editClaim(owner, room.id, d2.id, { ...wording, revision: 1 }));
    const answer = {
      target: { type: 'annotation', annotationId: note.note.id },
      kind: 'comment',
      visibility: 'public',
      body: 'I see.',
    } as const;
    valueIn(await addAnnotation(owner, room.id, answer));

    const changed: DebateContent = {
      ...mineBanDebate,
      title: 'A new title',
      claims: mineBanDebate.claims.map((claim) =>
        claim.code === 'D1' || claim.code === 'D2' ? { ...claim, shortTitle: 'A shorter title' } : claim,
      ),
      notes: mineBanDebate.notes.map((one, index) =>
        index === 0 ? { ...one, body: 'A new thought.' } : one,
      ),
    };
    await seedDebate(prisma, changed);
    const before = await everything();
    await seedDebate(prisma, changed);
    expect(await everything()).toEqual(before);

    expect(await view()).toMatchObject({ title: 'A new title' });
    expect(await claimOf('D1')).toMatchObject({
      shortTitle: 'A shorter title',
      revision: 2,
      tally: { agree: 1 },
    });
    expect(await claimOf('D2')).toMatchObject({ text: 'Reworded by a person.', revision: 2 });
    expect(await claimOf(own.claim.code)).toMatchObject({ text: 'Added by a person.', status: 'published' });
    const [thread] = (await annotationThreads(visitor, room.id, { all: true })) ?? [];
    expect(thread).toMatchObject({
      note: { body: 'A new thought.', revision: 2 },
      replies: [{ note: { body: 'I see.' } }],
    });
  });

  test('with a changed text keeps the old version for what people tied to it, and moves the content’s own ties', async () => {
    const { room, sides } = await view();
    expect(sides).toHaveLength(2);
    const [source] = mineBanDebate.sources;
    const [paragraph] = source?.paragraphs ?? [];
    if (!source || !paragraph) throw new Error('no source');
    const changed: DebateContent = {
      ...mineBanDebate,
      sources: mineBanDebate.sources.map((one) =>
        one.key === source.key
          ? {
              ...one,
              paragraphs: [
                { id: 'p0', sentences: [{ id: 'p0.s1', text: 'A word before.', context: true }] },
                ...one.paragraphs,
              ],
            }
          : one,
      ),
    };
    await seedDebate(prisma, changed);
    const versions = await prisma.sourceVersion.findMany({
      where: { source: { key: source.key } },
      orderBy: { number: 'asc' },
    });
    expect(versions.map(({ number }) => number)).toEqual([1, 2]);
    const newest = versions[1]?.text ?? '';
    const citations = (await view()).claims
      .flatMap((claim) => claim.citations)
      .filter((one) => one.sourceKey === source.key);
    expect(
      citations.every(
        ({ sourceVersionId, start, end, exact }) =>
          sourceVersionId === versions[1]?.id && newest.slice(start, end) === exact,
      ),
    ).toBe(true);
    const notes = (await annotationThreads(visitor, room.id, { all: true })) ?? [];
    const placed = notes.map(({ note }) => note.target).filter((target) => target.type === 'passage');
    expect(placed.some(({ sourceVersionId }) => sourceVersionId === versions[0]?.id)).toBe(false);
  });
});

test('a text that a person gave a source is left alone, with everything that stands in it', async () => {
  const [first] = mineBanDebate.sources;
  if (!first) throw new Error('The content has a source');
  const source = await prisma.source.findFirstOrThrow({
    where: { key: first.key, debate: { slug: mineBanDebate.slug } },
  });
  const newest = await prisma.sourceVersion.findFirstOrThrow({
    where: { sourceId: source.id },
    orderBy: { number: 'desc' },
  });
  const { debateId } = source;
  const mine = await prisma.sourceVersion.create({
    data: { sourceId: source.id, debateId, number: newest.number + 1, text: `Mine. ${newest.text}` },
  });
  await prisma.citation.updateMany({
    where: { sourceVersionId: newest.id },
    data: { sourceVersionId: mine.id },
  });
  await seedDebate(prisma, mineBanDebate);
  expect(
    await prisma.sourceVersion.count({ where: { sourceId: source.id, number: { gt: mine.number } } }),
  ).toBe(0);
  expect(await prisma.citation.count({ where: { sourceVersionId: newest.id } })).toBe(0);
  expect(await prisma.citation.count({ where: { sourceVersionId: mine.id } })).toBeGreaterThan(10);
});

test('an editor’s note is nobody’s to change', async () => {
  const { room } = await view();
  const owner = await aParticipant(room.id, 'owner');
  const [thread] = (await annotationThreads(owner, room.id, { all: true })) ?? [];
  const edit = {
    body: 'Mine.',
    kind: 'comment',
    visibility: 'room',
    revision: thread?.note.revision ?? 1,
  } as const;
  expect(await editAnnotation(owner, room.id, thread?.note.id ?? '', edit)).toMatchObject({
    error: { code: 'not-allowed' },
  });
});
