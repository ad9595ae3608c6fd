import { versionHref, viewHref } from '@/components/debate/view-address';
import type { CitationView, ClaimView } from '@/lib/domain/debate/view';

/** Where a citation stands in the text view, with the claim selected; what the newest text has lost, in the version that had it. */
export function citationHref(
  slug: string,
  { code, layer }: Pick<ClaimView, 'code' | 'layer'>,
  { standing, sourceKey, versionNumber, passageKey }: CitationView,
): string {
  return standing === 'lost'
    ? versionHref(slug, { sourceKey, version: versionNumber, claim: code, passage: passageKey })
    : viewHref(slug, 'text', { claim: code, isBeyondOn: layer === 'beyond', passage: passageKey });
}
