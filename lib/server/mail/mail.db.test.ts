import { beforeEach, describe, expect, test } from 'vitest';
import { makeActor, type Person } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { notify } from '../notification/notify';
import { aClass, aDebate, aParticipant, aPerson } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { anSmtpServer, type SmtpServer } from '../testing/smtp-server';
import { sendDigests } from './digest';
import { setMailDigest, stopMail } from './mail-choice';
import { confirmMailAddress, removeMailAddress, setMailAddress } from './verification';

const { prisma } = testDatabase();
const HOUR_MS = 60 * 60 * 1000;
const start = Date.now();
const inHours = (hours: number) => new Date(start + hours * HOUR_MS);
const home = '203.0.113.7';

process.env.AUTH_SECRET = 'a secret for tests that is long enough to use';
process.env.PUBLIC_URL = 'https://debates.example.org';

let smtp: SmtpServer;

beforeEach(async () => {
  await prisma.rateLimit.deleteMany();
  await prisma.user.updateMany({ data: { mailDigest: 'off' } });
  smtp = await anSmtpServer();
  process.env.SMTP_URL = smtp.url;
  process.env.MAIL_FROM = 'Standpoint <debates@example.org>';
});

const withoutSmtp = () => {
  delete process.env.SMTP_URL;
  delete process.env.MAIL_FROM;
};

let addresses = 0;
const anAddress = () => `person${++addresses}@example.org`;
const tokenIn = (text = '') => /token=([^\s]+)/.exec(text)?.[1] ?? '';
const ask = (person: Person, email: string, network = home) =>
  setMailAddress(person, email, 'en', network).then(codeOf);
const userOf = ({ userId }: Person) => prisma.user.findUniqueOrThrow({ where: { id: userId } });

async function aReader(digest: 'off' | 'hourly' | 'daily' = 'hourly') {
  const roomId = await aClass(await aDebate());
  const person = await aParticipant(roomId);
  const email = anAddress();
  await prisma.user.update({
    where: { id: person.userId },
    data: { email, emailKey: email, emailVerifiedAt: new Date(), mailDigest: digest },
  });
  const { key } = await prisma.room.findUniqueOrThrow({ where: { id: roomId } });
  return { person, roomId, key };
}

const tell = (person: Person, roomId: string, kind: 'nudge' | 'waiting' | 'feedback' = 'nudge') =>
  prisma.$transaction((tx) => notify(tx, [person.userId], { roomId, kind, subjectId: roomId }));

describe('an address', () => {
  test('is the account’s once the link that was sent to it was confirmed, which works once', async () => {
    const [person, email] = [await aPerson(), anAddress()];
    expect(await ask(person, email)).toBe('ok');
    expect(smtp.mails.map(({ to }) => to)).toEqual([email]);
    expect(await userOf(person)).toMatchObject({ email: null, emailVerifiedAt: null });
    const token = tokenIn(smtp.mails[0]?.text);
    const kept = await prisma.verificationToken.findFirstOrThrow({
      where: { identifier: { contains: email } },
    });
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(codeOf(await confirmMailAddress(await aPerson(), token))).toBe('mail-link-invalid');
    const codes = await Promise.all([1, 2, 3].map(() => confirmMailAddress(person, token).then(codeOf)));
    expect(codes.sort()).toEqual(['mail-link-invalid', 'mail-link-invalid', 'ok']);
    const user = await userOf(person);
    expect(user).toMatchObject({ email, mailDigest: 'off' });
    expect(user.emailVerifiedAt).not.toBeNull();
  });

  test('is not confirmed by a link that is a day old or that another one followed', async () => {
    const person = await aPerson();
    await ask(person, anAddress());
    await ask(person, anAddress());
    const [first, second] = smtp.mails.map(({ text }) => tokenIn(text));
    expect(codeOf(await confirmMailAddress(person, first ?? ''))).toBe('mail-link-invalid');
    await prisma.verificationToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(codeOf(await confirmMailAddress(person, second ?? ''))).toBe('mail-link-invalid');
  });

  test('goes to who confirms it before who only typed it, and never from who confirmed it', async () => {
    const [typed, owner, late] = [await aPerson(), await aPerson(), await aPerson()];
    const email = anAddress();
    await prisma.user.update({ where: { id: typed.userId }, data: { email, emailKey: email } });
    for (const [person, code] of [
      [owner, 'ok'],
      [late, 'email-taken'],
    ] as const) {
      await ask(person, email);
      expect(codeOf(await confirmMailAddress(person, tokenIn(smtp.mails.at(-1)?.text)))).toBe(code);
    }
    expect([(await userOf(typed)).email, (await userOf(owner)).email]).toEqual([null, email]);
    valueIn(await removeMailAddress(owner));
    expect(await userOf(owner)).toMatchObject({ email: null, emailVerifiedAt: null, mailDigest: 'off' });
  });

  test('is sent few links, whoever asks; none where no mail is set up, and none to a guest', async () => {
    const email = anAddress();
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n += 1) codes.push(await ask(await aPerson(), email, `198.51.${n}.1`));
    expect(codes).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'too-many-attempts']);
    const person = await aPerson();
    for (let n = 0; n < 6; n += 1) codes.push(await ask(person, anAddress()));
    expect(codes.slice(-2)).toEqual(['ok', 'too-many-attempts']);
    const sent = smtp.mails.length;
    withoutSmtp();
    expect(await ask(await aPerson(), anAddress())).toBe('mail-off');
    const guest = makeActor.person({ ...(await aPerson()), isGuest: true });
    expect(await ask(guest, anAddress())).toBe('not-allowed');
    expect(smtp.mails).toHaveLength(sent);
  });

  test('that the mail server does not take keeps no link', async () => {
    smtp.refuses = true;
    const email = anAddress();
    expect(await ask(await aPerson(), email)).toBe('mail-not-sent');
    expect(await prisma.verificationToken.count({ where: { identifier: { contains: email } } })).toBe(0);
  });
});

