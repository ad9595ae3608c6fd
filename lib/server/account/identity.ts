import 'server-only';
import { LIMITS } from '../../domain/text/limits';
import { cleanLine, graphemeLength, uniqueKey } from '../../domain/text/plain-text';
import { database } from '../database/client';
import { breaks } from '../database/faults';
import { passwordFits } from './password';

/** Who somebody is, told by a password or by an identity provider. */

/** The user whom a name (or address) and password belong to, or null; unknown names take as long as known ones. */
export async function personOfPassword(nameKey: string, password: string): Promise<string | null> {
  const user = await database().prisma.user.findFirst({
    where: nameKey.includes('@') ? { emailKey: nameKey } : { nameKey },
    select: { id: true, passwordHash: true },
  });
  return (await passwordFits(user?.passwordHash ?? null, password)) ? (user?.id ?? null) : null;
}

/**
 * The user tied to an account at a provider; the first sign-in makes one. Never joined to an existing user by e-mail
 * address: whoever controls an address elsewhere would own the account here.
 */
export async function personOfIdentity(
  provider: string,
  providerAccountId: string,
  profile: { name?: unknown },
): Promise<string> {
  const { prisma } = database();
  const known = await prisma.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  });
  if (known) return known.userId;

  const wish = typeof profile.name === 'string' ? cleanLine(profile.name).replace(/[@\uff20]/gu, '') : '';
  const base = graphemeLength(wish) >= 2 ? [...wish].slice(0, LIMITS.userName - 6).join('') : 'Reader';
  for (let attempt = 0; ; attempt += 1) {
    const name = attempt === 0 ? base : `${base} ${attempt + 1}`;
    try {
      const user = await prisma.user.create({
        data: { name, nameKey: uniqueKey(name), accounts: { create: { provider, providerAccountId } } },
      });
      return user.id;
    } catch (error) {
      // Two first sign-ins at once: the other one made it.
      if (breaks(error, 'Account_provider_providerAccountId_key'))
        return personOfIdentity(provider, providerAccountId, profile);
      if (!breaks(error, 'User_nameKey_key') || attempt > 50) throw error;
    }
  }
}
