import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { ImportPlan, PlannedClaim } from '../../domain/import/plan-map';
import { shorten } from '../../domain/import/shorten';
import { LIMITS } from '../../domain/text/limits';
import type { Transaction } from '../database/client';
import {
  type MapPlace,
  type NewCitation,
  type NewRelation,
  newCitation,
  writeNewCitations,
  writeNewClaims,
  writeNewRelations,
  writeNewSources,
} from './map-rows';
import { motionCode } from './open-debate';

/** Where a plan is written: beside what is there, if anything. */
export interface ImportPlace extends MapPlace {
  sideIds: readonly [string, string];
  /** Seat of the person who imports; their notes hold the words that were too long for claims. */
  participantId: string | null;
  /** Author of the claims; null for those that a debate begins with. */
  authorId: string | null;
}

type Versions = ReadonlyMap<string, { sourceVersionId: string; text: string }>;

/** Writes all of a plan, in the caller's transaction; the ids of its claims by their refs. */
export async function writePlan(
  tx: Transaction,
  place: ImportPlace,
  plan: ImportPlan,
): Promise<ReadonlyMap<string, string>> {
  const { debateId, roomId, authorId } = place;
  const home = { debateId, roomId };
  const versions = await writeSources(tx, debateId, plan);
  const codes = await drawCodes(tx, debateId, plan.claims);
  const { _max } = await tx.claim.aggregate({ where: { debateId }, _max: { position: true } });
  const first = (_max.position ?? -1) + 1;
  const ids = new Map(plan.claims.map(({ ref }) => [ref, uuidv7()]));
  const idOf = (ref: string): string => ids.get(ref) ?? '';

  await writeNewClaims(
    tx,
    home,
    plan.claims.map(({ ref, side, fullText: _, citations: __, code: ___, ...claim }, index) => ({
      ...claim,
      id: idOf(ref),
      code: codes.get(ref) ?? '',
      sideId: side === null ? null : place.sideIds[side],
      position: first + index,
      authorId: claim.isMotion ? null : authorId,
    })),
  );
  await writeNewCitations(
    tx,
    home,
    plan.claims.flatMap((claim) => citationsOf(claim, idOf(claim.ref), versions, authorId)),
  );
  await writeLines(tx, place, plan, idOf);
  await writeLongTexts(tx, place, plan.claims, idOf);
  return ids;
}

/** A source that the debate has already, with the same text, is that source; a key that is taken gets a number. */
async function writeSources(tx: Transaction, debateId: string, plan: ImportPlan): Promise<Versions> {
  const known = await tx.source.findMany({
    where: { debateId },
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  const versions = new Map<string, { sourceVersionId: string; text: string }>();
  const taken = new Set(known.map(({ key }) => key));
  for (const source of plan.sources) {
    const same = known.find(
      ({ key, versions: [latest] }) => key === source.key && latest?.text === source.text,
    );
    const [latest] = same?.versions ?? [];
    if (latest) {
      versions.set(source.key, { sourceVersionId: latest.id, text: latest.text });
      continue;
    }
    let key = source.key;
    for (let number = 2; taken.has(key); number += 1) key = `${source.key}-${number}`;
    taken.add(key);
    const written = await writeNewSources(tx, debateId, [{ ...source, key }]);
    versions.set(source.key, { sourceVersionId: written.get(key) ?? '', text: source.text });
  }
  return versions;
}

/** A code for each claim: its own where that is free, else the next of the debate. */
async function drawCodes(
  tx: Transaction,
  debateId: string,
  claims: readonly PlannedClaim[],
): Promise<ReadonlyMap<string, string>> {
  // Whoever adds a claim draws its code from this row: they wait until all of these are drawn.
  const [debate] = await tx.$queryRaw<{ nextCode: number }[]>`
    SELECT "nextCode" FROM "Debate" WHERE "id" = ${debateId}::uuid FOR UPDATE`;
  const there = await tx.claim.findMany({ where: { debateId }, select: { code: true } });
  const taken = new Set(there.map(({ code }) => code));
  const codes = new Map<string, string>();
  for (const { ref, code } of claims) {
    if (code === null || taken.has(code)) continue;
    taken.add(code);
    codes.set(ref, code);
  }
  let nextCode = debate?.nextCode ?? 1;
  for (const code of taken) {
    const number = Number(/^C(\d{1,9})$/.exec(code)?.[1] ?? 0);
    if (number >= nextCode) nextCode = number + 1;
  }
  let motion = 1;
  for (const { ref, isMotion } of claims) {
    if (codes.has(ref)) continue;
    while (isMotion && taken.has(motionCode(motion))) motion += 1;
    const code = isMotion ? motionCode(motion) : `C${nextCode++}`;
    taken.add(code);
    codes.set(ref, code);
  }
  await tx.debate.update({ where: { id: debateId }, data: { nextCode } });
  return codes;
}

const citationsOf = (
  claim: PlannedClaim,
  claimId: string,
  versions: Versions,
  authorId: string | null,
): NewCitation[] =>
  claim.citations.flatMap(({ source, start, end }, position) => {
    const version = versions.get(source);
    const citation = version && newCitation(claimId, version, { start, end }, { position, authorId });
    return citation ? [citation] : [];
  });

async function writeLines(
  tx: Transaction,
  { debateId, roomId, authorId }: ImportPlace,
  plan: ImportPlan,
  idOf: (ref: string) => string,
): Promise<void> {
  const { _max } = await tx.relation.aggregate({ where: { debateId }, _max: { position: true } });
  const first = (_max.position ?? -1) + 1;
  const lineIds = new Map(plan.relations.map(({ ref }) => [ref, uuidv7()]));
  const groupIds = new Map<string, string>();
  const groups = plan.relations.flatMap(({ group, kind, to }) => {
    if (group === null || kind === 'undercuts' || groupIds.has(group)) return [];
    const id = uuidv7();
    groupIds.set(group, id);
    return [{ id, kind, toClaimId: idOf(to) }];
  });
  const relations = plan.relations.map(
    ({ ref, from, to, kind, status, group, scheme, questionKey }, index): NewRelation => ({
      id: lineIds.get(ref) ?? '',
      fromClaimId: idOf(from),
      kind,
      toClaimId: kind === 'undercuts' ? null : idOf(to),
      toRelationId: kind === 'undercuts' ? (lineIds.get(to) ?? '') : null,
      status,
      groupId: kind === 'undercuts' || group === null ? null : (groupIds.get(group) ?? null),
      scheme,
      questionKey,
      position: first + index,
      authorId,
    }),
  );
  await writeNewRelations(tx, { debateId, roomId }, groups, relations);
}

/** All the words of a claim that holds only their beginning, as a note on it. */
async function writeLongTexts(
  tx: Transaction,
  { debateId, roomId, participantId }: ImportPlace,
  claims: readonly PlannedClaim[],
  idOf: (ref: string) => string,
): Promise<void> {
  const notes = claims.flatMap(({ ref, fullText }) =>
    fullText === null
      ? []
      : [{ id: uuidv7(), claimId: idOf(ref), body: shorten(fullText, LIMITS.annotationBody) }],
  );
  await tx.annotation.createMany({
    data: notes.map(({ id, claimId }) => ({
      id,
      claimId,
      debateId,
      roomId,
      authorId: participantId,
      kind: 'comment' as const,
      // Whoever may read the debate: an import is the commons'.
      visibility: 'public' as const,
    })),
  });
  await tx.annotationRevision.createMany({
    data: notes.map(({ id, body }) => ({ annotationId: id, number: 1, body, visibility: 'public' as const })),
  });
}
