import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { type CreateDebate, createDebateInput } from '../../domain/debate/schema';
import { type Actor, makeActor } from '../../policy/actor';
import { addClaim } from '../claim/commands';
import { testDatabase } from '../database/testing';
import { aClaim, aClass, aDebate, aParticipant, aPerson, aRelation } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { addMotion, createDebate, setDebateAccess } from './commands';
import { debateList, debateView, sourceViews } from './queries';

const { prisma } = testDatabase();

const plain: CreateDebate = {
  title: 'Open shops',
  question: 'Should shops open on Sundays?',
  language: 'en',
  template: 'blank',
  motions: [{ text: 'Shops should open on Sundays.', shortTitle: 'Sunday shops' }],
  sides: { a: { name: 'Traders' }, b: { name: 'Families' } },
};

describe('a new debate', () => {
  test('is private, with its owner, sides and motion, ready to be added to', async () => {
    const owner = await aPerson();
    const { slug, roomId } = valueIn(await createDebate(owner, { ...plain, title: 'Недільні крамниці' }));
    expect(slug).toBe('nedilni-kramnytsi');
    const view = await debateView(owner, slug);
    expect(view).toMatchObject({
      access: 'private',
      sides: [
        { key: 'for', name: 'Traders', role: 'a', speaks: 'for' },
        { key: 'against', name: 'Families', role: 'b', speaks: 'against' },
      ],
      motion: { code: 'M', text: 'Shops should open on Sundays.', shortTitle: 'Sunday shops' },
      claims: [],
      viewer: { role: 'owner', isMaintainer: true, canPublish: true },
      room: { id: roomId, kind: 'commons' },
    });
    expect(await debateView(await aPerson(), slug)).toBeNull();
    expect(await debateView(makeActor.visitor(), slug)).toBeNull();
    const added = valueIn(
      await addClaim(owner, roomId, {
        text: 'Trade lives on weekends.',
        side: 'a',
        evidence: 'asserted',
        citations: [],
        relation: { kind: 'supports', toClaimId: view?.motion.id ?? '' },
      }),
    );
    expect(added.claim).toMatchObject({ code: 'C1', status: 'published' });
  });

  test('from an article has its text, of which a claim cites a passage', async () => {
    const owner = await aPerson();
    const article = {
      title: 'On Sundays',
      text: 'Shops stay shut. Towns rest.\n\nMany regret it.',
      url: null,
    };
    const { slug, roomId } = valueIn(await createDebate(owner, { ...plain, article }));
    const [source, ...others] = (await sourceViews(owner, slug)) ?? [];
    expect(others).toEqual([]);
    expect(source).toMatchObject({ title: 'On Sundays', attribution: '', url: null, language: 'en' });
    expect(source?.passages.map(({ label, sentences }) => [label, sentences.length])).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
    const motionId = (await debateView(owner, slug))?.motion.id ?? '';
    const added = valueIn(
      await addClaim(owner, roomId, {
        text: 'Towns need a day of rest.',
        side: 'b',
        evidence: 'reported',
        citations: [{ sourceVersionId: source?.version.id ?? '', start: 17, end: 28, exact: 'Towns rest.' }],
        relation: { kind: 'attacks', toClaimId: motionId },
      }),
    );
    expect(added.claim).toMatchObject({
      layer: 'article',
      citations: [{ passageLabel: '1', exact: 'Towns rest.' }],
    });
  });

  test('is not made when its article falls into more pieces than an article has', async () => {
    const owner = await aPerson();
    const title = 'Too many pieces';
    const article = { title: 'Dots', text: 'A. '.repeat(50_000) };
    expect(await createDebate(owner, { ...plain, title, article })).toMatchObject({
      error: { code: 'invalid-input', field: 'article.text' },
    });
    expect(await prisma.debate.count({ where: { title } })).toBe(0);
  });

  test('with a title that is taken gets an address of its own', async () => {
    const owner = await aPerson();
    const slugs = await Promise.all(
      Array.from(
        { length: 6 },
        async () => valueIn(await createDebate(owner, { ...plain, title: 'Twice' })).slug,
      ),
    );
    expect(new Set(slugs).size).toBe(6);
    expect(slugs).toContain('twice');
  });

  test('has as many motions as its template takes', () => {
    const counted = (template: CreateDebate['template'], count: number) =>
      createDebateInput.safeParse({
        ...plain,
        template,
        motions: Array.from({ length: count }, () => ({ text: 'One.' })),
      }).success;
    expect(counted('blank', 1)).toBe(true);
    expect(counted('blank', 13)).toBe(false);
    expect(counted('oxford-motion', 2)).toBe(false);
    expect(counted('policy-options', 1)).toBe(false);
    expect(counted('policy-options', 3)).toBe(true);
    expect(createDebateInput.safeParse({ ...plain, language: 'english language' }).success).toBe(false);
  });

  test('asked for twenty times with one key is one, and sixty an hour are enough', async () => {
    const owner = await aPerson();
    const idempotency = { key: uuidv7(), requestHash: 'a' };
    const made = await Promise.all(
      Array.from({ length: 20 }, () => createDebate(owner, { ...plain, title: 'Once' }, idempotency)),
    );
    expect(new Set(made.map((answer) => valueIn(answer).slug)).size).toBe(1);
    const codes: string[] = [];
    for (let index = 0; index < 60; index += 1) codes.push(codeOf(await createDebate(owner, plain)));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(59);
    expect(codes.at(-1)).toBe('too-many-attempts');
    expect(codeOf(await createDebate(await aPerson(), plain))).toBe('ok');
  });
});

