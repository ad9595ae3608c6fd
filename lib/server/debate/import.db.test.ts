import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { MAP_FORMAT, type MapDocument } from '../../domain/formats/map-document';
import { importMapInput } from '../../domain/import/schema';
import { makeActor } from '../../policy/actor';
import { annotationThreads } from '../annotation/annotation-views';
import { addClaim } from '../claim/commands';
import { linkPremises } from '../claim/link-commands';
import { testDatabase } from '../database/testing';
import { aClaim, aDebate, aParticipant, aPerson, aRelation, aSeat } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { castVote } from '../vote/commands';
import { createDebate } from './commands';
import { copyDebate } from './copy-command';
import { exportedDebate } from './export-query';
import { importDebate, importMap, previewImport } from './import-commands';
import { debateView, sourceViews } from './queries';

const { prisma } = testDatabase();

const text = 'Trains left at night. 👩‍🚀 They came back.\n\nThen they stopped.';
const map: MapDocument = {
  format: MAP_FORMAT,
  title: 'Night trains',
  question: 'Should night trains return?',
  language: 'en',
  sides: [
    { key: 'yes', name: 'Yes', speaks: 'for' },
    { key: 'no', name: 'No', speaks: 'against' },
  ],
  sources: [{ key: 's', title: 'A paper', text, url: 'https://example.org/paper' }],
  claims: [
    { id: 'u', text: 'Tracks are no reason.', isMotion: false, side: 'yes', citations: [] },
    { id: 'm', code: 'M', text: 'Night trains should return.', isMotion: true, side: null, citations: [] },
    {
      id: 'a',
      code: 'C7',
      text: 'They spare a night.',
      isMotion: false,
      side: 'yes',
      evidence: 'quoted',
      citations: [{ source: 's', start: text.indexOf('They'), end: text.indexOf('They') + 15 }],
    },
    {
      id: 'b',
      text: `Tracks are full. ${'Really. '.repeat(60)}`,
      isMotion: false,
      side: 'no',
      citations: [],
    },
    { id: 'w', text: 'Not yet.', isMotion: false, side: 'no', status: 'suggested', citations: [] },
  ],
  relations: [
    { id: 'uu', from: 'a', to: 'ub', kind: 'undercuts' },
    { id: 'ub', from: 'u', to: 'bm', kind: 'undercuts' },
    { id: 'bm', from: 'b', to: 'm', kind: 'attacks' },
    { id: 'am', from: 'a', to: 'm', kind: 'supports', group: 'g' },
    { id: 'um', from: 'u', to: 'm', kind: 'supports', group: 'g' },
    { id: 'wm', from: 'w', to: 'm', kind: 'attacks' },
  ],
};

