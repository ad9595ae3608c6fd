import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { makeActor, type Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { aDebate, aPerson, aSeat } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { networkOf } from './attempts';
import { changePassword, createAccount, endSession, setUp } from './commands';
import { personOfIdentity } from './identity';
import { nextAuthOptions } from './next-auth';
import * as passwords from './password';
import { signedInPerson } from './queries';
import { openSession, personOfSession } from './sessions';

const { prisma } = testDatabase();
const visitor = makeActor.visitor();
const password = 'correct horse battery';
const home = '203.0.113.7';

process.env.AUTH_SECRET = 'a secret for tests that is long enough to use';

beforeEach(async () => {
  await prisma.rateLimit.deleteMany();
});

let made = 0;
const anAccount = async (name = `Holder ${++made}`): Promise<{ name: string; actor: Person }> => {
  const { id } = valueIn(await createAccount(visitor, { name, password }, home));
  return {
    name,
    actor: makeActor.person({ userId: id, sessionId: await openSession(id), isAdministrator: false }),
  };
};

/** Signs in as the sign-in library does; the user's id, null when refused, or the error's message. */
async function signIn(name: string, given: string, address = home): Promise<string | null> {
  const [provider] = nextAuthOptions().providers as unknown as {
    options: { authorize: (given: object, request: object) => Promise<{ id: string } | null> };
  }[];
  try {
    const request = { headers: { 'x-forwarded-for': address } };
    return (await provider?.options.authorize({ name, password: given }, request))?.id ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}

describe('making an account', () => {
  test('a name is taken whatever its case, width or spaces; so is an address', async () => {
    valueIn(await createAccount(visitor, { name: 'Ana Kovač', password, email: 'ana@example.org' }, home));
    const make = async (name: string, email?: string) =>
      codeOf(await createAccount(visitor, { name, password, ...(email ? { email } : {}) }, home));
    expect(await make('ana kovač')).toBe('name-taken');
    expect(await make('ＡＮＡ  Kovač')).toBe('name-taken');
    expect(await make('Ben', 'ANA@example.org')).toBe('email-taken');
    expect(await make('Ana', 'ana@example.com')).toBe('ok');
  });

  test('the same name ten times at once makes one account', async () => {
    const codes = await Promise.all(
      Array.from({ length: 10 }, async () =>
        codeOf(await createAccount(visitor, { name: 'Same Name', password }, home)),
      ),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'name-taken')).toHaveLength(9);
  });

  test('a common password, or one’s own name, is refused', async () => {
    const make = async (name: string, given: string) =>
      codeOf(await createAccount(visitor, { name, password: given }, home));
    expect(await make('Somebody', 'password1234')).toBe('password-too-common');
    expect(await make('Maximilian Holz', 'maximilianholz')).toBe('password-too-common');
  });

  test('by the ten is fine for a class, by the thousand from one network is not', async () => {
    expect(codeOf(await createAccount(visitor, { name: 'Before Many', password }, '198.51.100.1'))).toBe(
      'ok',
    );
    await prisma.rateLimit.updateMany({
      where: { key: { startsWith: 'sign-up-network' } },
      data: { points: 300 },
    });
    expect(codeOf(await createAccount(visitor, { name: 'One Too Many', password }, '198.51.100.99'))).toBe(
      'too-many-attempts',
    );
    expect(codeOf(await createAccount(visitor, { name: 'From Elsewhere', password }, '198.51.101.1'))).toBe(
      'ok',
    );
  });
});

describe('the link of the first start', () => {
  const aLink = async (expiresInMs = 3_600_000) => {
    const token = randomBytes(24).toString('base64url');
    const tokenHash = createHash('sha256').update(token).digest('hex');
    await prisma.setupToken.create({ data: { tokenHash, expiresAt: new Date(Date.now() + expiresInMs) } });
    return token;
  };

  test('makes one administrator, however many use it at once', async () => {
    const token = await aLink();
    const results = await Promise.all(
      Array.from({ length: 5 }, (_, index) => setUp(visitor, { token, name: `Admin ${index}`, password })),
    );
    expect(results.map(codeOf).sort()).toEqual(['ok', ...Array(4).fill('setup-link-invalid')]);
    const made = await prisma.user.findMany({ where: { name: { startsWith: 'Admin ' } } });
    expect(made.map(({ isAdministrator }) => isAdministrator)).toEqual([true]);
    expect(codeOf(await setUp(visitor, { token, name: 'Again', password }))).toBe('setup-link-invalid');
  });

  test('stays usable when the name is taken, and not past its time', async () => {
    const { name } = await anAccount();
    const token = await aLink();
    expect(codeOf(await setUp(visitor, { token, name, password }))).toBe('name-taken');
    expect(codeOf(await setUp(visitor, { token, name: 'Another Admin', password }))).toBe('ok');
    expect(codeOf(await setUp(visitor, { token: await aLink(-1), name: 'Too Late', password }))).toBe(
      'setup-link-invalid',
    );
  });

  test('guessed wrongly costs no password hash', async () => {
    const hashing = vi.spyOn(passwords, 'hashPassword');
    expect(codeOf(await setUp(visitor, { token: 'x'.repeat(32), name: 'Guesser', password }))).toBe(
      'setup-link-invalid',
    );
    expect(hashing).not.toHaveBeenCalled();
    hashing.mockRestore();
  });
});

describe('a session', () => {
  const ofSession = async (actor: Person) => (await personOfSession(actor.sessionId))?.userId ?? null;
  const change = (actor: Person, data: object) =>
    prisma.session.update({ where: { id: actor.sessionId }, data });
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

  test('counts until it is ended, expires, lies idle too long, or the person’s rights change', async () => {
    const fresh = async () => (await anAccount()).actor;
    const kept = await fresh();
    expect(await ofSession(kept)).toBe(kept.userId);

    const ended = await fresh();
    expect(codeOf(await endSession(ended, 'current'))).toBe('ok');
    expect(await ofSession(ended)).toBeNull();
    expect(codeOf(await endSession(ended, 'current'))).toBe('not-found');

    const old = await fresh();
    await change(old, { createdAt: ago(10), expiresAt: ago(1) });
    expect(await ofSession(old)).toBeNull();

    const idle = await fresh();
    await change(idle, { lastSeenAt: ago(8 * 86_400) });
    expect(await ofSession(idle)).toBeNull();

    const changed = await fresh();
    await prisma.user.update({ where: { id: changed.userId }, data: { rightsVersion: { increment: 1 } } });
    expect(await ofSession(changed)).toBeNull();

    const erased = await fresh();
    await prisma.user.delete({ where: { id: erased.userId } });
    expect(await ofSession(erased)).toBeNull();
  });

  test('is short for those with rights over others', async () => {
    const debate = await aDebate();
    const owner = await aPerson();
    await aSeat(owner, debate.roomId, 'owner');
    const hours = async (userId: string) => {
      const { createdAt, expiresAt, idleSeconds } = await prisma.session.findUniqueOrThrow({
        where: { id: await openSession(userId) },
      });
      return [Math.round((expiresAt.getTime() - createdAt.getTime()) / 3_600_000), idleSeconds / 3600];
    };
    expect(await hours((await aPerson()).userId)).toEqual([720, 168]);
    expect(await hours(owner.userId)).toEqual([12, 2]);
    expect(await hours((await aPerson({ isAdministrator: true })).userId)).toEqual([12, 2]);
  });

  test('of somebody else is not one’s own to end', async () => {
    const [mine, theirs] = [(await anAccount()).actor, (await anAccount()).actor];
    expect(codeOf(await endSession(mine, theirs.sessionId))).toBe('not-found');
    expect(await ofSession(theirs)).toBe(theirs.userId);
  });

  test('marks when it was last used, at most once a minute', async () => {
    const { actor } = await anAccount();
    await change(actor, { lastSeenAt: ago(120) });
    await personOfSession(actor.sessionId);
    const seen = async () =>
      (await prisma.session.findUniqueOrThrow({ where: { id: actor.sessionId } })).lastSeenAt.getTime();
    const first = await seen();
    expect(Date.now() - first).toBeLessThan(60_000);
    await personOfSession(actor.sessionId);
    expect(await seen()).toBe(first);
  });

  test('comes anew at each sign-in, and stays the same between', async () => {
    const { actor } = await anAccount();
    const { jwt } = nextAuthOptions().callbacks ?? {};
    const one = await jwt?.({ token: { sid: 'planted' }, user: { id: actor.userId }, account: null });
    const two = await jwt?.({ token: {}, user: { id: actor.userId }, account: null });
    expect(one?.sid).not.toBe('planted');
    expect(one?.sid).not.toBe(two?.sid);
    expect(await jwt?.({ token: one ?? {}, user: undefined as never, account: null })).toEqual(one);
  });
});

describe('changing the password', () => {
  test('ends every session, keeps the account, and works only with the old one', async () => {
    const { name, actor } = await anAccount();
    const other = await openSession(actor.userId);
    const next = 'another horse entirely';
    const wrong = await changePassword(actor, { currentPassword: 'not it at all', newPassword: next }, home);
    expect(wrong).toEqual({ ok: false, error: { code: 'wrong-credentials', field: 'currentPassword' } });
    const same = { currentPassword: password, newPassword: 'passwordpassword' };
    expect(codeOf(await changePassword(actor, same, home))).toBe('password-too-common');
    expect(codeOf(await changePassword(actor, { currentPassword: password, newPassword: next }, home))).toBe(
      'ok',
    );
    expect(await personOfSession(actor.sessionId)).toBeNull();
    expect(await personOfSession(other)).toBeNull();
    expect(await signIn(name, password)).toBeNull();
    expect(await signIn(name, next)).toBe(actor.userId);
  });

  test('is slowed by wrong guesses like signing in', async () => {
    const { actor } = await anAccount();
    const codes: string[] = [];
    for (let time = 0; time < 8; time += 1) {
      codes.push(
        codeOf(
          await changePassword(actor, { currentPassword: 'wrong', newPassword: 'long enough for it' }, home),
        ),
      );
    }
    expect(codes.filter((code) => code === 'wrong-credentials').length).toBeLessThanOrEqual(6);
    expect(codes.at(-1)).toBe('too-many-attempts');
  });
});

describe('signing in', () => {
  test('takes a name in any case or the address, and nothing else', async () => {
    const { id } = valueIn(
      await createAccount(visitor, { name: 'Dora Long', password, email: 'dora@example.org' }, home),
    );
    expect(await signIn('DORA long', password)).toBe(id);
    expect(await signIn('Dora@Example.org', password)).toBe(id);
    expect(await signIn('Dora Long', `${password} `)).toBeNull();
    expect(await signIn('Nobody Here', password)).toBeNull();
    expect(await signIn('Nobody\u0000', password)).toBeNull();
    expect(await signIn('\u0000', password)).toBeNull();
  });

  test.each([
    ['one after the other', 1],
    ['fifty at once', 50],
  ])(
    '200 wrong passwords on one account, %s, are looked at ten times at most',
    { timeout: 60_000 },
    async (_, atOnce) => {
      const { name, actor } = await anAccount();
      const verifying = vi.spyOn(passwords, 'passwordFits');
      for (let sent = 0; sent < 200; sent += atOnce) {
        // From everywhere, so that only the account's own limit can hold.
        await Promise.all(
          Array.from({ length: atOnce }, (__, index) =>
            signIn(name, 'not the one', `10.${sent + index}.0.1`),
          ),
        );
      }
      expect(verifying.mock.calls.length).toBeGreaterThanOrEqual(5);
      expect(verifying.mock.calls.length).toBeLessThanOrEqual(10);
      verifying.mockRestore();
      expect(await signIn(name, password)).toBe('too-many-attempts');
      await prisma.rateLimit.deleteMany({ where: { key: { startsWith: 'sign-in-wait' } } });
      expect(await signIn(name, password)).toBe(actor.userId);
    },
  );

  test('after a right password the count of wrong ones begins anew', async () => {
    const { name, actor } = await anAccount();
    for (let round = 0; round < 3; round += 1) {
      for (let time = 0; time < 4; time += 1) expect(await signIn(name, 'not the one')).toBeNull();
      expect(await signIn(name, password)).toBe(actor.userId);
    }
  });

  test('300 right sign-ins from one address are never refused', { timeout: 60_000 }, async () => {
    const accounts = await Promise.all(Array.from({ length: 3 }, () => anAccount()));
    const fits = vi.spyOn(passwords, 'passwordFits').mockResolvedValue(true);
    const answers: (string | null)[] = [];
    for (let time = 0; time < 100; time += 1) {
      answers.push(...(await Promise.all(accounts.map(({ name }) => signIn(name, password)))));
    }
    fits.mockRestore();
    expect(answers.filter((answer) => answer === null || answer === 'too-many-attempts')).toEqual([]);
  });

  test('a network that fails a hundred times waits, and others do not', async () => {
    const { name, actor } = await anAccount();
    await signIn('Nobody', 'wrong', '192.0.2.1');
    await prisma.rateLimit.updateMany({
      where: { key: { startsWith: 'sign-in-network' } },
      data: { points: 101 },
    });
    expect(await signIn(name, password, '192.0.2.200')).toBe('too-many-attempts');
    expect(await signIn(name, password, '192.0.3.1')).toBe(actor.userId);
  });

  test('leaves no name and no address in the counters, and old counts go', async () => {
    const { name } = await anAccount();
    await prisma.rateLimit.create({ data: { key: 'old', points: 1, expire: BigInt(Date.now() - 1) } });
    await signIn(name, 'not the one', '192.0.2.77');
    const keys = (await prisma.rateLimit.findMany()).map(({ key }) => key);
    expect(keys).not.toContain('old');
    const plain = createHash('sha256').update('192.0.2').digest('base64url');
    expect(keys.some((key) => key.includes('192.0.2') || key.includes(plain) || key.includes(name))).toBe(
      false,
    );
  });

  test.each([
    ['203.0.113.7', '203.0.113'],
    ['::ffff:203.0.113.9', '203.0.113'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown:0:0:0'],
  ])('%s counts as the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('an identity provider', () => {
  test('makes one person for one account there, also at the same moment', async () => {
    const ids = await Promise.all(
      Array.from({ length: 5 }, () => personOfIdentity('github', '42', { name: 'Octo Cat' })),
    );
    expect(new Set(ids).size).toBe(1);
  });

  test('never joins an existing person by address or name', async () => {
    const { id } = valueIn(
      await createAccount(visitor, { name: 'Eva Stone', password, email: 'eva@example.org' }, home),
    );
    const { signIn: signInCallback } = nextAuthOptions().callbacks ?? {};
    const user = { id: 'from the provider', email: 'eva@example.org', name: 'Eva Stone' };
    await signInCallback?.({
      user,
      account: { type: 'oauth', provider: 'google', providerAccountId: '7' },
      profile: { email: 'eva@example.org', name: 'Eva Stone' } as never,
    } as never);
    expect(user.id).not.toBe(id);
    const made = await prisma.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(made).toMatchObject({ name: 'Eva Stone 2', email: null, emailKey: null });
  });

  test.each([undefined, '', ' ', '@', 'x', 'a\u0000b', 'ﬁ'.repeat(200), 42])(
    'that names a person %j still lets them in',
    async (name) => {
      const id = await personOfIdentity('oidc', `odd ${JSON.stringify(name)}`, { name });
      expect((await prisma.user.findUniqueOrThrow({ where: { id } })).name.length).toBeGreaterThanOrEqual(2);
    },
  );
});

test('an account page tells of one’s own open sessions only', async () => {
  const { actor } = await anAccount();
  await anAccount();
  const ended = await openSession(actor.userId);
  await endSession(actor, ended);
  expect((await signedInPerson(actor))?.sessions).toMatchObject([{ id: actor.sessionId, isCurrent: true }]);
  expect(await signedInPerson(visitor)).toBeNull();
});

test('sign-in leads back to our own pages only', async () => {
  process.env.PUBLIC_URL = 'https://debates.example.org';
  const redirect = nextAuthOptions().callbacks?.redirect;
  const to = (url: string) => redirect?.({ url, baseUrl: 'https://debates.example.org' });
  expect(await to('/debates/x?claim=D1')).toBe('https://debates.example.org/debates/x?claim=D1');
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https://evil.example/x',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://debates.example.org.evil.example',
  ]) {
    expect(await to(evil), evil).toMatch(/^https:\/\/debates\.example\.org(\/|$)/);
  }
  expect(nextAuthOptions().cookies?.sessionToken).toMatchObject({
    name: '__Host-standpoint-session',
    options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
  });
  delete process.env.PUBLIC_URL;
});
