import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { failure } from '@/lib/domain/failure';
import { err, ok } from '@/lib/domain/result';
import { keepSeats } from '@/lib/server/account/guest-account';
import { signedInPerson } from '@/lib/server/account/queries';
import { addressOf } from '@/lib/server/address';

export const GET = handle(contracts.readAccount, async ({ actor }) => {
  const person = await signedInPerson(actor);
  return person ? ok(person) : err(failure('not-signed-in'));
});

export const PUT = handle(contracts.keepSeats, ({ actor, body, headers }) =>
  keepSeats(actor, body, addressOf(headers)),
);