describe('a map imported as a debate', () => {
  test('is all there: claims, linked premises, undercuts of undercuts, the text and what is cited from it', async () => {
    const owner = await aPerson();
    const made = valueIn(await importDebate(owner, { map }));
    const view = await debateView(owner, made.slug);
    expect(view).toMatchObject({
      title: 'Night trains',
      access: 'private',
      motion: { code: 'M', text: 'Night trains should return.' },
      sides: [
        { key: 'yes', name: 'Yes' },
        { key: 'no', name: 'No' },
      ],
    });
    const byText = (start: string) => view?.claims.find((claim) => claim.text.startsWith(start));
    const [a, b, u] = [byText('They spare'), byText('Tracks are full'), byText('Tracks are no')];
    expect([u?.code, a?.code, b?.code]).toEqual(['C8', 'C7', 'C9']);
    expect(a).toMatchObject({
      side: 'a',
      evidence: 'quoted',
      citations: [{ exact: 'They came back.', passageKey: 'p1' }],
    });
    expect(b?.side).toBe('b');
    const line = (from: string | undefined, kind: string) =>
      view?.relations.find((one) => one.fromClaimId === from && one.kind === kind);
    expect(line(u?.id, 'undercuts')?.toRelationId).toBe(line(b?.id, 'attacks')?.id);
    expect(line(a?.id, 'undercuts')?.toRelationId).toBe(line(u?.id, 'undercuts')?.id);
    expect(line(a?.id, 'supports')?.group).toBe(line(u?.id, 'supports')?.group);
    expect(line(a?.id, 'supports')?.group).not.toBeNull();
    const [source] = (await sourceViews(owner, made.slug)) ?? [];
    expect(source).toMatchObject({ title: 'A paper', url: 'https://example.org/paper', kind: 'text' });
    expect(source?.passages).toHaveLength(2);
    // What was too long to be a claim is there whole, as a note.
    const threads = await annotationThreads(owner, made.roomId, { claimId: b?.id ?? '' });
    expect(threads?.[0]?.note.body).toMatch(/^Tracks are full\. (Really\. ?)+$/);
    expect(made.report.guessed.map(({ reason }) => reason)).toContain('text-shortened');
    expect(await debateView(makeActor.visitor(), made.slug)).toBeNull();
  });

  test('takes the next codes after those of the map', async () => {
    const owner = await aPerson();
    const { slug, roomId } = valueIn(await importDebate(owner, { map }));
    const motion = (await debateView(owner, slug))?.motion.id ?? '';
    const added = await addClaim(owner, roomId, {
      text: 'One more.',
      side: 'a',
      evidence: 'asserted',
      citations: [],
      relation: { kind: 'supports', toClaimId: motion },
    });
    expect(valueIn(added).claim.code).toBe('C11');
  });

  test('says beforehand what it would do, and does nothing then', async () => {
    const owner = await aPerson();
    const before = await prisma.debate.count();
    const preview = valueIn(await previewImport(owner, { map }));
    expect(preview).toMatchObject({
      title: 'Night trains',
      motions: ['Night trains should return.'],
      counts: { claims: 5, relations: 6, sources: 1, citations: 1 },
    });
    expect(await prisma.debate.count()).toBe(before);
    expect(valueIn(await importDebate(owner, { map })).report).toEqual(preview.report);
  });

  test('twenty times with one key is one debate', async () => {
    const owner = await aPerson();
    const idempotency = { key: uuidv7(), requestHash: 'a' };
    const made = await Promise.all(
      Array.from({ length: 20 }, () => importDebate(owner, { map }, idempotency)),
    );
    expect(new Set(made.map((answer) => valueIn(answer).slug)).size).toBe(1);
  });

  test('of three thousand claims is written in one go', { timeout: 120_000 }, async () => {
    const owner = await aPerson();
    const many = 3000;
    const large: MapDocument = {
      ...map,
      sources: [],
      claims: [
        { id: 'm', text: 'The motion.', isMotion: true, side: null, citations: [] },
        ...Array.from({ length: many }, (_, index) => ({
          id: `c${index}`,
          text: `Claim number ${index}.`,
          isMotion: false,
          side: index % 2 ? 'yes' : 'no',
          citations: [],
        })),
      ],
      relations: Array.from({ length: many }, (_, index) => ({
        id: `r${index}`,
        from: `c${index}`,
        to: index < 10 ? 'm' : `c${Math.floor(index / 10)}`,
        kind: index % 3 ? ('supports' as const) : ('attacks' as const),
      })),
    };
    const { slug } = valueIn(await importDebate(owner, importMapInput.parse({ map: large })));
    const view = await debateView(owner, slug);
    expect([view?.claims.length, view?.relations.length]).toEqual([many, many]);
  });

  test('is refused when it is larger than a debate may be, or has more motions', async () => {
    const claims = Array.from({ length: 5001 }, (_, index) => ({ ...map.claims[0], id: `c${index}` }));
    const parsed = importMapInput.safeParse({ map: { ...map, sources: [], claims, relations: [] } });
    expect(parsed.error?.issues[0]?.path).toEqual(['map', 'claims']);
    const motions = Array.from({ length: 13 }, (_, index) => ({
      id: `m${index}`,
      text: `Motion ${index}.`,
      isMotion: true,
      side: null,
      citations: [],
    }));
    expect(
      codeOf(await importDebate(await aPerson(), { map: { ...map, claims: motions, relations: [] } })),
    ).toBe('too-many-motions');
  });
});

