import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { moderationOf } from '@/lib/server/annotation/moderation-queries';

export const GET = handle(contracts.moderation, ({ actor, params }) => moderationOf(actor, params.roomId));
