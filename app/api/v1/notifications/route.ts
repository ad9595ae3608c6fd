import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { notificationsOf } from '@/lib/server/notification/queries';

export const GET = handle(contracts.notifications, ({ actor }) => notificationsOf(actor));
