'use client';

import { useTranslations } from 'next-intl';
import { useOpinions } from '@/lib/client/opinions';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { strong } from './chart-frame';
import type { ClaimsDebate } from './claim-line';
import { ClaimsFrame } from './claims-frame';
import { NoCamps } from './no-camps';
import { ClaimsApart, RankedClaims } from './ranked-claims';
import { claimsWith } from './votes-by-group';

const listedIn = (shown: ShownOpinions): OpinionClaim[] =>
  claimsWith(
    shown,
    shown.cruxes.flatMap(({ items }) => items),
  );

/** Too few voted on them, in all or in a group, to tell what they do. */
const unrankedIn = (shown: ShownOpinions): OpinionClaim[] =>
  shown.claims.filter(({ effect }) => effect === null);

/** The claims on which groups differ most. */
export function CruxesFrame({ debate }: { debate: ClaimsDebate }) {
  const t = useTranslations('opinions.cruxes');
  const { view } = useOpinions();
  const shown = view?.state === 'shown' && view.groups.length > 0 ? view : null;
  return (
    <ClaimsFrame
      id="cruxes"
      question={t('question')}
      fileName="cruxes"
      lead={t('lead')}
      note={shown ? t.rich('note', { ...shown.counts, b: strong }) : null}
      sections={
        shown
          ? [
              { title: t('title'), claims: listedIn(shown) },
              { title: t('unrankedTitle'), claims: unrankedIn(shown) },
            ]
          : []
      }
      shown={shown}
      debate={debate}
      caption={t('table')}
    >
      {(opinions) => <Cruxes shown={opinions} debate={debate} />}
    </ClaimsFrame>
  );
}

function Cruxes({ shown, debate }: { shown: ShownOpinions; debate: ClaimsDebate }) {
  const t = useTranslations('opinions.cruxes');
  if (shown.groups.length === 0) return <NoCamps>{t('noGroups')}</NoCamps>;
  const unranked = unrankedIn(shown);
  return (
    <div className="grid gap-3">
      {shown.cruxes.length > 0 ? (
        <RankedClaims title={t('title')} ranks={shown.cruxes} shown={shown} debate={debate} />
      ) : (
        <p className="text-ui">{t(unranked.length === shown.claims.length ? 'noneTold' : 'none')}</p>
      )}
      <ClaimsApart
        summary={t('unranked', { count: unranked.length })}
        title={t('unrankedTitle')}
        claims={unranked}
        shown={shown}
        debate={debate}
      />
    </div>
  );
}
