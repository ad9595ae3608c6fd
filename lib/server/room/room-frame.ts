import 'server-only';
import { readQuotas } from '../../domain/room/quotas';
import type { RoomFrame } from '../../domain/room/view';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database, type Transaction } from '../database/client';
import { type RoomContext, roomBySlug, roomContext } from './room-context';
import { storedPlan } from './stored-plan';

/** What the pages of a room show of it: of a class, or of a group in one, which goes through its class's plan with it. */

/** By what names the room in addresses. Null when there is no such room for this reader, and for a commons. */
export async function roomFrame(actor: Actor, slug: string): Promise<RoomFrame | null> {
  const room = await roomBySlug(actor, slug);
  return room && frameOf(actor, room);
}

/** The same by the room's id, for the API. */
export async function roomFrameById(actor: Actor, roomId: string): Promise<RoomFrame | null> {
  const room = await roomContext(actor, roomId);
  return room && frameOf(actor, room);
}

/** The frame of a room that the reader may read; null for a commons. */
export async function frameOf(actor: Actor, room: RoomContext): Promise<RoomFrame | null> {
  if (room.kind === 'commons') return null;
  const classId = room.kind === 'class' ? room.id : (room.path.at(-2) ?? room.id);
  const { prisma } = database();
  const [own, home, steps, seat, now] = await Promise.all([
    prisma.room.findUniqueOrThrow({
      where: { id: room.id },
      select: {
        notesBeforeOthers: true,
        hasOpenDoors: true,
        quotas: true,
        debate: { select: { slug: true, title: true, language: true } },
      },
    }),
    prisma.room.findUniqueOrThrow({
      where: { id: classId },
      select: {
        kind: true,
        key: true,
        name: true,
        plan: true,
        step: true,
        stage: true,
        round: true,
        acts: true,
        voice: true,
        speakers: true,
        stageStartedAt: true,
        stageEndsAt: true,
        stageLeftMs: true,
        revealedAt: true,
        conclusion: true,
        closedAt: true,
        archivedAt: true,
        retainUntil: true,
      },
    }),
    prisma.roomStep.findMany({
      where: { roomId: classId },
      select: { step: true, startedAt: true, endedAt: true },
    }),
    room.participantId === null
      ? null
      : prisma.participant.findUnique({
          where: { id: room.participantId },
          select: {
            id: true,
            alias: true,
            isInside: true,
            mutedAt: true,
            asksHelpAt: true,
            createdAt: true,
            side: { select: { key: true } },
          },
        }),
    databaseNow(prisma),
  ]);
  const spentSeconds: Record<number, number> = {};
  for (const { step, startedAt, endedAt } of steps) {
    // A step that was taken out of the plan keeps its row, and no place.
    if (step < 0) continue;
    const seconds = Math.max(0, Math.round(((endedAt ?? now).getTime() - startedAt.getTime()) / 1000));
    spentSeconds[step] = (spentSeconds[step] ?? 0) + seconds;
  }
  return {
    id: room.id,
    slug: room.slug,
    kind: room.kind,
    name: room.name,
    debate: own.debate,
    parent:
      room.kind === 'breakout' && home.kind === 'class'
        ? { slug: `${own.debate.slug}~${home.key}`, name: home.name }
        : null,
    plan: storedPlan(home.plan),
    step: home.step,
    stage: home.stage,
    round: home.round,
    acts: home.acts,
    voice: home.voice,
    speakers: home.speakers,
    clock: {
      startedAt: home.stageStartedAt.toISOString(),
      endsAt: home.stageEndsAt?.toISOString() ?? null,
      leftMs: home.stageLeftMs,
      now: now.toISOString(),
    },
    spentSeconds,
    settings: {
      claimsNeedApproval: room.claimsNeedApproval,
      notesNeedApproval: room.notesNeedApproval,
      notesBeforeOthers: own.notesBeforeOthers,
      showsCountsEarly: room.showsCountsEarly,
      namesCanBeRevealed: room.namesCanBeRevealed,
      hasOpenDoors: own.hasOpenDoors,
      quotas: readQuotas(own.quotas),
    },
    revealedAt: home.revealedAt?.toISOString() ?? null,
    conclusion: home.conclusion,
    closedAt: home.closedAt?.toISOString() ?? null,
    archivedAt: home.archivedAt?.toISOString() ?? null,
    retainUntil: home.retainUntil?.toISOString() ?? null,
    seat: seat && {
      participantId: seat.id,
      alias: seat.alias,
      role: room.role ?? 'participant',
      sideKey: seat.side?.key ?? null,
      isInside: seat.isInside,
      isMuted: seat.mutedAt !== null,
      asksHelp: seat.asksHelpAt !== null,
      joinedAt: seat.createdAt.toISOString(),
    },
    can: {
      maintain: can(actor, 'room:maintain', room),
      configure: can(actor, 'room:configure', room),
      revealNames: can(actor, 'room:reveal-names', room),
      grade: can(actor, 'room:grade', room),
      remove: can(actor, 'room:remove', room),
    },
  };
}

/** The moment by the clock that every instance shares. */
export async function databaseNow(tx: Pick<Transaction, '$queryRaw'>): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`;
  if (!row) throw new Error('The database told no time');
  return row.now;
}
