import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { KnownText } from '../../domain/source/version-plan';
import type { SourceFacts } from '../../domain/source/view';
import type { Transaction } from '../database/client';
import { lockMap } from '../edit/track';
import { type VersionName, versionNames, versionTexts } from './source-reads';
import { fingerprint, type Standing, standingIn } from './standing';

/** A source as the search for its places found it. */
export interface Snapshot {
  source: SourceFacts;
  versions: VersionName[];
  newest: VersionName;
  newestText: KnownText;
  standing: Standing[];
}

export async function snapshotOf(
  tx: Transaction,
  source: SourceFacts,
): Promise<{ snapshot: Snapshot; texts: ReadonlyMap<string, KnownText> }> {
  const versions = await versionNames(tx, source.id);
  const newest = versions.at(-1);
  if (!newest) throw new Error('A source has no version');
  const standing = await standingIn(
    tx,
    versions.map(({ id }) => id),
    newest.id,
  );
  const wanted = new Set([newest.id, ...standing.map(({ place }) => place.versionId)]);
  const texts = await versionTexts(tx, [...wanted]);
  const newestText = texts.get(newest.id);
  if (!newestText) throw new Error('A version has no text');
  return { snapshot: { source, versions, newest, newestText, standing }, texts };
}

/** From here to the end of the transaction nothing is tied to any version of the source. */
async function lockSource(tx: Transaction, debateId: string, sourceId: string): Promise<void> {
  await lockMap(tx, debateId);
  await tx.$executeRaw`SELECT FROM "Source" WHERE "id" = ${sourceId}::uuid FOR UPDATE`;
  // Whoever ties something to a version holds a share of its row, by the foreign key.
  await tx.$executeRaw`SELECT FROM "SourceVersion" WHERE "sourceId" = ${sourceId}::uuid ORDER BY "id" FOR UPDATE`;
}

export const outOfDate = ({ number }: VersionName): Failure =>
  failure('out-of-date', { current: { newestNumber: number } });

/**
 * Locks the source, and asks whether it is still as it was read.
 * @returns `out-of-date` when there is another version by now, `changed-since` when something else stands in it
 */
export async function lockAsRead(
  tx: Transaction,
  debateId: string,
  { source, versions, newest, standing }: Snapshot,
): Promise<Result<{ versionCount: number }, Failure>> {
  await lockSource(tx, debateId, source.id);
  const now = await versionNames(tx, source.id);
  const newestNow = now.at(-1);
  if (!newestNow) return err(failure('not-found'));
  if (newestNow.id !== newest.id) return err(outOfDate(newestNow));
  const standingNow = await standingIn(
    tx,
    versions.map(({ id }) => id),
    newest.id,
  );
  const isAsRead = standingNow.map(fingerprint).join() === standing.map(fingerprint).join();
  return isAsRead ? ok({ versionCount: now.length }) : err(failure('changed-since'));
}
