import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyContract } from '@/lib/domain/api/contract';
import { contracts } from '@/lib/domain/api/contracts';
import { database } from '@/lib/server/database/client';
import { sessionCookieOf } from '@/lib/server/testing/session-cookie';
import { aWorld, requests } from './testing/a-world';
import { boardRequests } from './testing/board-requests';
import { call, home } from './testing/call';
import { groupRequests } from './testing/group-requests';
import { liveRequests } from './testing/live-requests';
import { peopleRequests } from './testing/people-requests';
import { pupilRequests } from './testing/pupil-requests';
import { reportRequests } from './testing/report-requests';
import { roomRequests } from './testing/room-requests';
import type { Stage, World } from './testing/stage';

/** What every route owes, whatever it does: asked of each of them as somebody who may do it. */

type Name = keyof typeof contracts;
const names = Object.keys(contracts) as Name[];
const contractOf = (name: Name) => contracts[name] as unknown as AnyContract;
const writes = names.filter((name) => contractOf(name).method !== 'GET');
const withBody = writes.filter((name) => contractOf(name).body !== null);

let world: World;
let other: World;
let cookie: string | null;
let teacherCookie: string | null;

beforeAll(async () => {
  world = await aWorld();
  other = await aWorld();
  cookie = await sessionCookieOf(world.people['owner of the debate']);
  teacherCookie = await sessionCookieOf(world.people['teacher of the class']);
});

/** What is asked of classes: a commons has none of it. */
const ofClasses = {
  ...boardRequests,
  ...groupRequests,
  ...liveRequests,
  ...peopleRequests,
  ...pupilRequests,
  ...reportRequests,
  ...roomRequests,
};
const isOfAClass = (name: Name) => name in ofClasses && contractOf(name).path.includes('{roomId}');

/** A request about a class by its teacher, any other by the owner of the debate about its commons. */
const stageOf = (name: Name, of: World): Stage =>
  isOfAClass(name)
    ? { world: of, place: 'class', roomId: of.classId, asker: 'teacher of the class' }
    : { world: of, place: 'commons', roomId: of.debate.roomId, asker: 'owner of the debate' };
const asked = async (name: Name) => ({
  ...(await requests[name](stageOf(name, world))),
  cookie: isOfAClass(name) ? teacherCookie : cookie,
});

test.each(names)('%s answers with data that no browser takes for a page', async (name) => {
  const { headers } = await call(contractOf(name), { ...(await asked(name)), headers: { origin: null } });
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  const isStream = headers.get('content-type') === 'text/event-stream';
  expect(headers.get('cache-control')).toBe(`private, no-store${isStream ? ', no-transform' : ''}`);
});

describe('a page that was made for somebody else', () => {
  const another = uuidv7();

  // Says only whether the service runs, the same to everybody.
  const forPeople = names.filter((name) => name !== 'health');

  test.each(forPeople)(
    '%s is not carried out under the cookie of the person who signed in since',
    async (name) => {
      const before = await made();
      const ask = await asked(name);
      const headers = { 'standpoint-person': another };
      const withSession = await call(contractOf(name), { ...ask, headers });
      expect([withSession.status, withSession.code]).toEqual([401, 'signed-in-as-another']);
      const signedOut = await call(contractOf(name), { ...ask, cookie: null, headers });
      expect([signedOut.status, signedOut.code]).toEqual([401, 'not-signed-in']);
      expect(await made()).toEqual(before);
    },
  );

  test('and one made for the person in the cookie is', async () => {
    const actor = world.people['owner of the debate'];
    if (actor.kind !== 'person') throw new Error('The owner is a person');
    const headers = { 'standpoint-person': actor.userId };
    const ask = await asked('castVote');
    expect((await call(contractOf('castVote'), { ...ask, headers })).status).toBe(200);
  });
});

/** Rows of what people make; refusals must not add any. */
const made = async (): Promise<number[]> => {
  const { prisma } = database();
  return Promise.all([
    prisma.claim.count({ where: { code: { startsWith: 'C' } } }),
    prisma.annotationRevision.count({ where: { body: 'A thought.' } }),
    prisma.vote.count(),
    prisma.stance.count(),
    prisma.user.count({ where: { name: { startsWith: 'New ' } } }),
  ]);
};