describe('mail about what waits', () => {
  test('is one for all of it, with counts and links and nobody’s words', async () => {
    const { person, roomId, key } = await aReader();
    const other = await aClass(await aDebate());
    await prisma.participant.create({
      data: { roomId: other, userId: person.userId, alias: 'Owl', aliasKey: 'owl' },
    });
    for (let n = 0; n < 3; n += 1) await tell(person, roomId, 'waiting');
    await tell(person, roomId, 'feedback');
    await tell(person, other);
    expect(await sendDigests(inHours(0))).toBe(1);
    expect(smtp.mails).toHaveLength(1);
    const { head = '', text = '' } = smtp.mails[0] ?? {};
    expect(text).toContain('wait for your decision: 3');
    expect(text).toContain('Feedback on your work: 1');
    expect(text).toContain(`~${key}`);
    expect(text).toContain('https://debates.example.org/account\n'.trim());
    expect(head).toMatch(/List-Unsubscribe: <https:\/\/debates\.example\.org\/account\/stop-mail\?token=/i);
    const room = await prisma.room.findUniqueOrThrow({
      where: { id: roomId },
      select: { name: true, debate: { select: { title: true } } },
    });
    for (const words of [room.name, room.debate.title, 'Owl']) expect(text).not.toContain(words);
  });

  test('is not sent without a mail server, without a wish, without a confirmed address, or to a guest', async () => {
    const { person, roomId } = await aReader('off');
    await tell(person, roomId);
    const change = (data: object) => prisma.user.update({ where: { id: person.userId }, data });
    expect(await sendDigests(inHours(0))).toBe(0);
    await change({ mailDigest: 'daily', emailVerifiedAt: null });
    expect(await sendDigests(inHours(0))).toBe(0);
    expect(codeOf(await setMailDigest(person, 'daily', 'en'))).toBe('mail-unconfirmed');
    await change({ emailVerifiedAt: new Date(), isGuest: true });
    expect(await sendDigests(inHours(0))).toBe(0);
    await change({ isGuest: false });
    withoutSmtp();
    expect(await sendDigests(inHours(0))).toBe(0);
    expect(codeOf(await setMailDigest(person, 'daily', 'en'))).toBe('mail-off');
    expect(smtp.mails).toEqual([]);
  });

  test('says nothing twice, also when several servers send, and comes as often as was asked', async () => {
    const readers = await Promise.all(Array.from({ length: 6 }, () => aReader('daily')));
    for (const { person, roomId } of readers) await tell(person, roomId);
    const sent = await Promise.all(Array.from({ length: 4 }, () => sendDigests(inHours(0))));
    expect(sent.reduce((sum, n) => sum + n, 0)).toBe(6);
    expect(new Set(smtp.mails.map(({ to }) => to)).size).toBe(6);
    expect(smtp.mails).toHaveLength(6);
    const [{ person, roomId }] = readers as [(typeof readers)[0]];
    await tell(person, roomId, 'feedback');
    expect(await sendDigests(inHours(23))).toBe(0);
    expect(await sendDigests(inHours(25))).toBe(1);
    expect(smtp.mails.at(-1)?.text).not.toContain('Your teacher asks');
  });

  test('that was not taken is tried again an hour later, until it is stale', async () => {
    const { person, roomId } = await aReader('daily');
    await tell(person, roomId);
    smtp.refuses = true;
    expect(await sendDigests(inHours(0))).toBe(0);
    smtp.refuses = false;
    expect(await sendDigests(inHours(0.5))).toBe(0);
    expect(await sendDigests(inHours(1.1))).toBe(1);
    await tell(person, roomId, 'feedback');
    expect(await sendDigests(inHours(24 * 4))).toBe(0);
  });

  test('is in the language in which it was asked for', async () => {
    const { person, roomId } = await aReader('off');
    valueIn(await setMailDigest(person, 'hourly', 'uk'));
    await tell(person, roomId);
    await sendDigests(inHours(0));
    expect(smtp.mails[0]?.text).toContain('Учитель просить');
  });

  test('of a room that was left is not sent, nor what was read', async () => {
    const [left, read] = [await aReader(), await aReader()];
    await tell(left.person, left.roomId);
    await tell(read.person, read.roomId);
    await prisma.participant.updateMany({
      where: { userId: left.person.userId },
      data: { leftAt: new Date() },
    });
    await prisma.notification.updateMany({
      where: { userId: read.person.userId },
      data: { readAt: new Date() },
    });
    expect(await sendDigests(inHours(0))).toBe(0);
  });

  test('ends with the link in it, which is good for its person alone', async () => {
    const [a, b] = [await aReader(), await aReader()];
    await tell(a.person, a.roomId);
    await sendDigests(inHours(0));
    const token = tokenIn(smtp.mails[0]?.text);
    const visitor = makeActor.visitor();
    const forged = `${b.person.userId}.${token.split('.')[1]}`;
    expect(codeOf(await stopMail(visitor, forged))).toBe('mail-link-invalid');
    valueIn(await stopMail(visitor, token));
    expect([(await userOf(a.person)).mailDigest, (await userOf(b.person)).mailDigest]).toEqual([
      'off',
      'hourly',
    ]);
  });
});
