import 'server-only';
import { passageLabel } from '../../../domain/debate/passage-label';
import type { Failure } from '../../../domain/failure';
import { ok, type Result } from '../../../domain/result';
import type { GroupClaim, GroupNote, GroupsView, GroupView } from '../../../domain/room/groups';
import { roomSlug } from '../../../domain/room/room-slug';
import type { Actor } from '../../../policy/actor';
import { richText } from '../../annotation/rich-text';
import { sideRole } from '../../claim/claim-views';
import { database, type Transaction } from '../../database/client';
import { classFor } from '../class-for';
import type { RoomContext } from '../room-context';
import {
  type ClassSeat,
  groupPerson,
  isEnoughForCamps,
  isEnoughToMix,
  seatsOfClass,
  withStances,
} from './class-people';

/** The groups of a class, side by side: for those who keep it. */

/** Claims and notes of a group that are shown of each; the newest. */
const MOST_SHOWN = 100;

export async function groupsOf(actor: Actor, roomId: string): Promise<Result<GroupsView, Failure>> {
  const found = await classFor(actor, roomId, 'room:maintain');
  return found.ok ? ok(await groupsView(found.value.room)) : found;
}

type Sides = readonly { id: string; key: string }[];

/** The same of a class that the reader is known to keep. */
export async function groupsView(room: RoomContext): Promise<GroupsView> {
  const { prisma } = database();
  const [seats, sides, rows] = await Promise.all([
    seatsOfClass(prisma, room.id),
    prisma.side.findMany({ where: { debateId: room.debateId }, orderBy: { position: 'asc' } }),
    groupRows(prisma, room),
  ]);
  const byUser = new Map(seats.map((seat) => [seat.userId, seat]));
  const groups = await Promise.all(rows.map((row) => groupView(prisma, room, row, byUser, sides)));
  const sitting = new Set(
    groups
      .filter(({ isOpen }) => isOpen)
      .flatMap(({ members }) => members.map(({ participantId }) => participantId)),
  );
  const stances = await withStances(prisma, room, seats);
  return {
    groups: groups.sort((one, other) => Number(other.isOpen) - Number(one.isOpen)),
    ungrouped: seats.filter(({ id }) => !sitting.has(id)).map((seat) => groupPerson(seat, sides)),
    hasStances: isEnoughToMix(stances),
    hasCamps: isEnoughForCamps(stances),
    sides: sides.map(({ key, name, position }) => ({ key, name, role: position === 0 ? 'a' : 'b' })),
  };
}

const groupRows = (tx: Transaction, { id }: Pick<RoomContext, 'id'>) =>
  tx.room.findMany({
    where: { parentId: id, kind: 'breakout' },
    select: {
      id: true,
      key: true,
      name: true,
      archivedAt: true,
      participants: {
        where: { userId: { not: null }, actsForId: null },
        select: { userId: true, leftAt: true },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });

type GroupRow = Awaited<ReturnType<typeof groupRows>>[number];

async function groupView(
  tx: Transaction,
  room: RoomContext,
  { id, key, name, archivedAt, participants }: GroupRow,
  byUser: ReadonlyMap<string, ClassSeat>,
  sides: Sides,
): Promise<GroupView> {
  const [claims, notes] = await Promise.all([claimsOf(tx, room, id), notesOf(tx, room, id)]);
  // Of a closed group, those who sat there to the end.
  const members = participants
    .filter(({ leftAt }) => leftAt === null || leftAt.getTime() === archivedAt?.getTime())
    .flatMap(({ userId }) => byUser.get(userId ?? '') ?? []);
  return {
    id,
    slug: roomSlug(room.slug.split('~')[0] ?? room.slug, key),
    name,
    isOpen: archivedAt === null,
    members: members
      .sort((one, other) => (one.aliasKey < other.aliasKey ? -1 : 1))
      .map((seat) => groupPerson(seat, sides)),
    counts: {
      claims: claims.length,
      waiting: claims.filter(({ status }) => status === 'suggested').length,
      notes: notes.length,
    },
    claims,
    notes,
  };
}

async function claimsOf(tx: Transaction, room: RoomContext, groupId: string): Promise<GroupClaim[]> {
  const rows = await tx.claim.findMany({
    where: { roomId: groupId, isMotion: false, status: { in: ['suggested', 'published'] } },
    include: {
      current: { select: { text: true } },
      side: { select: { position: true } },
      author: { select: { alias: true } },
      promotedTo: { where: { roomId: room.id }, select: { code: true }, take: 1 },
      outgoing: {
        where: { roomId: groupId, status: { in: ['suggested', 'published'] } },
        orderBy: [{ position: 'asc' }],
        take: 1,
        select: {
          kind: true,
          toClaim: { select: { code: true } },
          toRelation: { select: { from: { select: { code: true } } } },
        },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
  });
  return rows.map((row): GroupClaim => {
    const [line] = row.outgoing;
    const target = line?.toClaim?.code ?? line?.toRelation?.from.code;
    return {
      id: row.id,
      code: row.code,
      text: row.current.text,
      side: sideRole(row.side?.position),
      status: row.status === 'published' ? 'published' : 'suggested',
      authorAlias: row.author?.alias ?? null,
      answers: line && target ? { kind: line.kind, code: target } : null,
      promotedAs: row.promotedTo[0]?.code ?? null,
      createdAt: row.createdAt.toISOString(),
    };
  });
}

/** What is open to the group or to more than it, and shows. Never what is for its author or the teachers alone. */
async function notesOf(tx: Transaction, room: RoomContext, groupId: string): Promise<GroupNote[]> {
  const rows = await tx.annotation.findMany({
    where: {
      status: 'published',
      removedAt: null,
      OR: [
        { roomId: groupId, visibility: { in: ['group', 'room'] } },
        // Written in the class, for the group alone.
        { roomId: room.id, visibility: 'group', groupId },
      ],
    },
    include: {
      author: { select: { alias: true } },
      claim: { select: { code: true } },
      sourceVersion: {
        select: { passages: { select: { key: true, position: true, start: true, end: true } } },
      },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
      promotedTo: { where: { roomId: room.id, removedAt: null }, select: { id: true }, take: 1 },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
  });
  return rows.map(({ start, ...row }): GroupNote => {
    const passage = row.sourceVersion?.passages.find(
      (one) => start !== null && one.start <= start && start < one.end,
    );
    return {
      id: row.id,
      body: richText(row.revisions[0]?.body ?? ''),
      authorAlias: row.author?.alias ?? null,
      place: row.claim?.code ?? (passage ? `§${passageLabel(passage.key, passage.position)}` : null),
      isPromoted: row.promotedTo.length > 0,
      createdAt: row.createdAt.toISOString(),
    };
  });
}

/** The open group of a class that the reader sits in. */
export interface OwnGroup {
  slug: string;
  name: string;
  /** Aliases of those in it, the reader among them. */
  members: string[];
}

/** Null for whoever sits in none, and for those who look from elsewhere than the class. */
export async function ownGroup({ group, slug }: RoomContext): Promise<OwnGroup | null> {
  if (group === null) return null;
  const { key, name, participants } = await database().prisma.room.findUniqueOrThrow({
    where: { id: group.id },
    select: {
      key: true,
      name: true,
      participants: {
        where: { leftAt: null, actsForId: null, userId: { not: null } },
        select: { alias: true },
        orderBy: { aliasKey: 'asc' },
      },
    },
  });
  return {
    slug: roomSlug(slug.split('~')[0] ?? slug, key),
    name,
    members: participants.map(({ alias }) => alias),
  };
}
