import 'server-only';
import type { Anchor } from '../../domain/annotation/anchor-types';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { AddVersion } from '../../domain/source/schema';
import type { KnownText, PlannedVersion } from '../../domain/source/version-plan';
import type { AddedVersion, FollowedPassage, SourceFacts, VersionPreview } from '../../domain/source/view';
import { wholeCharacters } from '../../domain/text/whole-characters';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import { database, type Transaction } from '../database/client';
import { writePassages } from '../debate/map-rows';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { type RoomContext, roomBySlug } from '../room/room-context';
import { concernedBy, seenNotes } from './seen-notes';
import { lockAsRead, outOfDate, type Snapshot, snapshotOf } from './snapshot';
import { knownKeys, sourceIn } from './source-reads';
import { countsOf, groupsOf, type Standing, settled, writeSettled } from './standing';
import { plannedVersion } from './version-in-worker';

/** New versions of a source. Everything tied to the older ones is looked for in the new text before anything is locked. */

const MOST_VERSIONS = 200;
/** How often the search is done again because somebody cited or annotated the text meanwhile. */
const MOST_ROUNDS = 4;
const WRITE_TIMEOUT_MS = 30_000;

interface Planned extends Snapshot {
  plan: PlannedVersion;
  found: { one: Standing; anchor: Anchor }[];
}

/** Who may write, which source, and what the text would do to it. */
async function planFor(
  room: RoomContext,
  sourceId: string,
  input: AddVersion,
): Promise<Result<Planned, Failure>> {
  const { prisma } = database();
  const source = await sourceIn(prisma, room, sourceId);
  if (!source) return err(failure('not-found'));
  const { snapshot, texts } = await snapshotOf(prisma, source);
  const { newest, newestText, versions } = snapshot;
  if (newest.number !== input.baseNumber) return err(outOfDate(newest));
  const isOriginal = input.isOriginal ?? false;
  // Once the original is there, the texts after it are compared with it word by word.
  if (isOriginal && versions.some((one) => one.isOriginal)) {
    return err(failure('invalid-input', { field: 'isOriginal' }));
  }
  const groups = groupsOf(snapshot.standing, texts);
  const plan = await plannedVersion({
    marked: input.text,
    language: source.language,
    newest: newestText,
    knownKeys: await knownKeys(prisma, source.id),
    isOriginal,
    passageKeys: input.passageKeys ?? null,
    groups: groups.map(({ group }) => group),
  });
  if (!plan) return err(failure('database-busy'));
  if ('wrong' in plan) return err(failure('invalid-input', { field: plan.wrong }));
  if (plan.text === newestText.text) return err(failure('invalid-input', { field: 'text' }));
  const found = groups.flatMap(({ members }, index) =>
    members.flatMap((one, at) => {
      const anchor = plan.anchors[index]?.[at];
      return anchor ? [{ one, anchor }] : [];
    }),
  );
  return ok({ ...snapshot, plan, found });
}

async function writableRoom(actor: Actor, slug: string): Promise<Result<[Person, RoomContext], Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomBySlug(actor, slug);
  if (!room) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  return can(actor, 'source:write', room) ? ok([actor, room]) : err(failure('not-allowed'));
}

/** What a new version would do; writes nothing. */
export async function previewVersion(
  actor: Actor,
  slug: string,
  sourceId: string,
  input: AddVersion,
): Promise<Result<VersionPreview, Failure>> {
  const allowed = await writableRoom(actor, slug);
  if (!allowed.ok) return allowed;
  const [person, room] = allowed.value;
  const planned = await planFor(room, sourceId, input);
  if (!planned.ok) return planned;
  const { plan, found, newest, newestText } = planned.value;
  // No version has this id: nothing stands in the text yet.
  const all = settled(found, { id: '', text: plan.text });
  const { prisma } = database();
  const seen = await seenNotes(prisma, await concernedBy(prisma, person, room), all);
  return ok({
    baseNumber: newest.number,
    citations: countsOf(all.filter(({ type }) => type === 'citation')),
    notes: countsOf(all.filter(({ id }) => seen.has(id))),
    ...followedOf(plan, newestText),
  });
}

