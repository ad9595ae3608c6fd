import 'server-only';
import { uuidv7 } from 'uuidv7';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type { AddPerson } from '../../../domain/room/people';
import { uniqueKey } from '../../../domain/text/plain-text';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { audit } from '../../audit';
import { inTransaction } from '../../database/transaction';
import { recordEvent } from '../events';
import { roomContext } from '../room-context';
import { freeAlias } from './take-seat';

/**
 * Gives a colleague a seat by the name or address that they sign in with. Only those who teach may ask, and learn no more than
 * that there is such an account.
 */
export async function addPerson(
  actor: Actor,
  roomId: string,
  { name, role }: AddPerson,
): Promise<Result<{ participantId: string; alias: string }, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:let-in', room)) return err(failure('not-allowed'));
  const alias = await freeAlias(roomId);
  return inTransaction(async (tx) => {
    const key = uniqueKey(name);
    const user = await tx.user.findFirst({
      where: { isGuest: false, ...(key.includes('@') ? { emailKey: key } : { nameKey: key }) },
      select: { id: true },
    });
    if (!user) return err(failure('not-found', { field: 'name' }));
    const there = await tx.participant.findUnique({
      where: { roomId_userId: { roomId, userId: user.id } },
      select: { id: true, alias: true, role: true },
    });
    // Who has a role that counts keeps it: it is changed in the list, where the right to do so is asked for.
    if (there && there.role !== 'participant' && there.role !== 'observer') {
      return ok({ participantId: there.id, alias: there.alias });
    }
    const seat = there ?? { id: uuidv7(), alias };
    if (there) {
      await tx.participant.update({ where: { id: there.id }, data: { role, leftAt: null } });
    } else {
      await tx.participant.create({
        data: { id: seat.id, roomId, userId: user.id, role, alias, aliasKey: uniqueKey(alias) },
      });
    }
    await recordEvent(tx, roomId, there ? 'person-changed' : 'person-joined', seat.id);
    await audit(tx, actor, 'person-role', { roomId, subjectId: seat.id, reason: role });
    return ok({ participantId: seat.id, alias: seat.alias });
  });
}
