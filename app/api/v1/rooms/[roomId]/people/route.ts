import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addPerson } from '@/lib/server/room/people/add-person';
import { roomPeople } from '@/lib/server/room/people/queries';

export const GET = handle(contracts.people, ({ actor, params }) => roomPeople(actor, params.roomId));
export const POST = handle(contracts.addPerson, ({ actor, params, body }) =>
  addPerson(actor, params.roomId, body),
);
