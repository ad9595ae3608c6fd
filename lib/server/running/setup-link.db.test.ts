import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../database/testing';
import { makeSetupLink } from './setup-link';

const { prisma, connectionString } = testDatabase();

const make = (): Promise<string | null> => makeSetupLink(connectionString, 'https://debates.example.org');

beforeEach(async () => {
  await prisma.setupToken.deleteMany({});
  await prisma.user.deleteMany({});
});

test('the link carries 256 random bits, and the database only their hash', async () => {
  const link = await make();
  const token = new URL(link ?? '').searchParams.get('token') ?? '';
  expect(link).toBe(`https://debates.example.org/setup?token=${token}`);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const rows = await prisma.setupToken.findMany();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.tokenHash).toBe(createHash('sha256').update(token).digest('hex'));
  const hours = ((rows[0]?.expiresAt.getTime() ?? 0) - (rows[0]?.createdAt.getTime() ?? 0)) / 3_600_000;
  expect(hours).toBeCloseTo(24, 1);
});

test('a new start makes the earlier link useless', async () => {
  expect(await make()).not.toBe(await make());
  expect(await prisma.setupToken.count()).toBe(1);
});

test('there is no link once there is an administrator', async () => {
  await prisma.user.create({ data: { name: 'Olena', nameKey: 'olena', isAdministrator: true } });
  expect(await make()).toBeNull();
  expect(await prisma.setupToken.count()).toBe(0);
});
