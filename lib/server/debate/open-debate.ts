import 'server-only';
import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { drawAlias } from '../../domain/room/aliases';
import { uniqueKey } from '../../domain/text/plain-text';
import { slugOf } from '../../domain/text/slug';
import type { Person } from '../../policy/actor';
import type { Transaction } from '../database/client';
import type { MapPlace } from './map-rows';

export interface NewSide {
  key: string;
  name: string;
  speaks: 'for' | 'against';
}

export interface NewDebate {
  title: string;
  question: string;
  summary: string;
  language: string;
  claimsNeedApproval: boolean;
  /** The side at the start of the page, then the one at its end. */
  sides: readonly [NewSide, NewSide];
}

/** A debate just opened, with its owner's seat. */
export interface OpenedDebate extends MapPlace {
  slug: string;
  sideIds: readonly [string, string];
  participantId: string;
}

/** New debates of one person in one hour: a teacher's whole term in an afternoon, but not a machine's. */
const MOST_IN_AN_HOUR = 60;

/**
 * Whether this person has made, copied or imported as many debates as an hour takes. Counted in the transaction that makes
 * the next one, after a repeated request has got its answer.
 */
export async function hasMadeMany(tx: Transaction, actor: Person): Promise<boolean> {
  const [made] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count"
    FROM "Participant" p JOIN "Room" r ON r."id" = p."roomId" JOIN "Debate" d ON d."id" = r."debateId"
    WHERE p."userId" = ${actor.userId}::uuid AND p."role" = 'owner' AND r."kind" = 'commons'
      AND d."createdAt" > now() - interval '1 hour'`;
  return (made?.count ?? 0) >= MOST_IN_AN_HOUR;
}

const COMMONS = 'Commons';

/**
 * Makes a private debate with its sides and its commons, in which the actor has the owner's seat. Two with one title get
 * addresses of their own; which one was taken says nothing to anybody, as what follows is drawn.
 */
export async function openDebate(
  tx: Transaction,
  actor: Person,
  { claimsNeedApproval, sides, ...words }: NewDebate,
): Promise<OpenedDebate> {
  const debateId = uuidv7();
  const slug = await takeSlug(tx, debateId, words);
  const sideIds = [uuidv7(), uuidv7()] as const;
  await tx.side.createMany({
    data: sides.map((side, position) => ({
      ...side,
      id: sideIds[position === 0 ? 0 : 1],
      debateId,
      position,
    })),
  });
  const roomId = uuidv7();
  await tx.room.create({
    data: { id: roomId, debateId, kind: 'commons', name: COMMONS, path: [], claimsNeedApproval },
  });
  const alias = drawAlias(randomInt(2 ** 31), 0);
  const { id: participantId } = await tx.participant.create({
    data: { roomId, userId: actor.userId, role: 'owner', alias, aliasKey: uniqueKey(alias) },
  });
  return { debateId, roomId, slug, sideIds, participantId };
}

const MOST_DRAWS = 10;

async function takeSlug(
  tx: Transaction,
  id: string,
  { title, question, summary, language }: Omit<NewDebate, 'sides' | 'claimsNeedApproval'>,
): Promise<string> {
  const plain = slugOf(title);
  for (let attempt = 0; attempt < MOST_DRAWS; attempt += 1) {
    const slug =
      attempt === 0
        ? plain
        : `${plain}-${randomInt(36 ** 4)
            .toString(36)
            .padStart(4, '0')}`;
    // A slug that is taken writes nothing; the transaction goes on.
    const written = await tx.$executeRaw`
      INSERT INTO "Debate" ("id", "slug", "title", "question", "summary", "language")
      VALUES (${id}::uuid, ${slug}, ${title}, ${question}, ${summary}, ${language}) ON CONFLICT ("slug") DO NOTHING`;
    if (written === 1) return slug;
  }
  throw new Error('No address was free');
}

/** Codes of motions: M, M2, M3 and so on. */
export const motionCode = (number: number): string => (number === 1 ? 'M' : `M${number}`);
