'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { stanceWords } from '@/components/stance/stance-words';
import { type ConsistencyCheck, checkConsistency } from '@/lib/domain/argument/consistency';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { weighedDebate } from './weighed-debate';

export function CodeButton({
  claim,
  onSelect,
}: {
  claim: Pick<ClaimView, 'code' | 'side'>;
  onSelect: (code: string) => void;
}) {
  return (
    <button
      type="button"
      className="min-h-6 underline decoration-control underline-offset-2 hover:decoration-ink pointer-coarse:min-h-11 pointer-coarse:min-w-8"
      onClick={() => onSelect(claim.code)}
    >
      <ClaimCode code={claim.code} side={claim.side} size="caption" />
    </button>
  );
}

/** Own votes and impacts alone, against the own stance. Others' votes play no part. */
export function OwnVotes({ debate, onSelect }: { debate: DebateView; onSelect: (code: string) => void }) {
  const t = useTranslations('strength.own');
  const say = useStanceWords();
  const isSignedIn = debate.viewer !== null;
  const whole = useMemo(() => weighedDebate(debate), [debate]);
  const check = useMemo(() => (isSignedIn && whole ? checkConsistency(whole) : null), [whole, isSignedIn]);
  // Without arguments there is nothing that votes could imply.
  if (check === null || check.coverage.claims === 0) return null;
  return (
    <section>
      <h4 className="font-strong">{t('title')}</h4>
      <OwnWords check={check} />
      {check.kind === 'implied' && check.claims.length > 0 ? (
        <>
          <p className="mt-1 text-muted">
            {check.difference === null || check.turned === null
              ? t('matter')
              : t('explain', {
                  // Less than half of the way is no explanation.
                  share:
                    Math.abs(check.turned - (check.stance ?? 0)) <= Math.abs(check.difference) / 2
                      ? 'most'
                      : 'little',
                  turned: say(check.turned),
                  count: check.claims.length,
                })}
            {check.isExact ? null : ` ${t('nearest')}`}
          </p>
          <ul className="grid gap-0.5">
            {check.claims.map(({ claimId, choice, change }) => {
              const claim = whole?.claims.find(({ id }) => id === claimId);
              return claim ? (
                <li key={claimId} className="flex flex-wrap items-center gap-x-1.5">
                  <CodeButton claim={claim} onSelect={onSelect} />
                  {t('turned', {
                    choice,
                    change: Math.round(Math.abs(change)),
                    way: change > 0 ? 'for' : 'against',
                  })}
                </li>
              ) : null;
            })}
          </ul>
        </>
      ) : null}
      <p className="mt-1 text-muted">{t('only')}</p>
    </section>
  );
}

/** A value on the scale of stances in words: "60 for". */
function useStanceWords(): (value: number) => string {
  const inWords = useTranslations('contribute.stance.words');
  return (value) => {
    const { direction, points } = stanceWords(Math.round(value));
    return inWords(direction, { points });
  };
}

function OwnWords({ check }: { check: ConsistencyCheck }) {
  const t = useTranslations('strength.own');
  const say = useStanceWords();
  if (check.kind === 'too-few-votes') {
    const { votes, neededVotes, votesFor, votesAgainst, neededFor, neededAgainst } = check.coverage;
    const isOneSided = votes >= neededVotes && (votesFor < neededFor || votesAgainst < neededAgainst);
    return <p>{isOneSided ? t('oneSided') : t('tooFew', { votes, needed: neededVotes })}</p>;
  }
  const { implied, stance, difference } = check;
  if (stance === null || difference === null) return <p>{t('noStance', { implied: say(implied) })}</p>;
  const words = {
    implied: say(implied),
    stance: say(stance), // As far apart as the two numbers that are read.
    difference: Math.abs(Math.round(implied) - Math.round(stance)),
  };
  return <p>{t(Math.abs(difference) < 20 ? 'fits' : 'differs', words)}</p>;
}
