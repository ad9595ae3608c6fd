import { handle } from '@/app/api/kernel/handle';
import { containerHeaders, pageHeaders } from '@/app/api/kernel/web-annotation-headers';
import { preferenceIn } from '@/lib/domain/annotation/web/preference';
import { contracts } from '@/lib/domain/api/contracts';
import { webContainer, webContainerPage } from '@/lib/server/annotation/web-container';

export const GET = handle(
  contracts.webAnnotations,
  ({ actor, params, query, headers }) => {
    const isNames = query.iris === '1';
    if (query.page !== undefined) return webContainerPage(actor, params.roomId, Number(query.page), isNames);
    // The address says more than the header: it is what a link to this picture of the container carries.
    const asked = query.iris === undefined ? preferenceIn(headers.get('prefer')) : null;
    return webContainer(actor, params.roomId, asked ?? (isNames ? 'names' : 'descriptions'));
  },
  (answer) => (answer.type === 'AnnotationPage' ? pageHeaders(answer) : containerHeaders(answer)),
);