describe('access', () => {
  test('of a private debate is for those with a seat in it: pages, lists and sources say the same', async () => {
    const debate = await aDebate({ access: 'private' });
    const classId = await aClass(debate);
    const readers = {
      visitor: makeActor.visitor(),
      stranger: await aPerson(),
      owner: await aParticipant(debate.roomId, 'owner'),
      pupil: await aParticipant(classId),
      administrator: await aPerson({ isAdministrator: true }),
    };
    for (const [name, reader] of Object.entries(readers)) {
      const may = !['visitor', 'stranger'].includes(name);
      expect((await debateView(reader, debate.slug)) !== null, name).toBe(may);
      expect((await sourceViews(reader, debate.slug)) !== null, name).toBe(may);
      expect(
        (await debateList(reader)).some(({ slug }) => slug === debate.slug),
        name,
      ).toBe(may);
    }
    const isOwn = async (reader: Actor) =>
      (await debateList(reader)).find(({ slug }) => slug === debate.slug)?.isOwn;
    expect(await isOwn(readers.owner)).toBe(true);
    expect(await isOwn(readers.pupil)).toBe(false);
    expect(await isOwn(readers.administrator)).toBe(false);
  });

  test('is opened and closed by the owner, once audited each', async () => {
    const debate = await aDebate({ access: 'private' });
    const owner = await aParticipant(debate.roomId, 'owner');
    const member = await aParticipant(debate.roomId);
    expect(codeOf(await setDebateAccess(member, debate.slug, { access: 'public' }))).toBe('not-allowed');
    expect(codeOf(await setDebateAccess(await aPerson(), debate.slug, { access: 'public' }))).toBe(
      'not-found',
    );
    valueIn(await setDebateAccess(owner, debate.slug, { access: 'public' }));
    valueIn(await setDebateAccess(owner, debate.slug, { access: 'public' }));
    expect(await debateView(makeActor.visitor(), debate.slug)).not.toBeNull();
    valueIn(await setDebateAccess(owner, debate.slug, { access: 'private' }));
    expect(await debateView(makeActor.visitor(), debate.slug)).toBeNull();
    const entries = await prisma.auditEntry.findMany({
      where: { subjectId: debate.id },
      orderBy: { recordedAt: 'asc' },
    });
    expect(entries.map(({ action }) => action)).toEqual(['debate-open', 'debate-close']);
  });
});

describe('several motions', () => {
  test('each have their own map; what leads to none is on every one', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    const { motion } = valueIn(await addMotion(owner, debate.roomId, { text: 'Mines should be marked.' }));
    expect(motion.code).toBe('M2');
    const [first, second, loose] = [await aClaim(debate), await aClaim(debate), await aClaim(debate)];
    await aRelation(debate, first, debate.motionId);
    await aRelation(debate, second, motion.id);
    const seen = async (code?: string) => {
      const view = await debateView(makeActor.visitor(), debate.slug, code);
      return view && [view.motion.code, view.claims.map(({ id }) => id), view.relations.length];
    };
    expect(await seen()).toEqual(['M', [first, loose], 1]);
    expect(await seen('M2')).toEqual(['M2', [second, loose], 1]);
    expect(await seen('M9')).toBeNull();
    const view = await debateView(makeActor.visitor(), debate.slug);
    expect(view?.motions.map(({ code, text }) => [code, text])).toEqual([
      ['M', expect.any(String)],
      ['M2', 'Mines should be marked.'],
    ]);
  });

  test('are added by maintainers, up to twelve, each under a code of its own', async () => {
    const debate = await aDebate();
    const owner = await aParticipant(debate.roomId, 'owner');
    await aClaim(debate, { code: 'M2' });
    const results = await Promise.all(
      Array.from({ length: 13 }, (_, index) => addMotion(owner, debate.roomId, { text: `Motion ${index}.` })),
    );
    const codes = results.flatMap((result) => (result.ok ? [result.value.motion.code] : []));
    expect(new Set(codes).size).toBe(11);
    expect(codes).not.toContain('M2');
    expect(results.filter((result) => codeOf(result) === 'too-many-motions')).toHaveLength(2);
    expect(codeOf(await addMotion(await aPerson(), debate.roomId, { text: 'No.' }))).toBe('not-allowed');
  });
});
