import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';

/** argon2id with the library's defaults, which are OWASP's: 19 MiB, two passes, one lane. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Verifying against this takes as long as against a real hash, so an unknown name answers no faster. */
const nobody = hashPassword(crypto.randomUUID());

/** Whether the password fits; false, in the same time, when there is no hash to compare with. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobody), password);
  return fits && passwordHash !== null;
}

const common = new Set<string>(Object.values(dictionary).flat().map(String));

/** Whether a password stands in the lists of the most used ones, also when repeated or padded with digits. */
export function isCommonPassword(password: string, name = ''): boolean {
  const plain = password.toLowerCase();
  const bare = plain.replace(/[\d\W_]+$/u, '');
  if (common.has(plain) || common.has(bare)) return true;
  if (
    name.length >= 4 &&
    plain.replace(/[\s\d\W_]+/gu, '') === name.toLowerCase().replace(/[\s\d\W_]+/gu, '')
  )
    return true;
  // "password password", "aaaaaaaaaaaa": one short piece repeated.
  const repeated = /^(.{1,8}?)\1+$/su.exec(plain.replace(/\s+/gu, ''))?.[1];
  return repeated !== undefined && (repeated.length <= 4 || common.has(repeated));
}
