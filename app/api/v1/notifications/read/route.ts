import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { markRead } from '@/lib/server/notification/queries';

export const POST = handle(contracts.readNotifications, ({ actor, body }) => markRead(actor, body));