describe('a write that does not come from our own pages is refused', () => {
  test.each(writes)('%s', async (name) => {
    const before = await made();
    const forged: Record<string, string | null>[] = [
      { origin: null },
      { origin: 'null' },
      { origin: '' },
      { origin: 'https://evil.example' },
      { origin: `${home}.evil.example` },
      { origin: home.replace('http:', 'https:') },
      { origin: home.replace('3000', '3001') },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      { origin: null, 'sec-fetch-site': 'cross-site' },
      { origin: null, 'sec-fetch-site': 'same-site' },
      { origin: null, 'sec-fetch-site': 'none' },
    ];
    const ask = await asked(name);
    for (const headers of forged) {
      const answer = await call(contractOf(name), { ...ask, headers });
      expect([answer.status, answer.code], JSON.stringify(headers)).toEqual([403, 'foreign-origin']);
    }
    expect(await made()).toEqual(before);
  });

  test('and one that does is not, under each name of the own machine', async () => {
    for (const headers of [
      { origin: home },
      { origin: 'http://localhost:3000' },
      { origin: 'http://[::1]:3000' },
      { origin: null, 'sec-fetch-site': 'same-origin' },
    ]) {
      expect((await call(contractOf('castVote'), { ...(await asked('castVote')), headers })).status).toBe(
        200,
      );
    }
  });
});

describe('a body of the wrong kind', () => {
  test.each(withBody)('%s', async (name) => {
    const contract = contractOf(name);
    const ask = await asked(name);
    const before = await made();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/json, text/plain',
      'application/json; charset=utf-16',
      null,
    ]) {
      const answer = await call(contract, {
        ...ask,
        body: JSON.stringify(ask.body),
        headers: { 'content-type': type },
      });
      expect([answer.status, answer.code], String(type)).toEqual([415, 'wrong-content-type']);
    }
    for (const body of [
      '',
      '{',
      '{"a":1',
      'undefined',
      '{"text":"a"}{"text":"b"}',
      '\u0000',
      `${'['.repeat(200)}${']'.repeat(200)}`,
    ]) {
      const answer = await call(contract, { ...ask, body });
      expect([answer.status, answer.code], body.slice(0, 20)).toEqual([400, 'malformed-json']);
    }
    // Some ask for nothing that must be said.
    const empty = contract.body?.safeParse({}).success ? [] : ['{}'];
    for (const body of ['null', '[]', '"text"', '1', ...empty]) {
      const answer = await call(contract, { ...ask, body });
      expect([answer.status, answer.code], body).toEqual([400, 'invalid-input']);
    }
    const notUtf8 = new ReadableStream({
      start(controller) {
        controller.enqueue(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d));
        controller.close();
      },
    });
    expect((await call(contract, { ...ask, body: notUtf8 })).code).toBe('malformed-json');
    expect(await made()).toEqual(before);
  });
});

