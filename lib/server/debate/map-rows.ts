import 'server-only';
import { quoteAt } from '../../domain/annotation/quote';
import type { SchemeKey } from '../../domain/argument/schemes';
import type { ContributionStatus, EvidenceStatus, Layer, RelationKind } from '../../domain/debate/view';
import type { Transaction } from '../database/client';

/** Writing many rows of a map at once: for a new debate, a copy, an import. Ids are drawn before, so that rows can refer. */

export interface MapPlace {
  debateId: string;
  roomId: string;
}

export interface NewClaim {
  id: string;
  code: string;
  isMotion: boolean;
  sideId: string | null;
  layer: Layer;
  status: ContributionStatus;
  position: number;
  authorId: string | null;
  text: string;
  shortTitle: string | null;
  evidence: EvidenceStatus;
  speaker: string | null;
}

export interface NewCitation {
  claimId: string;
  sourceVersionId: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  position: number;
  authorId: string | null;
}

export interface NewGroup {
  id: string;
  kind: 'supports' | 'attacks';
  toClaimId: string;
}

export interface NewRelation {
  id: string;
  fromClaimId: string;
  kind: RelationKind;
  toClaimId: string | null;
  toRelationId: string | null;
  status: ContributionStatus;
  groupId: string | null;
  scheme: SchemeKey | null;
  questionKey: string | null;
  position: number;
  authorId: string | null;
}

/** Rows a statement: PostgreSQL takes 65,535 values in one, and a claim has a dozen. */
const CHUNK = 2000;

async function inChunks<T>(rows: readonly T[], write: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await write(rows.slice(at, at + CHUNK));
}

/** Asks the deferred rules now, a chunk at a time: all of a large map at its commit would outlast a statement's time. */
async function settle(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
}

export const writeNewClaims = async (
  tx: Transaction,
  place: MapPlace,
  claims: readonly NewClaim[],
): Promise<void> => {
  await inChunks(claims, (chunk) =>
    tx.claim.createMany({
      data: chunk.map(({ text: _t, shortTitle: _s, evidence: _e, speaker: _p, ...claim }) => ({
        ...place,
        ...claim,
      })),
    }),
  );
  await inChunks(claims, (chunk) =>
    tx.claimRevision.createMany({
      data: chunk.map(({ id, text, shortTitle, evidence, speaker, authorId }) => ({
        claimId: id,
        number: 1,
        text,
        shortTitle,
        evidence,
        speaker,
        authorId,
      })),
    }),
  );
  await settle(tx);
};

export const writeNewCitations = (
  tx: Transaction,
  place: MapPlace,
  citations: readonly NewCitation[],
): Promise<void> =>
  inChunks(citations, (chunk) =>
    tx.citation.createMany({ data: chunk.map((row) => ({ ...place, ...row })), skipDuplicates: true }),
  );

/** Relations come in an order in which an undercut stands after the line that it meets. */
export const writeNewRelations = async (
  tx: Transaction,
  place: MapPlace,
  groups: readonly NewGroup[],
  relations: readonly NewRelation[],
): Promise<void> => {
  await inChunks(groups, (chunk) =>
    tx.premiseGroup.createMany({ data: chunk.map((row) => ({ ...place, ...row })) }),
  );
  await inChunks(relations, async (chunk) => {
    await tx.relation.createMany({ data: chunk.map((row) => ({ ...place, ...row })) });
    await settle(tx);
  });
};

export interface NewSource {
  key: string;
  kind: 'digest' | 'treaty' | 'text';
  title: string;
  attribution: string;
  url: string | null;
  language: string;
  text: string;
  passages: readonly NewPassage[];
}

export interface NewPassage {
  key: string;
  heading: string | null;
  start: number;
  end: number;
  sentences: readonly { key: string; start: number; end: number; isContext: boolean }[];
}

/** Writes sources after those that the debate has; the id of each one's version by the source's key. */
export async function writeNewSources(
  tx: Transaction,
  debateId: string,
  sources: readonly NewSource[],
): Promise<ReadonlyMap<string, string>> {
  const versions = new Map<string, string>();
  const { _max } = await tx.source.aggregate({ where: { debateId }, _max: { position: true } });
  const first = (_max.position ?? -1) + 1;
  for (const [index, { text, passages, ...source }] of sources.entries()) {
    const { id: sourceId } = await tx.source.create({
      data: { debateId, ...source, position: first + index },
    });
    const { id } = await tx.sourceVersion.create({ data: { sourceId, debateId, number: 1, text } });
    versions.set(source.key, id);
    await writePassages(tx, id, text, passages);
  }
  return versions;
}

/** Writes the paragraphs and sentences of a version. */
export async function writePassages(
  tx: Transaction,
  sourceVersionId: string,
  text: string,
  passages: readonly NewPassage[],
): Promise<void> {
  const rows = passages.map(({ sentences: _, ...passage }, position) => ({
    ...passage,
    sourceVersionId,
    position,
    text: text.slice(passage.start, passage.end),
  }));
  await inChunks(rows, (chunk) => tx.passage.createMany({ data: chunk }));
  const written = await tx.passage.findMany({
    where: { sourceVersionId },
    select: { id: true, key: true },
  });
  const passageIds = new Map(written.map((passage) => [passage.key, passage.id]));
  const sentences = passages.flatMap((passage) =>
    passage.sentences.map((sentence, position) => ({
      ...sentence,
      passageId: passageIds.get(passage.key) ?? '',
      sourceVersionId,
      position,
    })),
  );
  await inChunks(sentences, (chunk) => tx.sentence.createMany({ data: chunk }));
}

/** A citation of a stretch of a text; null when it is no range of whole characters in it. */
export function newCitation(
  claimId: string,
  source: { sourceVersionId: string; text: string },
  { start, end }: { start: number; end: number },
  more: { position: number; authorId: string | null },
): NewCitation | null {
  const quote = quoteAt(source.text, start, end);
  return quote && { claimId, sourceVersionId: source.sourceVersionId, start, end, ...quote, ...more };
}
