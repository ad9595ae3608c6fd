import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { AddSource } from '../../domain/source/schema';
import type { AddedSource } from '../../domain/source/view';
import { slugOf } from '../../domain/text/slug';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import { database, type Transaction } from '../database/client';
import { writePassages } from '../debate/map-rows';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { roomBySlug } from '../room/room-context';
import { sourceFacts } from './source-reads';
import { plannedVersion } from './version-in-worker';

const MOST_SOURCES = 50;
const WRITE_TIMEOUT_MS = 30_000;

/** Adds a text that claims can cite. */
export async function addSource(
  actor: Actor,
  slug: string,
  input: AddSource,
  idempotency: Idempotency | null = null,
): Promise<Result<AddedSource, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomBySlug(actor, slug);
  if (!room) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (!can(actor, 'source:write', room)) return err(failure('not-allowed'));
  const { debateId } = room;
  const debate = await database().prisma.debate.findUniqueOrThrow({
    where: { id: debateId },
    select: { language: true },
  });
  const language = input.language ?? debate.language;
  const task = {
    marked: input.text,
    language,
    newest: { text: '', passages: [] },
    knownKeys: [],
    isOriginal: false,
    passageKeys: null,
    groups: [],
  };
  const plan = await plannedVersion(task);
  if (!plan) return err(failure('database-busy'));
  if ('wrong' in plan) return err(failure('invalid-input', { field: 'text' }));

  return once(
    actor,
    idempotency,
    async (tx): Promise<Result<AddedSource, Failure>> => {
      // Two added at once take their places one after the other.
      await tx.$executeRaw`SELECT FROM "Debate" WHERE "id" = ${debateId}::uuid FOR UPDATE`;
      const sources = await tx.source.findMany({
        where: { debateId },
        select: { key: true, position: true },
      });
      if (sources.length >= MOST_SOURCES) return err(failure('too-many-sources'));
      const source = await tx.source.create({
        data: {
          debateId,
          key: freeKey(
            input.title,
            sources.map(({ key }) => key),
          ),
          kind: 'text',
          title: input.title,
          attribution: input.attribution ?? '',
          url: input.url ?? null,
          language,
          position: Math.max(-1, ...sources.map(({ position }) => position)) + 1,
        },
        select: sourceFacts,
      });
      const version = await firstVersion(
        tx,
        { debateId, sourceId: source.id, authorId: room.participantId },
        plan,
      );
      await recordEvent(tx, room.id, 'source-added', source.id);
      await audit(tx, actor, 'source-add', { roomId: room.id, subjectId: source.id });
      return ok({ source, version });
    },
    WRITE_TIMEOUT_MS,
  );
}

async function firstVersion(
  tx: Transaction,
  home: { debateId: string; sourceId: string; authorId: string | null },
  { text, passages }: { text: string; passages: Parameters<typeof writePassages>[3] },
): Promise<{ id: string; number: number }> {
  const version = await tx.sourceVersion.create({
    data: { ...home, number: 1, text },
    select: { id: true, number: true },
  });
  await writePassages(tx, version.id, text, passages);
  return version;
}

const LONGEST_KEY = 60;

/** A name for the source in files and addresses, from its title. */
function freeKey(title: string, taken: readonly string[]): string {
  const plain = slugOf(title).slice(0, LONGEST_KEY) || 'text';
  let key = plain;
  for (let number = 2; taken.includes(key); number += 1) key = `${plain}-${number}`;
  return key;
}
