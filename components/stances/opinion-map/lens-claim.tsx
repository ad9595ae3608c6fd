import { useTranslations } from 'next-intl';
import { ClaimPicker } from '@/components/edit/claim-picker';
import { Button } from '@/components/ui/button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { OpinionClaim } from '@/lib/domain/stance/opinion/opinion-view';
import type { LensState } from './use-lens';

/** Chooses the claim whose votes the dots show, and says so where they cannot. */
export function LensClaim({
  lens: { claimId, setClaimId, status, isAgain, readAgain },
  claims,
  language,
  shortTitles,
}: {
  lens: LensState;
  claims: readonly OpinionClaim[];
  language: string;
  shortTitles: Readonly<Record<string, string>>;
}) {
  const t = useTranslations('opinions.map.lens');
  const hasAgain = status === 'trouble' || isAgain;
  const place = useKeptFocus<HTMLDivElement>(hasAgain);
  return (
    <div ref={place} tabIndex={-1} className="no-print grid max-w-measure gap-2 text-ui">
      <ClaimPicker
        label={t('claim')}
        language={language}
        value={claimId}
        onChange={setClaimId}
        options={claims.map(({ claimId: id, code, side, text }) => ({
          id,
          code,
          side,
          text,
          shortTitle: shortTitles[id] ?? null,
          speaker: null,
        }))}
      />
      <p role="status" className="text-caption text-muted empty:hidden">
        {status === 'reading'
          ? t('reading')
          : status === 'few'
            ? t('few')
            : status === 'trouble'
              ? t('trouble')
              : null}
      </p>
      {hasAgain ? (
        <Button size="small" className="justify-self-start" isPending={isAgain} onClick={readAgain}>
          {t('again')}
        </Button>
      ) : null}
    </div>
  );
}
