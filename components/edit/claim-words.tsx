import { ClaimCode } from '@/components/claim/claim-code';
import type { ClaimView } from '@/lib/domain/debate/view';

/** A claim in full, as something that is spoken about. */
export function ClaimWords({ claim, language }: { claim: ClaimView; language: string }) {
  return (
    <p className="border-s-2 border-hairline ps-3 font-serif text-ui text-pretty">
      <ClaimCode code={claim.code} side={claim.side} />{' '}
      <span lang={language} dir="auto">
        {claim.text}
      </span>
    </p>
  );
}
