import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { setUp } from '@/lib/server/account/commands';

export const POST = handle(contracts.setUp, ({ actor, body }) => setUp(actor, body));
