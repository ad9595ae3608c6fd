'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { explain, type Reason } from '@/lib/domain/argument/explanation';
import { defeatersOf, groundedLabels } from '@/lib/domain/argument/labels';
import { LENSES } from '@/lib/domain/argument/lens';
import { compareLenses, labelDisputes, sideOfMiddle } from '@/lib/domain/argument/lens-comparison';
import { openStanding } from '@/lib/domain/argument/preferred';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { percentOf, strengthBand } from './strength-band';
import { useWhatIf } from './use-what-if';
import { WhatIfControls } from './what-if-controls';

interface StrengthWhyProps {
  debate: DebateView;
  /** Id of a claim or of the motion. */
  subjectId: string;
  onSelect: (code: string) => void;
}

/** Why a claim is as strong as it is: what each reason does, how it stands without votes, what other lenses say. */
export function StrengthWhy({ debate, subjectId, onSelect }: StrengthWhyProps) {
  const t = useTranslations('strength');
  const { evaluated, graph } = useWhatIf(debate).strengths;
  const explanation = explain(evaluated, subjectId);
  const label = useMemo(() => groundedLabels(graph).get(subjectId) ?? 'undecided', [graph, subjectId]);
  // Listing positions takes its time: only for the claim in view, and only when it is contested.
  const open = useMemo(
    () => (label === 'undecided' ? openStanding(graph, subjectId) : null),
    [graph, subjectId, label],
  );
  const defeaters = useMemo(
    () => (label === 'out' ? defeatersOf(graph, subjectId) : []),
    [graph, subjectId, label],
  );
  if (!explanation) return null;
  const { reasons, others, isDamped } = explanation;
  const claim = debate.claims.find(({ id }) => id === subjectId);
  const strengths = new Map([[subjectId, explanation.strength]]);
  const [dispute] = labelDisputes(new Map([[subjectId, label]]), strengths);
  return (
    <div className="mt-2.5 grid gap-2.5 text-caption">
      {reasons.length === 0 ? (
        <p className="text-muted">{t('noReasons')}</p>
      ) : (
        <ul className="grid gap-1.5" aria-label={t('why')}>
          {reasons.map((reason) => (
            <ReasonRow
              key={reason.relationIds.join(' ')}
              debate={debate}
              subjectId={subjectId}
              reason={reason}
              onSelect={onSelect}
            />
          ))}
        </ul>
      )}
      {others.raise + others.lower + others.nothing > 0 ? (
        <p className="text-muted">{t('others', others)}</p>
      ) : null}
      {isDamped ? <p className="text-muted">{t('lenses.damped')}</p> : null}
      <p>
        <span className="text-muted">{t('label.title')}: </span>
        {t(`label.${label}`)}
        {open ? ` ${t('label.open', { ...open })}` : null}
      </p>
      {dispute ? (
        <p className="border-s-2 border-ink ps-2">
          {t(`differs.${dispute.label === 'in' ? 'in' : 'out'}`)}{' '}
          {claimsOf(debate, defeaters).map((one) => (
            <ClaimButton key={one.code} claim={one} onSelect={onSelect} />
          ))}
        </p>
      ) : null}
      <Lenses debate={debate} subjectId={subjectId} />
      {claim ? <WhatIfControls debate={debate} claim={claim} /> : null}
    </div>
  );
}

/** Of a large map also claims that were not read: code and side are known of all. */
const claimsOf = (
  debate: DebateView,
  claimIds: readonly string[],
): Pick<ClaimView, 'id' | 'code' | 'side'>[] =>
  (debate.part?.whole ?? debate).claims.filter(({ id }) => claimIds.includes(id));

function ClaimButton({
  claim: { code, side },
  onSelect,
}: {
  claim: Pick<ClaimView, 'code' | 'side'>;
  onSelect: (code: string) => void;
}) {
  return (
    <button
      type="button"
      className="me-1.5 min-h-6 font-strong underline decoration-control underline-offset-2 hover:decoration-ink pointer-coarse:min-h-11"
      onClick={() => onSelect(code)}
    >
      <ClaimCode code={code} side={side} size="caption" />
    </button>
  );
}

