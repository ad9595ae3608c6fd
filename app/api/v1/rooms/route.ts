import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { ok } from '@/lib/domain/result';
import { addressOf } from '@/lib/server/address';
import { openRoom } from '@/lib/server/room/open-room';
import { ownRooms } from '@/lib/server/room/own-rooms';

export const GET = handle(contracts.ownRooms, async ({ actor }) => ok(await ownRooms(actor)));

export const POST = handle(contracts.openRoom, ({ actor, body, idempotency, headers }) =>
  openRoom(actor, body, idempotency, addressOf(headers)),
);
