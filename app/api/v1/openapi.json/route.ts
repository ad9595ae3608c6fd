import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { openApiDocument } from '@/lib/domain/api/openapi';
import { ok } from '@/lib/domain/result';
import { sessionCookie } from '@/lib/server/account/next-auth';
import { publicUrl } from '@/lib/server/site';

export const GET = handle(contracts.openapi, async () => ok(openApiDocument(publicUrl(), sessionCookie())));
