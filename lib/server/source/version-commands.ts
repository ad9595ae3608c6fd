import 'server-only';
import type { Anchor } from '../../domain/annotation/anchor-types';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { AddVersion } from '../../domain/source/schema';
import type { KnownText, PlannedVersion } from '../../domain/source/version-plan';
import type {
  AddedVersion,
  FollowedPassage,
  SourceFacts,
  VersionPreview,
} from '../../domain/source/view';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import { database, type Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { writePassages } from '../debate/map-rows';
import { lockMap } from '../edit/track';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { commonsOf, type RoomContext } from '../room/room-context';
import { seatIn } from '../room/seat';
import { seenNotes } from './seen-notes';
import { knownKeys, sourceIn, type VersionName, versionNames, versionTexts } from './source-reads';
import { countsOf, fingerprint, groupsOf, type Standing, settled, standingIn, writeSettled } from './standing';
import { anchorsInWorker, planVersionInWorker } from './version-in-worker';

/** New versions of a source. Everything tied to the older ones is looked for in the new text before anything is locked. */

const MOST_VERSIONS = 200;
/** How often the search is done again because somebody cited or annotated the text meanwhile. */
const MOST_ROUNDS = 4;
const WRITE_TIMEOUT_MS = 30_000;

/** A source as the search for its places found it. */
interface Snapshot {
  source: SourceFacts;
  versions: VersionName[];
  newest: VersionName;
  newestText: KnownText;
  standing: Standing[];
}

interface Planned extends Snapshot {
  plan: PlannedVersion;
  found: { one: Standing; anchor: Anchor }[];
}

async function snapshotOf(
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
  const plan = await planVersionInWorker({
    marked: input.text,
    language: source.language,
    newest: newestText,
    knownKeys: await knownKeys(prisma, source.id),
    isOriginal,
    passageKeys: input.passageKeys ?? null,
    groups: groups.map(({ group }) => group),
  });
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

const outOfDate = ({ number }: VersionName): Failure => failure('out-of-date', { current: { newestNumber: number } });

async function writableRoom(actor: Actor, slug: string): Promise<Result<[Person, RoomContext], Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await commonsOf(actor, slug);
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
  const seen = await seenNotes(database().prisma, person, room, all);
  return ok({
    baseNumber: newest.number,
    citations: countsOf(all.filter(({ type }) => type === 'citation')),
    notes: countsOf(all.filter(({ id }) => seen.has(id))),
    ...followedOf(plan, newestText),
  });
}

const FIRST_WORDS = 160;
const firstWords = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(start, Math.min(end, start + FIRST_WORDS)).toWellFormed();

function followedOf(
  plan: PlannedVersion,
  before: KnownText,
): Pick<VersionPreview, 'passages' | 'dropped'> {
  const wordsBefore = new Map(before.passages.map((one) => [one.key, firstWords(before.text, one)]));
  const kept = new Set(plan.followed.map(({ previousKey }) => previousKey));
  return {
    passages: plan.passages.map((passage, index): FollowedPassage => {
      const { previousKey, similarity } = plan.followed[index] ?? { previousKey: null, similarity: 0 };
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
  const { participantId } = await seatIn(person, room);
  for (let round = 1; ; round += 1) {
    const planned = await planFor(room, sourceId, input);
    // The same request may have been carried out already: then its answer is kept under its key.
    if (!planned.ok && !(idempotency && planned.error.code === 'out-of-date')) return planned;
    const written = await once(
      person,
      idempotency,
      async (tx) =>
        planned.ok
          ? write(tx, person, room, participantId, planned.value, input)
          : (planned as Result<AddedVersion, Failure>),
      WRITE_TIMEOUT_MS,
    );
    if (written.ok || written.error.code !== 'changed-since' || round >= MOST_ROUNDS) return written;
  }
}

/** From here to the end of the transaction nothing is tied to any version of the source. */
export async function lockSource(tx: Transaction, debateId: string, sourceId: string): Promise<void> {
  await lockMap(tx, debateId);
  await tx.$executeRaw`SELECT FROM "Source" WHERE "id" = ${sourceId}::uuid FOR UPDATE`;
  // Whoever ties something to a version holds a share of its row, by the foreign key.
  await tx.$executeRaw`SELECT FROM "SourceVersion" WHERE "sourceId" = ${sourceId}::uuid ORDER BY "id" FOR UPDATE`;
}

async function write(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  participantId: string,
  { source, versions, newest, standing, plan, found }: Planned,
  input: AddVersion,
): Promise<Result<AddedVersion, Failure>> {
  const { debateId } = room;
  await lockSource(tx, debateId, source.id);
  const now = await versionNames(tx, source.id);
  const newestNow = now.at(-1);
  if (!newestNow) return err(failure('not-found'));
  if (newestNow.id !== newest.id) return err(outOfDate(newestNow));
  if (now.length >= MOST_VERSIONS) return err(failure('too-many-sources'));
  const standingNow = await standingIn(
    tx,
    versions.map(({ id }) => id),
    newest.id,
  );
  if (standingNow.map(fingerprint).join() !== standing.map(fingerprint).join()) {
    return err(failure('changed-since'));
  }
  const number = newest.number + 1;
  const { id } = await tx.sourceVersion.create({
    data: {
      sourceId: source.id,
      debateId,
      number,
      text: plan.text,
      note: input.note ?? '',
      isOriginal: input.isOriginal ?? false,
      authorId: participantId,
    },
  });
  await writePassages(tx, id, plan.text, plan.passages);
  const all = settled(found, { id, text: plan.text });
  await writeSettled(tx, debateId, id, all);
  await recordEvent(tx, room.id, 'source-version-added', id);
  await audit(tx, actor, 'source-version', { roomId: room.id, subjectId: id });
  const seen = await seenNotes(tx, actor, room, all);
  return ok({
    version: { id, number },
    citations: countsOf(all.filter(({ type }) => type === 'citation')),
    notes: countsOf(all.filter((one) => seen.has(one.id))),
  });
}

/**
 * Whoever had an older text before them may have tied something to it a moment after the new one came: it is found in the
 * new one like the rest. What cannot be found stays where it is, and waits for somebody's look.
 */
export async function catchUp(sourceId: string): Promise<void> {
  const { prisma } = database();
  const row = await prisma.source.findUnique({ where: { id: sourceId }, select: { debateId: true } });
  const source = row && (await sourceIn(prisma, row, sourceId));
  if (!row || !source) return;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const { snapshot, texts } = await snapshotOf(prisma, source);
    const { newest, newestText, versions, standing } = snapshot;
    const late = standing.filter(({ place, earlier }) => place.versionId !== newest.id && !earlier);
    if (late.length === 0) return;
    const groups = groupsOf(late, texts);
    const original = versions.find(({ isOriginal }) => isOriginal);
    const isDigest = (versionId: string) =>
      newest.isOriginal && original?.id === newest.id && versionId !== newest.id;
    const anchors = await anchorsInWorker(
      groups.map(({ group, versionId }) => ({ group, isOriginal: isDigest(versionId) })),
      newestText,
    );
    const found = groups.flatMap(({ members }, index) =>
      members.flatMap((one, at) => {
        const anchor = anchors[index]?.[at];
        return anchor ? [{ one, anchor }] : [];
      }),
    );
    const written = await inTransaction(async (tx): Promise<Result<null, Failure>> => {
      await lockSource(tx, row.debateId, source.id);
      const now = await versionNames(tx, source.id);
      const standingNow = await standingIn(
        tx,
        versions.map(({ id }) => id),
        newest.id,
      );
      const isAsBefore =
        now.at(-1)?.id === newest.id &&
        standingNow.map(fingerprint).join() === standing.map(fingerprint).join();
      if (!isAsBefore) return err(failure('changed-since'));
      const isLate = new Set(late.map(({ id }) => id));
      const others = standing.filter(({ id }) => !isLate.has(id));
      await writeSettled(tx, row.debateId, newest.id, settled(found, { ...newest, text: newestText.text }, others));
      return ok(null);
    }, WRITE_TIMEOUT_MS);
    if (written.ok) return;
  }
}
