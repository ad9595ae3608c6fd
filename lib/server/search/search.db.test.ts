import { describe, expect, test } from 'vitest';
import { makeActor } from '../../policy/actor';
import { addAnnotation } from '../annotation/commands';
import { testDatabase } from '../database/testing';
import { importDebate } from '../debate/import-commands';
import { debateView } from '../debate/queries';
import { aClaim, aClass, aDebate, aParticipant, aPerson, aRevision, aSeat } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { search, similarClaims } from './queries';

const { prisma } = testDatabase();
const visitor = makeActor.visitor();
const HERE = '127.0.0.1';

const find = async (roomId: string, q: string, actor = visitor as Parameters<typeof search>[0]) =>
  valueIn(await search(actor, roomId, q, HERE));

describe('a search', () => {
  test('finds claims, passages and notes by words, whatever their ending, and claims by their code', async () => {
    const debate = await aDebate();
    const id = await aClaim(debate, { code: 'D1c', text: 'Landmines cannot tell soldiers from children.' });
    await aClaim(debate, { text: 'Treaties bind those who sign them.' });
    const who = await aPerson();
    valueIn(
      await addAnnotation(who, debate.roomId, {
        target: { type: 'claim', claimId: id },
        kind: 'comment',
        visibility: 'public',
        body: 'The soldier is not the only one concerned.',
      }),
    );
    const found = await find(debate.roomId, 'soldier');
    expect(found.claims).toMatchObject([{ code: 'D1c', status: 'published', isMotion: false }]);
    expect(found.passages).toMatchObject([
      { sourceKey: 'digest', passageKey: 'p1', snippet: expect.stringContaining('soldiers') as string },
    ]);
    expect(found.notes).toMatchObject([{ target: { type: 'claim', claimId: id } }]);
    expect((await find(debate.roomId, 'd1C')).claims[0]?.code).toBe('D1c');
    expect((await find(debate.roomId, 'lanmines')).claims[0]?.code).toBe('D1c');
    expect((await find(debate.roomId, 'zebra')).claims).toEqual([]);
  });

  test('finds Ukrainian words by another ending and in another case', async () => {
    const owner = await aPerson();
    const made = await importDebate(owner, {
      map: {
        format: 'standpoint/map@1',
        title: 'Міни',
        language: 'uk',
        sides: [],
        sources: [
          {
            key: 's',
            title: 'Стаття',
            text: 'Протипіхотні міни вбивають ще довго після воєн. 🇺🇦 Це відомо.',
          },
        ],
        claims: [
          { id: 'm', text: 'Протипіхотні міни слід заборонити.', isMotion: true, side: null, citations: [] },
          { id: 'q', text: 'Це «свинцеві» солдати на подвір’ї.', isMotion: false, side: null, citations: [] },
          {
            id: 'a',
            text: 'Міни не відрізняють солдата від дитини.',
            isMotion: false,
            side: null,
            citations: [],
          },
        ],
        relations: [{ id: 'r', from: 'a', to: 'm', kind: 'supports' }],
      },
    });
    const { roomId } = valueIn(made);
    expect((await find(roomId, 'ДИТИНА', owner)).claims).toMatchObject([
      { text: expect.stringContaining('дитини') as string },
    ]);
    expect((await find(roomId, 'протипіхотних мін', owner)).claims).toMatchObject([{ isMotion: true }]);
    expect((await find(roomId, 'вбивати', owner)).passages).toMatchObject([
      { snippet: expect.stringContaining('вбивають') as string },
    ]);
    expect((await find(roomId, 'свинцевий', owner)).claims).toHaveLength(1);
    expect((await find(roomId, "подвір'я", owner)).claims).toHaveLength(1);
    const alike = await similarClaims(owner, roomId, 'Міни не відрізняють солдатів від дітей', HERE);
    expect(valueIn(alike).claims[0]).toMatchObject({ text: 'Міни не відрізняють солдата від дитини.' });
  });

  test('shows nothing that a list would not: suggestions, other rooms, private and removed notes, older words', async () => {
    const debate = await aDebate();
    const classId = await aClass(debate);
    const [author, pupil] = [await aPerson(), await aParticipant(classId)];
    const authorId = await aSeat(author, debate.roomId);
    await aClaim(debate, { text: 'Quokkas suggested.', status: 'suggested', authorId });
    await aClaim(debate, { text: 'Quokkas declined.', status: 'declined' });
    await aClaim(debate, { text: 'Quokkas archived.', status: 'archived' });
    await aClaim(debate, { text: 'Quokkas of the class.', roomId: classId });
    const reworded = await aClaim(debate, { text: 'Quokkas before.' });
    await aRevision(reworded, false);
    const shown = await aClaim(debate, { text: 'Quokkas for all.' });
    valueIn(
      await addAnnotation(author, debate.roomId, {
        target: { type: 'claim', claimId: shown },
        kind: 'comment',
        visibility: 'private',
        body: 'Quokkas for myself.',
      }),
    );
    const texts = async (actor: Parameters<typeof search>[0], roomId = debate.roomId) => {
      const { claims, notes } = await find(roomId, 'quokkas', actor);
      return [...claims.map(({ text }) => text), ...notes.map(({ snippet }) => snippet)].sort();
    };
    expect(await texts(visitor)).toEqual(['Quokkas for all.']);
    expect(await texts(author)).toEqual(['Quokkas for all.', 'Quokkas for myself.', 'Quokkas suggested.']);
    expect(await texts(pupil, classId)).toEqual(['Quokkas for all.', 'Quokkas of the class.']);
    expect(await texts(await aParticipant(debate.roomId, 'owner'))).toEqual([
      'Quokkas archived.',
      'Quokkas for all.',
      'Quokkas suggested.',
    ]);
    expect(codeOf(await search(visitor, classId, 'quokkas', HERE))).toBe('not-found');
    const hidden = await aDebate({ access: 'private' });
    expect(codeOf(await search(author, hidden.roomId, 'mines', HERE))).toBe('not-found');
  });

  test('takes whatever is typed as words, and is bounded', async () => {
    const debate = await aDebate();
    for (let index = 0; index < 30; index += 1) await aClaim(debate, { text: `Wombats, number ${index}.` });
    expect((await find(debate.roomId, 'wombats')).claims).toHaveLength(20);
    const hostile = [
      "' OR 1=1 --",
      '"unclosed phrase',
      'a & b | !c <-> (d',
      ':*',
      '%_\\',
      '((((((((((',
      '-'.repeat(200),
      'x'.repeat(200),
      '😀'.repeat(50),
      '$1 $2 {q}',
    ];
    for (const q of hostile) {
      const started = performance.now();
      expect((await find(debate.roomId, q)).claims.length, q).toBeLessThanOrEqual(20);
      valueIn(await similarClaims(visitor, debate.roomId, q, HERE));
      expect(performance.now() - started, q).toBeLessThan(2000);
    }
  });

  test('of one person is bounded in time, and somebody else’s is not held up by it', async () => {
    const debate = await aDebate();
    const [eager, other] = [await aPerson(), await aPerson()];
    const codes: string[] = [];
    for (let index = 0; index < 65; index += 1) {
      codes.push(codeOf(await similarClaims(eager, debate.roomId, 'Mines', HERE)));
    }
    expect(codes.slice(0, 20).every((code) => code === 'ok')).toBe(true);
    expect(codes.filter((code) => code === 'too-many-attempts').length).toBeLessThanOrEqual(5);
    expect(codeOf(await search(other, debate.roomId, 'Mines', HERE))).toBe('ok');
  });
});

