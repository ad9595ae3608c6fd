import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { participantsCsv } from '../../../domain/room/report/export';
import type { Actor, Person } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { authSecret } from '../../account/auth-secret';
import { audit } from '../../audit';
import { database } from '../../database/client';
import { inTransaction } from '../../database/transaction';
import { tellRoom } from '../../notification/tell';
import { recordEvent } from '../events';
import { roomContext } from '../room-context';
import type { ReportExport } from './export-report';
import { roomReport } from './room-report';

/** How long a link to a copy with names is good. */
const LINK_MS = 10 * 60 * 1000;

/** What a link says besides the room: until when, and that we said so to this person. */
export interface NamesLink {
  until: number;
  signature: string;
}

const signed = (actor: Person, roomId: string, until: number): string =>
  createHmac('sha256', authSecret()).update(`names/${roomId}/${actor.userId}/${until}`).digest('base64url');

/**
 * Allows a copy of the list of participants with names: logged with its reason, and said to everybody in the room. The link works
 * for who asked, for ten minutes.
 */
export async function askForNames(
  actor: Actor,
  roomId: string,
  { reason }: { reason: string },
): Promise<Result<NamesLink, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:reveal-names', room)) return err(failure('not-allowed'));
  const until = Date.now() + LINK_MS;
  return inTransaction(async (tx) => {
    await audit(tx, actor, 'names-export', { roomId, subjectId: roomId, reason });
    await recordEvent(tx, roomId, 'names-revealed', roomId);
    await tellRoom(tx, actor, roomId, 'names-revealed');
    return ok({ until, signature: signed(actor, roomId, until) });
  });
}

/** The copy behind a link; a link of somebody else, of another room or of long ago leads nowhere. */
export async function exportWithNames(
  actor: Actor,
  roomId: string,
  { until, signature }: NamesLink,
): Promise<Result<ReportExport, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room || until < Date.now()) return err(failure('not-found'));
  const [given, right] = [Buffer.from(signature), Buffer.from(signed(actor, roomId, until))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return err(failure('not-found'));
  if (!can(actor, 'room:reveal-names', room)) return err(failure('not-allowed'));
  const report = await roomReport(actor, { roomId });
  if (!report.ok) return report;
  const people = report.value.people ?? [];
  const rows = await database().prisma.participant.findMany({
    where: { id: { in: people.map(({ id }) => id) } },
    select: { id: true, name: true },
  });
  // As they typed it here, or as the roster has it; the name of an account is nobody's but its owner's.
  const names = new Map(rows.map(({ id, name }) => [id, name ?? '']));
  return ok({
    files: [
      {
        name: `${room.slug}-participants-with-names.csv`,
        mediaType: 'text/csv',
        text: participantsCsv(people, names),
      },
    ],
  });
}
