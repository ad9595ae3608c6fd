import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { RefusedError, refusal } from '../../domain/formats/refusal';
import type { ImportReport } from '../../domain/import/report';
import { IMPORT_LIMITS } from '../../domain/import/schema';
import { shorten } from '../../domain/import/shorten';
import { err, ok, type Result } from '../../domain/result';
import type { RoomPlan } from '../../domain/room/plan';
import {
  type Conversation,
  type ConversationPlan,
  planConversation,
} from '../../domain/stance/polis-export/conversation';
import {
  type ConversationCounts,
  type ConversationWordsGiven,
  type ImportConversation,
  PAGE_LIMITS,
} from '../../domain/stance/polis-export/schema';
import { LIMITS } from '../../domain/text/limits';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import type { Transaction } from '../database/client';
import { type Idempotency, once } from '../once';
import { openRoomIn } from '../room/open-room';
import { readConversation } from '../stance/polis/read-conversation';
import { inTurn, turns } from '../thread/in-turn';
import { writePlan } from './import-rows';
import { writeImportedVotes } from './imported-votes';
import { hasMadeMany, openDebate } from './open-debate';

/** Polis exports: a debate with a claim for each comment, and a class on it that holds the votes. */

/** An import as it was written. */
export interface ImportedConversation {
  slug: string;
  /** The class with the votes. */
  room: { id: string; slug: string };
  counts: ConversationCounts;
  /** What was shortened or left out of the words. */
  report: ImportReport;
}

/** How long writing may take. @param votes how many there are */
const timeoutFor = (votes: number): number => 60_000 + votes;

/** Each holds a connection for as long as it writes: one at a time leaves the rest to everybody else. */
const writeInTurn = turns({ mostAtOnce: 1, mostWaiting: 8 });

type Outcome = Promise<Result<ImportedConversation, Failure>>;

/** Requests that are at it, by who asks and what: the same one again waits for it instead of reading the files once more. */
const atIt = new Map<string, Outcome>();

/** The same from the texts of both files, within what a page can wait for. */
export function importConversationFiles(
  actor: Actor,
  input: ImportConversation,
  idempotency: Idempotency | null = null,
): Outcome {
  if (actor.kind !== 'person') return Promise.resolve(err(failure('not-signed-in')));
  if (!can(actor, 'debate:create', null)) return Promise.resolve(err(failure('not-allowed')));
  if (idempotency === null) return readAndWrite(actor, input, null);
  const press = `${actor.userId}/${idempotency.key}/${idempotency.requestHash}`;
  const known = atIt.get(press);
  if (known) return known;
  const outcome = readAndWrite(actor, input, idempotency).finally(() => atIt.delete(press));
  atIt.set(press, outcome);
  return outcome;
}

async function readAndWrite(
  actor: Person,
  { votes, comments, words }: ImportConversation,
  idempotency: Idempotency | null,
): Outcome {
  const read = await inTurn(() => readConversation({ votes, comments }));
  if (read === null) return err(failure('database-busy'));
  if (!read.ok) return err(failure('file-refused', { field: read.error.file, current: read.error.refusal }));
  const conversation = read.value;
  const count = conversation.votes.matrix.vote.length;
  if (count > PAGE_LIMITS.votes) {
    const tooMany = refusal('too-many-votes', { count, limit: PAGE_LIMITS.votes });
    return err(failure('file-refused', { field: 'votes', current: tooMany }));
  }
  const written = await writeInTurn(() => importConversation(actor, conversation, words, idempotency));
  return written ?? err(failure('database-busy'));
}

/**
 * Writes a conversation as a new private debate of the actor's with a class on it that is at its reveal: everything, or nothing.
 * What does not fit together is `file-refused`.
 */
export async function importConversation(
  actor: Actor,
  conversation: Conversation,
  words: ConversationWordsGiven,
  idempotency: Idempotency | null = null,
): Promise<Result<ImportedConversation, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'debate:create', null)) return err(failure('not-allowed'));
  const planned = plannedOf(conversation, words);
  if (!planned.ok) return planned;
  const { matrix } = conversation.votes;
  return once(
    actor,
    idempotency,
    (tx) => write(tx, actor, planned.value, matrix),
    timeoutFor(matrix.vote.length),
  );
}

function plannedOf(
  conversation: Conversation,
  { sides, ...words }: ConversationWordsGiven,
): Result<ConversationPlan, Failure> {
  const limit = IMPORT_LIMITS.claims;
  if (conversation.comments.length > limit) {
    const tooMany = refusal('too-many-claims', { limit });
    return err(failure('file-refused', { field: 'comments', current: tooMany }));
  }
  try {
    return ok(planConversation(conversation, { ...words, sides: [sides.a, sides.b] }));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return err(failure('file-refused', { field: 'votes', current: error.refusal }));
  }
}

/** Nobody votes in it by accident: it begins at what came of it, and takes notes. */
const AT_REVEAL: RoomPlan = [
  {
    stage: 'reveal',
    title: null,
    task: null,
    minutes: null,
    until: null,
    movesOn: false,
    acts: ['note'],
    voice: 'own',
    speakers: 'all',
  },
];

async function write(
  tx: Transaction,
  actor: Person,
  { map, refOf }: ConversationPlan,
  matrix: Conversation['votes']['matrix'],
): Promise<Result<ImportedConversation, Failure>> {
  if (await hasMadeMany(tx, actor)) return err(failure('too-many-attempts'));
  // Of one statement, on a server that is busy with others.
  await tx.$executeRaw`SELECT set_config('statement_timeout', '60000', true)`;
  const { title, question, summary, language, sides, report } = map;
  const debate = { title, question, summary, language, sides, claimsNeedApproval: true };
  const { slug, ...place } = await openDebate(tx, actor, debate);
  const idOf = await writePlan(tx, { ...place, authorId: null }, map);
  const commons = { id: place.roomId, debateId: place.debateId, slug };
  const opened = await openRoomIn(tx, actor, commons, {
    name: shorten(title, LIMITS.roomName),
    debate: slug,
    plan: AT_REVEAL,
    claimsNeedApproval: true,
    notesNeedApproval: false,
    notesBeforeOthers: 0,
    showsCountsEarly: false,
    namesCanBeRevealed: false,
    quotas: {},
  });
  if (!opened.ok) return opened;
  const { roomId, slug: roomSlug } = opened.value;
  // Its people were elsewhere; the owner opens the doors to whoever shall see what came of it.
  await tx.room.update({ where: { id: roomId }, data: { hasOpenDoors: false } });
  const claimIds = refOf.map((ref) => (ref === null ? null : (idOf.get(ref) ?? null)));
  const written = await writeImportedVotes(tx, roomId, matrix, claimIds);
  const claims = map.claims.filter(({ isMotion }) => !isMotion);
  return ok({
    slug,
    room: { id: roomId, slug: roomSlug },
    counts: {
      ...written,
      claims: claims.length,
      declined: claims.filter(({ status }) => status === 'declined').length,
    },
    report,
  });
}
