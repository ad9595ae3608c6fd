import { type Database, openDatabase, type Transaction } from '../lib/server/database/client';
import { checkContent } from './content/check';
import { mineBanDebate } from './content/mine-ban/debate';
import type { DebateContent } from './content/types';
import { writeClaims } from './seeding/claims';
import { writeDebate } from './seeding/debate';
import { writeNotes } from './seeding/notes';
import { settleInNewest, writeSources } from './seeding/sources';
import { writeTour } from './seeding/tour';

/** The debates that every installation begins with. */
const DEBATES: readonly DebateContent[] = [mineBanDebate];

/**
 * Writes the worked debates. Running it again changes nothing; running it after the content changed brings the changes
 * in and keeps everything that people added or edited.
 */
export async function seed(connectionString: string): Promise<void> {
  const database = openDatabase(connectionString);
  try {
    for (const content of DEBATES) await seedDebate(database.prisma, content);
  } finally {
    await database.prisma.$disconnect();
    if (!database.pool.ended) await database.pool.end();
  }
}

/** Writes one debate in one transaction: all of it, or nothing. Throws when the content contradicts itself. */
export async function seedDebate(prisma: Database['prisma'], content: DebateContent): Promise<void> {
  const problems = checkContent(content);
  if (problems.length > 0)
    throw new Error(`The content of ${content.slug} is not sound:\n${problems.join('\n')}`);
  await prisma.$transaction(
    async (tx: Transaction) => {
      // Two starts at once: the second waits, then finds everything in place.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`seed/${content.slug}`}, 0))`;
      const place = await writeDebate(tx, content);
      const versions = await writeSources(tx, place, content);
      await writeClaims(tx, place, versions, content);
      await writeNotes(tx, place, versions, content);
      await settleInNewest(tx, place.debateId, versions);
      await writeTour(tx, place, content);
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}
