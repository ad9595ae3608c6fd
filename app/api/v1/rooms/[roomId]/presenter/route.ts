import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { presenterView } from '@/lib/server/room/presenter';

export const GET = handle(contracts.presenter, ({ actor, params }) => presenterView(actor, params.roomId));
