import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../../lib/server/database/client';
import { citationRange } from '../content/source-text';
import type { ClaimContent, DebateContent } from '../content/types';
import type { Place } from './debate';
import type { Versions } from './sources';

type Words = Pick<ClaimContent, 'text' | 'shortTitle'> & Partial<Pick<ClaimContent, 'evidence' | 'speaker'>>;

/** What people add is numbered C1, C2 ...; the content leaves these to them. */
const CODE_OF_A_PERSONS_CLAIM = /^C\d+$/;

/** Writes the motion, the claims with their citations, and the relations between them. */
export async function writeClaims(
  tx: Transaction,
  place: Place,
  versions: Versions,
  content: DebateContent,
): Promise<void> {
  const claimIds = new Map<string, string>();
  const { motion } = content;
  const taken = content.claims.find(({ code }) => CODE_OF_A_PERSONS_CLAIM.test(code));
  if (taken) throw new Error(`${taken.code} is a code that a claim added by a person may have`);
  claimIds.set(
    motion.code,
    await writeClaim(tx, place, motion.code, motion, { isMotion: true, position: 0 }),
  );
  for (const [index, claim] of content.claims.entries()) {
    const sideId = claim.sideKey === null ? null : required(place.sideIds, claim.sideKey);
    const id = await writeClaim(tx, place, claim.code, claim, {
      sideId,
      layer: claim.layer,
      position: index + 1,
    });
    claimIds.set(claim.code, id);
    await writeCitations(tx, place, versions, content, claim, id);
  }
  await writeRelations(tx, place, content, claimIds);
}

/**
 * New words for a claim that nobody edited since become its next revision; a person's wording stays. Where the claim
 * stands (side, layer, order) is the content's to say: no page lets a person change it.
 */
async function writeClaim(
  tx: Transaction,
  place: Place,
  code: string,
  words: Words,
  more: { isMotion?: boolean; sideId?: string | null; layer?: ClaimContent['layer']; position: number },
): Promise<string> {
  const revision = {
    text: words.text,
    shortTitle: words.shortTitle,
    // A motion asks; it is nobody's evidence.
    evidence: words.evidence ?? 'asserted',
    speaker: words.speaker ?? null,
  };
  const known = await tx.claim.findUnique({
    where: { debateId_code: { debateId: place.debateId, code } },
    include: { current: true },
  });
  if (!known) {
    const id = uuidv7();
    await tx.claim.create({
      data: { id, code, debateId: place.debateId, roomId: place.roomId, status: 'published', ...more },
    });
    await tx.claimRevision.create({ data: { claimId: id, number: 1, ...revision } });
    return id;
  }
  if (Object.entries(more).some(([key, value]) => known[key as keyof typeof more] !== value)) {
    await tx.claim.update({ where: { id: known.id }, data: more });
  }
  const { current } = known;
  const isSame = (['text', 'shortTitle', 'evidence', 'speaker'] as const).every(
    (key) => current[key] === revision[key],
  );
  if (!isSame && current.authorId === null) {
    const number = current.number + 1;
    await tx.claimRevision.create({ data: { claimId: known.id, number, ...revision } });
    await tx.claim.update({ where: { id: known.id }, data: { revision: number } });
  }
  return known.id;
}

/**
 * The content's own citations are replaced as a whole when they differ; those that people added stay, and so do those of a
 * source to which a person has given another text.
 */
async function writeCitations(
  tx: Transaction,
  place: Place,
  versions: Versions,
  content: DebateContent,
  claim: ClaimContent,
  claimId: string,
): Promise<void> {
  const all = claim.citations.map((citation, position) => {
    const source = content.sources.find(({ key }) => key === citation.sourceKey);
    if (!source) throw new Error(`${claim.code} cites no known source`);
    return {
      isTakenOver: required(versions, citation.sourceKey).isTakenOver,
      sourceVersionId: required(versions, citation.sourceKey).id,
      ...citationRange(source, citation),
      position,
    };
  });
  const takenOver = [...versions.values()].filter(({ isTakenOver }) => isTakenOver);
  const ofTakenOver = { sourceVersion: { sourceId: { in: takenOver.map(({ sourceId }) => sourceId) } } };
  const own = { claimId, authorId: null, NOT: ofTakenOver };
  const isThere = (await tx.citation.count({ where: { claimId, authorId: null, ...ofTakenOver } })) > 0;
  const wanted = all
    .filter(({ isTakenOver }) => !(isTakenOver && isThere))
    .map(({ isTakenOver: _, ...citation }) => citation);
  const known = await tx.citation.findMany({ where: own, orderBy: { position: 'asc' } });
  const isSame =
    known.length === wanted.length &&
    wanted.every((citation, index) => {
      const there = known[index];
      return (
        there?.sourceVersionId === citation.sourceVersionId &&
        there.start === citation.start &&
        there.end === citation.end
      );
    });
  if (isSame) return;
  await tx.citation.deleteMany({ where: own });
  await tx.citation.createMany({
    data: wanted.map((citation) => ({
      ...citation,
      claimId,
      debateId: place.debateId,
      roomId: place.roomId,
    })),
  });
}

async function writeRelations(
  tx: Transaction,
  place: Place,
  content: DebateContent,
  claimIds: ReadonlyMap<string, string>,
): Promise<void> {
  const relationIds = new Map<string, string>();
  for (const [position, { code, fromCode, kind, toCode }] of content.relations.entries()) {
    const ends = {
      fromClaimId: required(claimIds, fromCode),
      toClaimId: kind === 'undercuts' ? null : required(claimIds, toCode),
      // The content check holds that an undercut stands after the relation that it meets.
      toRelationId: kind === 'undercuts' ? required(relationIds, toCode) : null,
    };
    const here = { ...place, status: 'published' as const };
    const known = await tx.relation.findFirst({ where: { roomId: here.roomId, ...ends } });
    if (known && known.authorId === null && known.position !== position) {
      await tx.relation.update({ where: { id: known.id }, data: { position } });
    }
    const { id } =
      known ??
      (await tx.relation.create({
        data: { debateId: here.debateId, roomId: here.roomId, kind, status: here.status, position, ...ends },
      }));
    relationIds.set(code, id);
  }
}

function required<T>(ids: ReadonlyMap<string, T>, key: string): T {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`Nothing is known as ${key}`);
  return id;
}
