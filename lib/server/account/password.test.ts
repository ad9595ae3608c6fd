import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashPassword, isCommonPassword, passwordFits } from './password';

test('a password fits its own hash and no other does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 12, maxLength: 128 }), fc.string(), async (password, other) => {
      const hashed = await hashPassword(password);
      expect(await passwordFits(hashed, password)).toBe(true);
      if (other !== password) expect(await passwordFits(hashed, other)).toBe(false);
      // Counted, not cut: what differs at the end differs.
      expect(await passwordFits(hashed, `${password}x`)).toBe(false);
    }),
    { numRuns: 8 },
  );
});

test('hashes are argon2id', async () =>
  expect(await hashPassword('correct horse battery')).toMatch(/^\$argon2id\$/));

test('nobody’s password fits nothing', async () =>
  expect(await passwordFits(null, 'correct horse')).toBe(false));

test.each([
  'password1234',
  'Password123456',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'password password',
  'qwertyuiop123',
])('%s is common', (password) => expect(isCommonPassword(password)).toBe(true));

test('one’s own name is no password', () =>
  expect(isCommonPassword('Maria Kovalenko 1', 'mariakovalenko')).toBe(true));

test.each(['correct horse battery staple', 'Зелена трава росте тут', 'v9#kd02nnqwpzk'])(
  '%s may be used',
  (password) => expect(isCommonPassword(password)).toBe(false),
);
