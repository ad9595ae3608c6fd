import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { changePerson } from '@/lib/server/room/people/change-person';

export const PATCH = handle(contracts.changePerson, ({ actor, params, body }) =>
  changePerson(actor, params.roomId, params.participantId, body),
);
