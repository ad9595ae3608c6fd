'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { viewHref } from '@/components/debate/view-address';
import { useContributionActions } from '@/lib/client/contributions';
import type { DebateView } from '@/lib/domain/debate/view';
import type { SimilarClaim } from '@/lib/domain/search/view';
import { ClaimCode } from './claim-code';
import { isComparable } from './claim-form-state';

const PAUSE_MS = 500;

/** While a claim is written: claims that seem to say the same. It asks once the typing rests, and never stands in the way. */
export function SimilarClaims({
  debate,
  text,
  exceptId,
}: {
  debate: DebateView;
  text: string;
  /** A claim that is written anew is like itself. */
  exceptId?: string | undefined;
}) {
  const t = useTranslations('contribute.claimForm');
  const { similarClaims } = useContributionActions();
  const [found, setFound] = useState<{ of: string; claims: SimilarClaim[] }>({ of: '', claims: [] });
  const words = text.trim();
  useEffect(() => {
    if (!isComparable(words)) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void similarClaims(words).then((answer) => {
        // Without an answer there is simply no hint.
        if (isCurrent && answer.ok) setFound({ of: words, claims: answer.value.claims });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words, similarClaims]);
  const claims = isComparable(words) ? found.claims.filter(({ id }) => id !== exceptId) : [];
  return (
    <div aria-live="polite" className="text-caption empty:hidden">
      {claims.length === 0 ? null : (
        <>
          <p className="font-strong">{t('similar', { count: claims.length })}</p>
          <ul className="grid gap-0.5">
            {claims.map(({ id, code, text: other }) => {
              const claim = debate.claims.find((candidate) => candidate.id === id);
              return (
                <li key={id}>
                  <a
                    href={viewHref(debate.slug, 'outline', { claim: code })}
                    target="_blank"
                    rel="noreferrer"
                    className="inline-block py-1 text-ink"
                  >
                    <ClaimCode code={code} side={claim?.side ?? 'n'} />{' '}
                    <span lang={debate.language} dir="auto">
                      {other}
                    </span>
                    <span className="sr-only"> {t('newTab')}</span>
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
