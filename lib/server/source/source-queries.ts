import 'server-only';
import { passageLabel } from '../../domain/debate/passage-label';
import type { PassageView } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { SourceHistory, SourceVersionView, VersionEntry } from '../../domain/source/view';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database, type Transaction } from '../database/client';
import { roomBySlug } from '../room/room-context';
import { sourceIn, versionEntries } from './source-reads';

/** The versions of one source without their texts, newest first. */
const entries = async (tx: Transaction, sourceId: string): Promise<VersionEntry[]> =>
  (await versionEntries(tx, { sourceId })).get(sourceId) ?? [];

/** The history of a source of this debate. */
export async function sourceHistory(
  actor: Actor,
  slug: string,
  sourceId: string,
): Promise<Result<SourceHistory, Failure>> {
  const room = await roomBySlug(actor, slug);
  const { prisma } = database();
  const source = room && (await sourceIn(prisma, room, sourceId));
  if (!room || !source) return err(failure('not-found'));
  return ok({
    source,
    versions: await entries(prisma, source.id),
    canWrite: can(actor, 'source:write', room),
  });
}

/** One version of a source with its text; 404 when it has no such number. */
export async function sourceVersion(
  actor: Actor,
  slug: string,
  sourceId: string,
  number: number,
): Promise<Result<SourceVersionView, Failure>> {
  const room = await roomBySlug(actor, slug);
  const { prisma } = database();
  const source = room && (await sourceIn(prisma, room, sourceId));
  if (!room || !source) return err(failure('not-found'));
  const all = await entries(prisma, source.id);
  const entry = all.find((one) => one.number === number);
  if (!entry) return err(failure('not-found'));
  const row = await prisma.sourceVersion.findUniqueOrThrow({
    where: { id: entry.id },
    include: {
      passages: {
        orderBy: { position: 'asc' },
        include: { sentences: { orderBy: { position: 'asc' } } },
      },
    },
  });
  const { title, attribution, url } = row;
  return ok({
    source: title === null ? source : { ...source, title, attribution: attribution ?? '', url },
    version: { ...entry, text: row.text },
    passages: row.passages.map(passageView),
    newestNumber: all[0]?.number ?? entry.number,
  });
}

interface PassageRow {
  key: string;
  position: number;
  heading: string | null;
  start: number;
  end: number;
  sentences: readonly { key: string; start: number; end: number; isContext: boolean }[];
}

/** A paragraph as the interface reads it. */
export const passageView = ({ key, position, heading, start, end, sentences }: PassageRow): PassageView => ({
  key,
  label: passageLabel(key, position),
  heading,
  start,
  end,
  sentences: sentences.map((one) => ({
    key: one.key,
    start: one.start,
    end: one.end,
    isContext: one.isContext,
  })),
});