/** One reason with a bar from the middle: to the start when it lowers, to the end when it raises. */
function ReasonRow({
  debate,
  subjectId,
  reason,
  onSelect,
}: {
  debate: DebateView;
  subjectId: string;
  reason: Reason;
  onSelect: (code: string) => void;
}) {
  const t = useTranslations('strength');
  const points = percentOf(Math.abs(reason.contribution));
  const way = points === 0 ? 'nothing' : reason.contribution > 0 ? 'raises' : 'lowers';
  const undercut =
    reason.undercutIds === null ? null : debate.relations.find(({ id }) => reason.undercutIds?.includes(id));
  const [met] = undercut ? claimsOf(debate, [undercut.fromClaimId]) : [];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-center gap-x-3">
      <span className="flex flex-wrap items-center gap-x-1.5">
        {claimsOf(debate, reason.premiseIds).map((one) => (
          <ClaimButton key={one.code} claim={one} onSelect={onSelect} />
        ))}
        <span>
          {t(way)}
          {points === 0 ? '' : `, ${t('points', { points })}`}
        </span>
        {met === undefined ? null : (
          <span className="text-muted">
            {undercut?.toClaimId === subjectId ? t('undercuts', { code: met.code }) : t('undercutsUndercut')}
          </span>
        )}
        {reason.premiseIds.length > 1 ? <Tag>{t('linked')}</Tag> : null}
      </span>
      <span aria-hidden="true" className="relative h-3">
        <span className="absolute inset-y-0 w-px bg-control" style={{ insetInlineStart: '50%' }} />
        <span
          className={`absolute inset-y-0.5 ${way === 'lowers' ? 'border border-ink bg-wash' : 'bg-ink'} forced-colors:bg-[CanvasText]`}
          style={{
            width: `${Math.min(50, Math.max(points === 0 ? 0 : 2, points))}%`,
            [way === 'lowers' ? 'insetInlineEnd' : 'insetInlineStart']: '50%',
          }}
        />
      </span>
    </li>
  );
}

function Lenses({ debate, subjectId }: Pick<StrengthWhyProps, 'debate' | 'subjectId'>) {
  const t = useTranslations('strength.lenses');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { graph } = useWhatIf(debate).strengths;
  const compared = useMemo(() => compareLenses(graph).get(subjectId), [graph, subjectId]);
  if (!compared) return null;
  const { strengths, isDisputed } = compared;
  const shown = sideOfMiddle(strengths['quadratic-energy']);
  const shownWord = strengthBand(strengths['quadratic-energy']);
  const isMixed = LENSES.some((lens) => strengthBand(strengths[lens]) !== shownWord);
  return (
    <div>
      <Button size="small" aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        {t(isDisputed ? 'disagree' : isMixed ? 'mixed' : 'open')}
      </Button>
      <table id={id} hidden={!isOpen} className="mt-2 w-full">
        <caption className="pb-1 text-start text-muted">{t('title')}</caption>
        <tbody>
          {LENSES.map((lens) => {
            const side = sideOfMiddle(strengths[lens]);
            const word = strengthBand(strengths[lens]);
            return (
              <tr key={lens} className="border-t border-hairline">
                <th scope="row" className="py-1 pe-3 text-start font-regular">
                  {t(`names.${lens}`)}
                  {side !== 0 && shown !== 0 && side !== shown ? (
                    <span className="block text-muted">{t('differs')}</span>
                  ) : null}
                </th>
                <td className="py-1 pe-3">
                  {t('word', { word })}
                  {word === shownWord ? null : <span className="sr-only"> {t('otherWord')}</span>}
                  {word === shownWord ? null : <span aria-hidden="true"> ≠</span>}
                </td>
                <td className="py-1 text-end tabular-nums">{percentOf(strengths[lens])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
