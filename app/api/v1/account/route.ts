import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { failure } from '@/lib/domain/failure';
import { err, ok } from '@/lib/domain/result';
import { signedInPerson } from '@/lib/server/account/queries';

export const GET = handle(contracts.readAccount, async ({ actor }) => {
  const person = await signedInPerson(actor);
  return person ? ok(person) : err(failure('not-signed-in'));
});