describe('a body that is too large', () => {
  test.each(withBody)('%s reads no further than its limit', async (name) => {
    const contract = contractOf(name);
    const ask = await asked(name);
    const said = await call(contract, {
      ...ask,
      body: JSON.stringify({ text: 'x'.repeat(contract.bodyLimit) }),
    });
    expect([said.status, said.code]).toEqual([413, 'body-too-large']);

    let sent = 0;
    const chunk = new Uint8Array(1024).fill(0x20);
    // A gigabyte, without saying so beforehand.
    const endless = new ReadableStream({
      pull(controller) {
        sent += chunk.byteLength;
        if (sent > 1024 ** 3) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const unsaid = await call(contract, { ...ask, body: endless });
    expect([unsaid.status, unsaid.code]).toEqual([413, 'body-too-large']);
    expect(sent).toBeLessThanOrEqual(contract.bodyLimit + 4 * chunk.byteLength);

    const lying = await call(contract, {
      ...ask,
      headers: { 'content-length': String(contract.bodyLimit + 1) },
    });
    expect(lying.code).toBe('body-too-large');
  });
});

describe('a body with more than was asked for', () => {
  const extras = {
    role: 'owner',
    id: uuidv7(),
    roomId: uuidv7(),
    userId: uuidv7(),
    authorId: uuidv7(),
    status: 'published',
    isAdministrator: true,
    createdAt: '2026-01-01T00:00:00Z',
    rightsVersion: 9,
    constructor: { prototype: {} },
  };
  test.each(withBody)('%s', async (name) => {
    const contract = contractOf(name);
    const ask = await asked(name);
    const before = await made();
    for (const [key, value] of Object.entries(extras)) {
      if (key in (ask.body as object)) continue;
      const answer = await call(contract, { ...ask, body: { ...(ask.body as object), [key]: value } });
      expect([answer.status, answer.code], key).toEqual([400, 'invalid-input']);
    }
    const polluted = JSON.stringify(ask.body)
      .replace('{', '{"__proto__":{"isAdministrator":true},')
      .replace(/,}$/, '}');
    expect((await call(contract, { ...ask, body: polluted })).code).toBe('invalid-input');
    expect(await made()).toEqual(before);
  });
});

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** Every place in a value where a plain one stands, as a path. */
function scalarsOf(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarsOf(item, [...path, index]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => scalarsOf(item, [...path, key]));
  }
  return [path];
}

function withValueAt(value: Json, [step, ...rest]: (string | number)[], put: Json): Json {
  if (step === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    Json
  >;
  copy[step] = withValueAt(copy[step] ?? null, rest, put);
  return copy as Json;
}

describe('a query where a value belongs', () => {
  /** Null means something here: nobody, no answer, taken back. */
  const mayBeNull = new Set([
    'addClaim.speaker',
    'editClaim.speaker',
    'castVote.choice',
    'rateImpact.weight',
    'stateStance.confidence',
    'stateStance.reason',
    'reportAnnotation.words',
    'closeRoom.conclusion',
    'giveFeedback.contributionId',
    'giveFeedback.grade',
    'moveToGroup.groupId',
    'releaseFeedback.feedbackIds',
    'setSpotlight.claimId',
  ]);
  const mayBeNullInAPlan = /\.(plan|was)\.\d+\.(title|task|minutes|until)$|^changePlan\.origins\.\d+$/;
  const mayBeTrue =
    /\.(changesMeaning|isMotion|isResolved|isHelpful|notesNeedApproval|claimsNeedApproval|isLocked|keepsClaims|everybodyWaiting|movesOn)$/;
  test.each(withBody)('%s', async (name) => {
    const contract = contractOf(name);
    const ask = await asked(name);
    const body = JSON.parse(JSON.stringify(ask.body)) as Json;
    const before = await made();
    for (const path of scalarsOf(body)) {
      const place = `${name}.${path.join('.')}`;
      const injected: Json[] = [{ not: 'x' }, { contains: '' }, { in: ['x'] }, ['x'], [], true];
      if (mayBeTrue.test(place)) injected.pop();
      const isNullable = mayBeNull.has(place) || mayBeNullInAPlan.test(place);
      if (!isNullable && !/\.map\.claims\.\d\.side$/.test(place)) injected.push(null);
      for (const value of injected) {
        const answer = await call(contract, { ...ask, body: withValueAt(body, path, value) });
        expect([answer.status, answer.code], `${place} ${JSON.stringify(value)}`).toEqual([
          400,
          'invalid-input',
        ]);
      }
    }
    expect(await made()).toEqual(before);
  });
});

describe('what is not there, or belongs to another room', () => {
  // The room of another debate is all that these name: it is there, with nothing of theirs in it or to do in it.
  const namesOnlyTheRoom: Partial<Record<Name, number>> = {
    addMotion: 403,
    importMap: 403,
    aliases: 200,
    moderation: 403,
    roomAudit: 403,
    setRoomSettings: 403,
    mentions: 200,
    noteTags: 200,
    ownNotes: 200,
    edits: 200,
    exportAnnotations: 200,
    webAnnotations: 200,
    mapPage: 200,
    mapSkeleton: 200,
    search: 200,
    similarClaims: 200,
    opinions: 200,
    opinionLens: 409,
    opinionTimeline: 409,
    opinionEffects: 200,
  };
  const withIds = names.filter((name) => contractOf(name).path.includes('{roomId}'));
  test.each(withIds)('%s', async (name) => {
    const contract = contractOf(name);
    const ask = await asked(name);
    const elsewhere = await requests[name](stageOf(name, other));
    for (const key of Object.keys(ask.params ?? {})) {
      const swapped = { ...ask, params: { ...ask.params, [key]: elsewhere.params?.[key] ?? '' } };
      expect((await call(contract, swapped)).status, `${key} of another debate`).toBe(
        namesOnlyTheRoom[name] ?? 404,
      );
      for (const odd of [uuidv7(), 'x', '..', "' OR 1=1 --", '%00', '0'.repeat(36)]) {
        expect(
          (await call(contract, { ...ask, params: { ...ask.params, [key]: odd } })).status,
          `${key} ${odd}`,
        ).toBe(404);
      }
    }
  });

  test('no debate by that name', async () => {
    for (const slug of ['nothing', '', 'x'.repeat(500), '../../etc/passwd', '\u0000']) {
      for (const name of ['debate', 'sources'] as const) {
        expect((await call(contractOf(name), { params: { slug } })).status, slug.slice(0, 20)).toBe(404);
      }
    }
  });

  test('a search for nothing, for too much, or for more than was asked', async () => {
    const { params } = await asked('search');
    for (const query of [
      '',
      '?q=',
      '?q=%20%E2%80%8B',
      `?q=${'x'.repeat(201)}`,
      '?q=a&limit=1000',
      '?q[not]=a',
    ]) {
      const answer = await call(contractOf('search'), { params: params ?? {}, query });
      expect([answer.status, answer.code], query.slice(0, 20)).toEqual([400, 'invalid-input']);
    }
  });

  test('a list of notes needs one thing that they are on', async () => {
    const { params } = await asked('annotations');
    for (const query of [
      '',
      '?claimId=x',
      '?claimId[not]=x',
      `?claimId=${uuidv7()}&relationId=${uuidv7()}`,
      `?authorId=${uuidv7()}`,
    ]) {
      expect((await call(contractOf('annotations'), { params: params ?? {}, query })).code, query).toBe(
        'invalid-input',
      );
    }
  });
});

describe('a request that may come again', () => {
  const repeatable = names.filter((name) => contractOf(name).isIdempotent);

  test.each(repeatable)(
    '%s: 20 times at once is one effect and 20 equal answers; with another body it is a mistake',
    async (name) => {
      const contract = contractOf(name);
      const ask = { ...(await asked(name)), headers: { 'idempotency-key': uuidv7() } };
      const answers = await Promise.all(Array.from({ length: 20 }, () => call(contract, ask)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      const said = answers.map(({ body }) => (name === 'addRoster' ? withoutCodes(body) : body));
      for (const body of said) expect(body).toEqual(said[0]);
      if (!hasNoOtherWords.has(name)) {
        const mismatch = await call(contract, {
          ...ask,
          body: { ...(ask.body as object), ...otherWords[name] },
        });
        expect([mismatch.status, mismatch.code]).toEqual([422, 'idempotency-mismatch']);
      }
      const odd = await call(contract, { ...ask, headers: { 'idempotency-key': 'not a key' } });
      expect([odd.status, odd.code]).toEqual([400, 'invalid-input']);
    },
  );
  // Codes are kept as fingerprints alone: a list that comes again has the same places, and new codes to them.
  const withoutCodes = (body: unknown) =>
    (body as { slips: { name: string }[] }).slips.map(({ name }) => name);
  // A press of "join" is its key and its words together: a guest has no account yet to keep the key for.
  const hasNoOtherWords = new Set<Name>(['joinRoom']);
  const otherWords: Partial<Record<Name, object>> = {
    addClaim: { text: 'Something else.' },
    addRelation: { kind: 'attacks' },
    addAnnotation: { body: 'Something else.' },
    importAnnotations: { visibility: 'private' },
    createDebate: { title: 'Something else' },
    addMotion: { text: 'Something else.' },
    addSource: { title: 'Something else' },
    addVersion: { note: 'Something else.' },
    copyDebate: { title: 'Something else' },
    importDebate: { defaults: { language: 'en', sides: { a: 'A', b: 'B' } } },
    importConversation: { comments: 'comment-id,comment-body\n0,One.\n1,Two.\n' },
    importMap: { defaults: { language: 'en', sides: { a: 'A', b: 'B' } } },
    undoEdit: { editId: uuidv7() },
    mergeClaim: { intoRevision: 2 },
    splitClaim: { revision: 2 },
    linkPremises: { relationIds: [uuidv7(), uuidv7()] },
    openRoom: { name: 'Class 11A' },
    copyRoom: { name: 'Class 11A' },
    addRoster: { names: ['Olena'] },
  };
});

describe('an answer', () => {
  test('to an error has one shape, a request id and words in the reader’s language', async () => {
    const ask = await asked('castVote');
    const english = await call(contractOf('castVote'), { ...ask, cookie: null });
    expect(english.body).toEqual({
      error: {
        code: 'not-signed-in',
        message: expect.stringMatching(/[a-z]/) as string,
        requestId: english.headers.get('x-request-id'),
      },
    });
    const ukrainian = await call(contractOf('castVote'), {
      ...ask,
      cookie: null,
      headers: { 'accept-language': 'uk' },
    });
    expect(JSON.stringify(ukrainian.body)).toMatch(/[а-яіїєґ]/i);
  });

  test('to odd texts is never an error of ours', { timeout: 120_000 }, async () => {
    const odd = [
      '\u0000',
      'a\u0000b@example.org',
      '\u202e evil',
      '\ufeff',
      '\ud83d',
      '👩‍👩‍👧‍👦'.repeat(60),
      'e\u0301'.repeat(280),
      ...[38, 160, 270].map((length) => 'x\u0331'.repeat(length)),
      '\u0001'.repeat(50),
    ];
    const seen: Record<string, number[]> = {};
    for (const name of withBody) {
      const ask = await asked(name);
      const body = JSON.parse(JSON.stringify(ask.body)) as Json;
      const paths = [...scalarsOf(body), ...(name === 'createAccount' ? [['email']] : [])];
      for (const path of paths) {
        // At once where that may be: some answers take their time on purpose.
        const sendOne = async (text: string) => {
          const said = withValueAt(body, path, text);
          // What the shape refuses goes no further; that it is refused is shown above.
          if (!contractOf(name).body?.safeParse(said).success) return;
          const { status } = await call(contractOf(name), { ...ask, body: said });
          if (status >= 500) seen[`${name}.${path.join('.')} ${JSON.stringify(text)}`] = [status];
        };
        // A thread for each document, of which only a few run at once: one text with all of them in it.
        if (['readDocument', 'readFile', 'importConversation'].includes(name)) await sendOne(odd.join(' '));
        else await Promise.all(odd.map(sendOne));
      }
    }
    expect(seen).toEqual({});
  });

  test('names the field that is wrong', async () => {
    const ask = await asked('addClaim');
    const fieldOf = async (more: object) => {
      const { body } = await call(contractOf('addClaim'), {
        ...ask,
        body: { ...(ask.body as object), ...more },
      });
      return (body as { error: { field?: string } }).error.field;
    };
    expect(await fieldOf({ text: '' })).toBe('text');
    expect(await fieldOf({ text: ' \u200b\u2060 ' })).toBe('text');
    expect(await fieldOf({ text: 'x'.repeat(281) })).toBe('text');
    expect(await fieldOf({ text: '\ud800' })).toBe('text');
    expect(await fieldOf({ extra: 1 })).toBe('extra');
    expect(
      await fieldOf({
        citations: [{ sourceVersionId: world.debate.sourceVersionId, start: -1, end: 5, exact: 'Mines' }],
      }),
    ).toBe('citations.0.start');
  });

  test('to a busy database says when to come back, and keeps the reason to itself', async () => {
    const { pool } = database();
    const held = await Promise.all(Array.from({ length: pool.options.max ?? 10 }, () => pool.connect()));
    const started = Date.now();
    const answer = await call(contractOf('castVote'), await askedBefore);
    for (const client of held) client.release();
    expect([answer.status, answer.code, answer.headers.get('retry-after')]).toEqual([
      503,
      'database-busy',
      '2',
    ]);
    expect(Date.now() - started).toBeLessThan(4000);
    expect(JSON.stringify(answer.body)).not.toMatch(/timeout|connect|pool/i);
    expect((await call(contractOf('castVote'), await askedBefore)).status).toBe(200);
  });
  let askedBefore: ReturnType<typeof asked>;
  beforeAll(async () => {
    askedBefore = asked('castVote');
    await askedBefore;
  });

  test('to signing out clears the cookie and ends the session for every copy of it', async () => {
    const mine = await sessionCookieOf(world.people.newcomer);
    const out = await call(contractOf('endSession'), { cookie: mine, params: { sessionId: 'current' } });
    expect(out.status).toBe(204);
    expect(out.cookies['standpoint-session']).toEqual({
      value: '',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false, maxAge: 0 },
    });
    expect((await call(contractOf('readAccount'), { cookie: mine })).code).toBe('not-signed-in');
  });

  test('to a cookie that is not ours is that to a visitor', async () => {
    for (const forged of ['x', 'a.b.c', `${cookie}x`, '']) {
      expect((await call(contractOf('readAccount'), { cookie: forged })).code).toBe('not-signed-in');
    }
  });
});