describe('claims that say much the same', () => {
  test('are found while one is written, most alike first, at most five, and nothing that is unlike', async () => {
    const debate = await aDebate();
    const same = await aClaim(debate, { text: 'Mines cannot tell a soldier from a child.' });
    for (let index = 0; index < 6; index += 1)
      await aClaim(debate, {
        text: `Mines cannot tell a soldier from a ${'child, nor from '.repeat(index)}farmer.`,
      });
    await aClaim(debate, { text: 'Treaties bind those who sign them.' });
    const { claims } = valueIn(
      await similarClaims(visitor, debate.roomId, 'mines can not tell soldiers from children', HERE),
    );
    expect(claims).toHaveLength(5);
    expect(claims[0]?.id).toBe(same);
    expect(claims.map(({ similarity }) => similarity)).toEqual(
      claims.map(({ similarity }) => similarity).sort((one, two) => two - one),
    );
    expect(valueIn(await similarClaims(visitor, debate.roomId, 'Elephants fly.', HERE)).claims).toEqual([]);
  });
});

test('three thousand claims are searched quickly enough to answer while one types', {
  timeout: 120_000,
}, async () => {
  const owner = await aPerson();
  const words = ['mines', 'treaty', 'border', 'child', 'army', 'field', 'harvest', 'law', 'winter', 'road'];
  const claims = Array.from({ length: 3000 }, (_, index) => ({
    id: `c${index}`,
    text: `The ${words[index % 10]} and the ${words[Math.floor(index / 10) % 10]} matter ${index} times over the ${words[Math.floor(index / 100) % 10]}.`,
    isMotion: index === 0,
    side: null,
    citations: [],
  }));
  const { roomId, slug } = valueIn(
    await importDebate(owner, {
      map: {
        format: 'standpoint/map@1',
        title: 'Large',
        language: 'en',
        sides: [],
        sources: [],
        claims,
        relations: [],
      },
    }),
  );
  expect((await debateView(owner, slug))?.claims).toHaveLength(2999);
  await prisma.$executeRaw`SELECT 1`;
  await find(roomId, 'harvest winter', owner);
  const started = performance.now();
  for (let round = 0; round < 5; round += 1) {
    await find(roomId, 'harvest winter', owner);
    valueIn(await similarClaims(owner, roomId, 'The harvest and the winter matter a lot.', HERE));
  }
  expect((performance.now() - started) / 10).toBeLessThan(1000);
});
