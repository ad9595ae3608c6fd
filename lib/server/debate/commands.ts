import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { CreateDebate, MotionInput, SetAccess } from '../../domain/debate/schema';
import { MOST_MOTIONS, TEMPLATES } from '../../domain/debate/templates';
import type { DebateAccess } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { articleSource } from '../../domain/source/article';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import { inTransaction } from '../database/transaction';
import { lockMap, recordEdit, track } from '../edit/track';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { roomBySlug, roomContext } from '../room/room-context';
import { type NewClaim, writeNewClaims, writeNewSources } from './map-rows';
import { hasMadeMany, motionCode, openDebate } from './open-debate';

/** Debates: made from a template, opened to everyone, given further motions. */

/** Where a debate that was just made is. */
export interface MadeDebate {
  slug: string;
  roomId: string;
}

/** A long article has thousands of sentences, each a row. */
const ARTICLE_TIMEOUT_MS = 30_000;

export async function createDebate(
  actor: Actor,
  input: CreateDebate,
  idempotency: Idempotency | null = null,
): Promise<Result<MadeDebate, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  if (!can(actor, 'debate:create', null)) return err(failure('not-allowed'));
  const template = TEMPLATES[input.template];
  const article = input.article ? articleSource(input.article, input.language) : null;
  if (input.article && !article) return err(failure('invalid-input', { field: 'article.text' }));

  return once(
    actor,
    idempotency,
    async (tx): Promise<Result<MadeDebate, Failure>> => {
      if (await hasMadeMany(tx, actor)) return err(failure('too-many-attempts'));
      const [a, b] = template.sides;
      const opened = await openDebate(tx, actor, {
        title: input.title,
        question: input.question,
        summary: input.summary ?? '',
        language: input.language,
        claimsNeedApproval: template.claimsNeedApproval,
        sides: [
          { key: a, name: input.sides.a.name, speaks: 'for' },
          { key: b, name: input.sides.b.name, speaks: 'against' },
        ],
      });
      const motions = input.motions.map((motion, index) => newMotion(motion, index + 1, index));
      await writeNewClaims(tx, { debateId: opened.debateId, roomId: opened.roomId }, motions);
      if (article) await writeNewSources(tx, opened.debateId, [article]);
      return ok({ slug: opened.slug, roomId: opened.roomId });
    },
    article ? ARTICLE_TIMEOUT_MS : undefined,
  );
}

const newMotion = (motion: MotionInput, number: number, position: number): NewClaim => ({
  id: uuidv7(),
  code: motionCode(number),
  isMotion: true,
  sideId: null,
  layer: 'article',
  status: 'published',
  position,
  authorId: null,
  text: motion.text,
  shortTitle: motion.shortTitle ?? null,
  // A motion asks; it is nobody's evidence.
  evidence: 'asserted',
  speaker: null,
});

/** Opens a debate to everyone, or closes it again to all but those with a seat. */
export async function setDebateAccess(
  actor: Actor,
  slug: string,
  { access }: SetAccess,
): Promise<Result<{ access: DebateAccess }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomBySlug(actor, slug);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'debate:publish', room)) return err(failure('not-allowed'));

  return inTransaction(async (tx): Promise<Result<{ access: DebateAccess }, Failure>> => {
    const { count } = await tx.debate.updateMany({
      where: { id: room.debateId, access: { not: access } },
      data: { access },
    });
    if (count > 0) {
      const action = access === 'public' ? 'debate-open' : 'debate-close';
      await audit(tx, actor, action, { roomId: room.id, subjectId: room.debateId });
    }
    return ok({ access });
  });
}

export interface AddedMotion {
  motion: { id: string; code: string; text: string; shortTitle: string | null };
}

/** Adds a motion to a debate: one more question of the same kind, with the same sides. */
export async function addMotion(
  actor: Actor,
  roomId: string,
  input: MotionInput,
  idempotency: Idempotency | null = null,
): Promise<Result<AddedMotion, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (!can(actor, 'motion:add', room)) return err(failure('not-allowed'));

  return once(actor, idempotency, async (tx): Promise<Result<AddedMotion, Failure>> => {
    const { debateId } = room;
    await lockMap(tx, debateId);
    const motions = await tx.claim.findMany({
      where: { debateId, isMotion: true },
      select: { code: true },
    });
    if (motions.length >= MOST_MOTIONS) return err(failure('too-many-motions'));
    const taken = new Set(
      (
        await tx.claim.findMany({ where: { debateId, code: { startsWith: 'M' } }, select: { code: true } })
      ).map(({ code }) => code),
    );
    let number = motions.length + 1;
    while (taken.has(motionCode(number))) number += 1;
    const { _max } = await tx.claim.aggregate({ where: { debateId }, _max: { position: true } });
    const motion = newMotion(input, number, (_max.position ?? 0) + 1);
    const tracker = track(tx);
    tracker.makes('claim', [motion.id]);
    await writeNewClaims(tx, { debateId, roomId: room.id }, [motion]);
    await recordEvent(tx, room.id, 'claim-published', motion.id);
    await recordEdit(tx, actor, room, 'motion_added', motion.id, tracker);
    const { id, code, text, shortTitle } = motion;
    return ok({ motion: { id, code, text, shortTitle } });
  });
}
