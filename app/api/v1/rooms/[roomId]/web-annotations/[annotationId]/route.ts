import { handle } from '@/app/api/kernel/handle';
import { annotationHeaders } from '@/app/api/kernel/web-annotation-headers';
import { contracts } from '@/lib/domain/api/contracts';
import { webNote } from '@/lib/server/annotation/web-container';

export const GET = handle(
  contracts.webAnnotation,
  ({ actor, params }) => webNote(actor, params.roomId, params.annotationId),
  annotationHeaders,
);
