import type { Transaction } from '../../lib/server/database/client';
import type { DebateContent } from '../content/types';
import type { Place } from './debate';

/** Writes the tour of the content, as long as nobody has written one: each of theirs has a revision above 0. */
export async function writeTour(
  tx: Transaction,
  { debateId }: Place,
  { tour, motion, claims }: DebateContent,
): Promise<void> {
  const { tourRevision } = await tx.debate.findUniqueOrThrow({
    where: { id: debateId },
    select: { tourRevision: true },
  });
  if (tourRevision > 0) return;
  const codes = [motion.code, ...claims.map(({ code }) => code)];
  const rows = await tx.claim.findMany({
    where: { debateId, code: { in: codes } },
    select: { id: true, code: true },
  });
  const idOf = new Map(rows.map(({ id, code }) => [code, id]));
  const wanted = tour.map(({ claimCode, words }, position) => {
    const claimId = idOf.get(claimCode);
    if (!claimId) throw new Error(`The tour stands at no claim ${claimCode}`);
    return { debateId, claimId, words, position };
  });
  const known = await tx.tourStep.findMany({ where: { debateId }, orderBy: { position: 'asc' } });
  const isSame =
    known.length === wanted.length &&
    wanted.every(({ claimId, words }, at) => known[at]?.claimId === claimId && known[at]?.words === words);
  if (isSame) return;
  await tx.tourStep.deleteMany({ where: { debateId } });
  await tx.tourStep.createMany({ data: wanted });
}