test('a debate that leaves as own JSON comes back whole: motions, groups, undercuts, schemes, questions, passages', async () => {
  const owner = await aPerson();
  const full: MapDocument = {
    ...map,
    claims: [
      ...map.claims.filter(({ id }) => id !== 'w' && id !== 'b'),
      { id: 'b', code: 'C9', text: 'Tracks are full.', isMotion: false, side: 'no', citations: [] },
      { id: 'n', code: 'M2', text: 'Day trains should stay.', isMotion: true, side: null, citations: [] },
    ],
    relations: [
      ...map.relations.filter(({ id }) => id !== 'wm' && id !== 'bm' && id !== 'ub'),
      { id: 'bm', from: 'b', to: 'm', kind: 'attacks', scheme: 'cause' },
      { id: 'ub', from: 'u', to: 'bm', kind: 'undercuts', question: 'cause.other_cause' },
      { id: 'bn', from: 'b', to: 'n', kind: 'supports' },
    ],
  };
  const exported = async (slug: string): Promise<MapDocument> => {
    const options = { format: 'json', isPretty: false, now: new Date(0) } as const;
    return JSON.parse(valueIn(await exportedDebate(owner, slug, options)).files[0].text) as MapDocument;
  };
  const first = await exported(valueIn(await importDebate(owner, importMapInput.parse({ map: full }))).slug);
  const { slug, report } = valueIn(await importDebate(owner, importMapInput.parse({ map: first })));
  expect(await exported(slug)).toEqual(first);
  expect([report.dropped, report.guessed, report.merged]).toEqual([[], [], []]);
  expect(first.claims.filter(({ isMotion }) => isMotion).map(({ id }) => id)).toEqual(['M', 'M2']);
  expect(first.sources[0]).toMatchObject({ url: 'https://example.org/paper', text });
  expect(first.relations.map(({ scheme, question }) => scheme ?? question).filter(Boolean)).toEqual([
    'cause',
    'cause.other_cause',
  ]);
  expect(first.relations.filter(({ group }) => group !== undefined)).toHaveLength(2);
  const lines = new Set(first.relations.map(({ id }) => id));
  const met = first.relations.filter(({ kind }) => kind === 'undercuts').map(({ to }) => to);
  expect(met.every((to) => lines.has(to))).toBe(true);
  expect(first.claims.find(({ id }) => id === 'C7')?.citations).toHaveLength(1);
});

describe('a map imported into a debate', () => {
  test('stands beside what is there, with codes, sources and sides of its own place', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    await aClaim(debate, { code: 'C7' });
    const turned = { ...map, sides: [map.sides[1], map.sides[0]] as MapDocument['sides'] };
    valueIn(await importMap(owner, debate.roomId, { map: turned }));
    valueIn(await importMap(owner, debate.roomId, { map: turned }));
    const view = await debateView(owner, debate.slug, 'M2');
    expect(view?.motions.map(({ code }) => code)).toEqual(['M', 'M2', 'M3']);
    const claim = view?.claims.find(({ text: words }) => words.startsWith('They spare'));
    expect(claim).toMatchObject({ side: 'a', isOwn: true });
    expect(claim?.code).not.toBe('C7');
    const sources = await sourceViews(owner, debate.slug);
    expect(sources?.map(({ key }) => key)).toEqual(['digest', 's']);
    const codes = (await prisma.claim.findMany({ where: { debateId: debate.id } })).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('is for its maintainers, and leaves nothing behind when it fails', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    expect(codeOf(await importMap(await aPerson(), debate.roomId, { map }))).toBe('not-allowed');
    const unsound = structuredClone(map);
    const [first] = unsound.relations.slice(4);
    if (first) first.from = 'nobody';
    const bad = { ...map, sources: [{ key: 's', title: 'S', text: 'short', passages: [] }] };
    expect(importMapInput.safeParse({ map: bad }).success).toBe(false);
    expect(importMapInput.safeParse({ map: unsound }).success).toBe(false);
    const before = await prisma.claim.count({ where: { debateId: debate.id } });
    // A language that no column takes breaks the write after the claims were written.
    const broken = { ...map, claims: map.claims.map((claim) => ({ ...claim, speaker: 'x'.repeat(400) })) };
    await prisma.$executeRaw`UPDATE "Debate" SET "nextCode" = 2147483647 WHERE "id" = ${debate.id}::uuid`;
    await expect(importMap(owner, debate.roomId, { map: broken })).rejects.toThrow();
    expect(await prisma.claim.count({ where: { debateId: debate.id } })).toBe(before);
    expect(await prisma.source.count({ where: { debateId: debate.id } })).toBe(1);
  });
});

