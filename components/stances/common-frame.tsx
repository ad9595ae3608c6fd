'use client';

import { useTranslations } from 'next-intl';
import { useOpinions } from '@/lib/client/opinions';
import { votesOf } from '@/lib/domain/stance/opinion/claim-readings';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { strong } from './chart-frame';
import type { ClaimsDebate } from './claim-line';
import { ClaimsFrame } from './claims-frame';
import { ClaimsApart, RankedClaims } from './ranked-claims';
import { claimsWith } from './votes-by-group';

const listedIn = (shown: ShownOpinions): OpinionClaim[] =>
  claimsWith(
    shown,
    shown.commonGround.flatMap(({ items }) => items),
  );

/** Claims that are shared all the same, by being turned down in every group. */
const refusedIn = (shown: ShownOpinions): OpinionClaim[] => {
  const listed = new Set(listedIn(shown));
  return shown.claims.filter((claim) => claim.effect === 'unites' && !listed.has(claim));
};

/**
 * How much of a claim is shared, in 100: what the claims are ranked by; without groups the very share, as that is what they
 * are listed for and what can be counted beside it.
 */
function sharedIn({ consensus, counts, byGroup }: OpinionClaim): number | null {
  if (consensus === null || counts === null) return null;
  return Math.round(100 * (byGroup.length > 0 ? consensus : counts.agree / votesOf(counts)));
}

/** The same in words. */
function useRate(hasGroups: boolean): (claim: OpinionClaim) => string | null {
  const t = useTranslations('opinions.common');
  return (claim) => {
    const percent = sharedIn(claim);
    return percent === null ? null : t(hasGroups ? 'rate' : 'rateOfAll', { percent });
  };
}

/** What every group agrees on, or everybody where there are no groups. */
export function CommonGroundFrame({ debate }: { debate: ClaimsDebate }) {
  const t = useTranslations('opinions.common');
  const { view } = useOpinions();
  const shown = view?.state === 'shown' ? view : null;
  const hasGroups = shown !== null && shown.groups.length > 0;
  const rateOf = useRate(hasGroups);
  const common = shown?.commonGround.flatMap(({ items }) => items).length ?? 0;
  return (
    <ClaimsFrame
      id="common"
      question={t(shown && !hasGroups ? 'questionOfAll' : 'question')}
      fileName="common-ground"
      lead={
        shown ? t(hasGroups ? 'lead' : 'leadOfAll', { shared: common, claims: shown.counts.claims }) : null
      }
      note={shown ? t.rich(hasGroups ? 'note' : 'noteOfAll', { ...shown.counts, b: strong }) : null}
      sections={
        shown
          ? [
              { title: t('title'), claims: listedIn(shown) },
              { title: t('refusedTitle'), claims: refusedIn(shown) },
            ]
          : []
      }
      rateOf={rateOf}
      rate={sharedIn}
      shown={shown}
      debate={debate}
      caption={t('table')}
    >
      {(opinions) => <CommonGround shown={opinions} debate={debate} />}
    </ClaimsFrame>
  );
}

function CommonGround({ shown, debate }: { shown: ShownOpinions; debate: ClaimsDebate }) {
  const t = useTranslations('opinions.common');
  const hasGroups = shown.groups.length > 0;
  const refused = refusedIn(shown);
  const rateOf = useRate(hasGroups);
  return (
    <div className="grid gap-3">
      {shown.commonGround.length > 0 ? (
        <RankedClaims
          title={t('title')}
          ranks={shown.commonGround}
          shown={shown}
          debate={debate}
          rateOf={rateOf}
        />
      ) : (
        <p className="text-ui">{t(hasGroups ? 'none' : 'noneOfAll')}</p>
      )}
      <ClaimsApart
        summary={t(hasGroups ? 'refused' : 'refusedByAll', { count: refused.length })}
        title={t('refusedTitle')}
        claims={refused}
        shown={shown}
        debate={debate}
      />
    </div>
  );
}
