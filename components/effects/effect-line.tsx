'use client';

import { useTranslations } from 'next-intl';
import type { VoteTally } from '@/lib/domain/debate/view';
import { FEWEST_FOR_DISTRIBUTION } from '@/lib/domain/room/visibility';
import type { ShownEffects } from '@/lib/domain/stance/opinion/claim-effects';
import { DIVIDES_FROM, SHARED_FROM } from '@/lib/domain/stance/opinion/thresholds';
import { EffectMark } from './effect-mark';
import type { EffectMark as Mark } from './effect-marks';
import { type ClaimEffects, useShownEffects } from './use-claim-effects';

/** What the marks rest on, as it is said: in 100, and people. */
const THRESHOLDS = {
  gap: Math.round(100 * DIVIDES_FROM),
  share: Math.round(100 * SHARED_FROM),
  fewest: FEWEST_FOR_DISTRIBUTION,
};

const votesIn = ({ agree, disagree, pass }: VoteTally): number => agree + disagree + pass;

interface EffectLineProps {
  claimId: string;
}

/** On a claim's own page, while the marks are shown: its mark, and the counts by group that it rests on. */
export function EffectLine({ claimId }: EffectLineProps) {
  const effects = useShownEffects();
  const mark = effects?.marks.get(claimId);
  if (!effects || mark === undefined || effects.view?.state !== 'shown') return null;
  return <MarkInWords claimId={claimId} mark={mark} effects={effects} groups={effects.view.groups} />;
}

function MarkInWords({
  claimId,
  mark,
  effects,
  groups,
}: EffectLineProps & {
  mark: Mark;
  effects: ClaimEffects;
  groups: ShownEffects['groups'];
}) {
  const t = useTranslations('effects');
  const found = effects.byId.get(claimId);
  const cells = groups.length > 0 ? (found?.byGroup ?? []) : [];
  const all = found?.counts ?? null;
  return (
    <div className="mt-3 grid gap-1 text-caption">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <EffectMark mark={mark} />
        <span className="text-muted">{t(`why.${mark}`, THRESHOLDS)}</span>
      </p>
      {mark === 'answer' ? null : cells.length > 0 ? (
        <ul className="flex flex-wrap gap-x-4">
          {cells.map((cell, index) => {
            const letter = groups[index]?.letter ?? '';
            return (
              <li key={letter}>
                {cell === null
                  ? t('groupFew', { letter })
                  : t('group', {
                      letter,
                      agree: cell.agree,
                      disagree: cell.disagree,
                      count: votesIn(cell),
                    })}
              </li>
            );
          })}
        </ul>
      ) : all === null ? null : (
        <p>{t('all', { agree: all.agree, disagree: all.disagree, count: votesIn(all) })}</p>
      )}
    </div>
  );
}