const FIRST_WORDS = 160;
const firstWords = (text: string, { start, end }: { start: number; end: number }): string =>
  wholeCharacters(text.slice(start, Math.min(end, start + FIRST_WORDS)));

function followedOf(plan: PlannedVersion, before: KnownText): Pick<VersionPreview, 'passages' | 'dropped'> {
  const wordsBefore = new Map(before.passages.map((one) => [one.key, firstWords(before.text, one)]));
  const kept = new Set(plan.followed.map(({ key }) => key));
  return {
    passages: plan.passages.map((passage, index): FollowedPassage => {
      const { key: previousKey, similarity } = plan.followed[index] ?? { key: null, similarity: 0 };
      return {
        key: passage.key,
        words: firstWords(plan.text, passage),
        previousKey,
        previousWords: previousKey === null ? null : (wordsBefore.get(previousKey) ?? null),
        similarity,
      };
    }),
    dropped: before.passages
      .filter(({ key }) => !kept.has(key))
      .map(({ key }) => ({ key, words: wordsBefore.get(key) ?? '' })),
  };
}

/**
 * Gives a source a new text. The places are found first; then, in one transaction that keeps others from tying anything to
 * the source, what was found is written if nobody has tied anything to it since, and found again otherwise.
 */
export async function addVersion(
  actor: Actor,
  slug: string,
  sourceId: string,
  input: AddVersion,
  idempotency: Idempotency | null = null,
): Promise<Result<AddedVersion, Failure>> {
  const allowed = await writableRoom(actor, slug);
  if (!allowed.ok) return allowed;
  const [person, room] = allowed.value;
  for (let round = 1; ; round += 1) {
    const planned = await planFor(room, sourceId, input);
    // The same request may have been carried out already: then its answer is kept under its key.
    if (!planned.ok && !(idempotency && planned.error.code === 'out-of-date')) return planned;
    const written = await once<AddedVersion>(
      person,
      idempotency,
      async (tx) => (planned.ok ? write(tx, person, room, planned.value, input) : planned),
      WRITE_TIMEOUT_MS,
    );
    if (written.ok || written.error.code !== 'changed-since' || round >= MOST_ROUNDS) return written;
  }
}

/** What the source is called from a version on; the versions up to it keep what it was called by then. */
async function nameAnew(
  tx: Transaction,
  { id: sourceId, title, attribution, url }: SourceFacts,
  newestNumber: number,
  input: AddVersion,
): Promise<void> {
  const now = {
    title: input.title ?? title,
    attribution: input.attribution === undefined ? attribution : (input.attribution ?? ''),
    url: input.url === undefined ? url : input.url,
  };
  if (now.title === title && now.attribution === attribution && now.url === url) return;
  await tx.sourceVersion.updateMany({
    where: { sourceId, number: { lte: newestNumber }, title: null },
    data: { title, attribution, url },
  });
  await tx.source.update({ where: { id: sourceId }, data: now });
}

async function write(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  planned: Planned,
  input: AddVersion,
): Promise<Result<AddedVersion, Failure>> {
  const { debateId } = room;
  const { source, newest, plan, found } = planned;
  const locked = await lockAsRead(tx, debateId, planned);
  if (!locked.ok) return locked;
  if (locked.value.versionCount >= MOST_VERSIONS) return err(failure('too-many-sources'));
  const number = newest.number + 1;
  const { id } = await tx.sourceVersion.create({
    data: {
      sourceId: source.id,
      debateId,
      number,
      text: plan.text,
      note: input.note ?? '',
      isOriginal: input.isOriginal ?? false,
      authorId: room.participantId,
    },
  });
  await nameAnew(tx, source, newest.number, input);
  await writePassages(tx, id, plan.text, plan.passages);
  const all = settled(found, { id, text: plan.text });
  await writeSettled(tx, debateId, id, all);
  await recordEvent(tx, room.id, 'source-version-added', id);
  await audit(tx, actor, 'source-version', { roomId: room.id, subjectId: id });
  const seen = await seenNotes(tx, await concernedBy(tx, actor, room), all);
  return ok({
    version: { id, number },
    citations: countsOf(all.filter(({ type }) => type === 'citation')),
    notes: countsOf(all.filter((one) => seen.has(one.id))),
  });
}