describe('a copy', () => {
  const filled = async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const student = await aPerson();
    const authorId = await aSeat(student, debate.roomId);
    const editors = await aClaim(debate, { text: 'From the editors.' });
    const second = await aClaim(debate, { text: 'From the editors too.' });
    const students = await aClaim(debate, { text: 'From a student.', authorId });
    await aClaim(debate, { text: 'Waits.', status: 'suggested' });
    const one = await aRelation(debate, editors, debate.motionId);
    const two = await aRelation(debate, second, debate.motionId);
    await aRelation(debate, students, editors, { kind: 'attacks' });
    await prisma.relation.create({
      data: {
        debateId: debate.id,
        roomId: debate.roomId,
        fromClaimId: second,
        kind: 'undercuts',
        toRelationId: one,
        status: 'published',
        position: 0,
      },
    });
    valueIn(await linkPremises(owner, debate.roomId, { relationIds: [one, two] }));
    valueIn(
      await castVote(student, debate.roomId, editors, {
        choice: 'agree',
        revision: 1,
        seq: 1,
        eventId: uuidv7(),
      }),
    );
    return debate;
  };

  test('keeps the frame, what the editors wrote, or all that is published; never votes or names', async () => {
    const debate = await filled();
    const reader = await aPerson();
    const copied = async (keep: 'frame' | 'editors' | 'all') => {
      const { slug } = valueIn(await copyDebate(reader, debate.slug, { title: 'Mine', keep }));
      const view = await debateView(reader, slug);
      return view && { ...view, texts: view.claims.map(({ text: words }) => words) };
    };
    const frame = await copied('frame');
    expect(frame).toMatchObject({ title: 'Mine', access: 'private', texts: [], motion: { code: 'M' } });
    expect((await copied('editors'))?.texts).toEqual(['From the editors.', 'From the editors too.']);
    const all = await copied('all');
    expect(all?.texts).toEqual(['From the editors.', 'From the editors too.', 'From a student.']);
    expect(all?.relations.map(({ kind }) => kind).sort()).toEqual([
      'attacks',
      'supports',
      'supports',
      'undercuts',
    ]);
    const linked = all?.relations.filter(({ group }) => group !== null) ?? [];
    expect(linked).toHaveLength(2);
    expect(all?.claims.every(({ authorAlias }) => authorAlias === null)).toBe(true);
    expect(await prisma.vote.count({ where: { roomId: all?.room.id ?? '' } })).toBe(0);
    expect((await sourceViews(reader, all?.slug ?? ''))?.[0]?.version.text).toBe(debate.text);
  });

  test('of a debate that one may not read is not there', async () => {
    const hidden = await aDebate({ access: 'private' });
    const stranger = await aPerson();
    expect(codeOf(await copyDebate(stranger, hidden.slug, { title: 'Mine', keep: 'all' }))).toBe('not-found');
    expect(
      codeOf(
        await createDebate(stranger, {
          title: 'Own',
          question: 'Own?',
          language: 'en',
          template: 'blank',
          motions: [{ text: 'Own.' }],
          sides: { a: { name: 'A' }, b: { name: 'B' } },
        }),
      ),
    ).toBe('ok');
  });
});
