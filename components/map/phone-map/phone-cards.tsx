'use client';

import { MessageSquare } from 'lucide-react';
import { ClaimCode } from '@/components/claim/claim-code';
import { EvidenceLabel } from '@/components/claim/evidence-label';
import { SideWord } from '@/components/claim/side-word';
import { EffectMark } from '@/components/effects/effect-mark';
import { StanceStrip } from '@/components/stance/stance-strip';
import { VoteBar } from '@/components/vote/vote-bar';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import { whyUntold } from '@/lib/client/live/why-untold';
import type { ClaimView } from '@/lib/domain/debate/view';
import { FLAG_ICONS } from '../claim-card';
import { passageCount } from '../map-claims';
import { StancesNotice } from '../motion-card';
import type { MapModel } from '../use-map-model';
import type { PhoneNeighbours } from './phone-neighbours';

interface ParentCardProps {
  model: MapModel;
  around: PhoneNeighbours;
  onOpen: (claimId: string) => void;
}

/** What the claim speaks to, and the gap below it with the line, its word and what undercuts it. */
export function ParentCard({ model, around, onOpen }: ParentCardProps) {
  const { t, debate, words } = model;
  const { parent, relation, undercutters } = around;
  return (
    <>
      <button
        type="button"
        className="phone-parent"
        data-part="parent"
        data-is-motion={parent ? undefined : ''}
        onClick={() => onOpen(parent?.id ?? debate.motion.id)}
      >
        <span className="phone-parent-label">
          {parent ? <ClaimCode code={parent.code} side={parent.side} /> : t('motion.label')}
        </span>
        <span className="phone-parent-text" lang={debate.language} dir="auto">
          {parent ? parent.text : debate.motion.text}
        </span>
      </button>
      <div className="phone-gap" data-part="gap">
        {relation ? (
          <>
            <span className="phone-gap-word">
              {relation.kind === 'undercuts' ? words.relation(relation) : t(`phone.${relation.kind}`)}
            </span>
            {undercutters.length === 0 ? null : (
              <span className="phone-gap-undercut">
                {t('phone.undercutBy', { codes: undercutters.map(({ claim }) => claim.code).join(', ') })}
              </span>
            )}
          </>
        ) : null}
      </div>
    </>
  );
}

interface SelfCardProps extends ParentCardProps {
  claim: ClaimView | null;
}

const UNTOLD = { reveal: 'atReveal', few: 'few', answer: 'afterYourVote' } as const;

/** The claim in the middle; the motion when nothing is selected. */
export function SelfCard({ model, claim, around, onOpen }: SelfCardProps) {
  const { t, debate, drawn, outline, flags, words } = model;
  const hides = useHiddenUntilReveal();
  if (!claim) {
    const { stances } = debate.motion;
    return (
      <article className="phone-self phone-self-motion" data-part="self">
        <p className="phone-parent-label">{t('motion.label')}</p>
        <h2 className="phone-self-text" lang={debate.language} dir="auto">
          {debate.motion.text}
        </h2>
        <div className="mt-3 text-fine text-muted">
          {stances?.bands ? (
            <StanceStrip stances={stances} sides={debate.sides} />
          ) : (
            <StancesNotice count={stances?.count ?? null} />
          )}
        </div>
      </article>
    );
  }
  const number = outline.nodeById.get(claim.id)?.number;
  const flag = flags.get(claim.id);
  const FlagIcon = flag ? FLAG_ICONS[flag] : null;
  const { tally } = claim;
  const effect = model.effects?.marks.get(claim.id);
  return (
    <article className="phone-self" data-part="self" data-side={claim.side} key={claim.id}>
      <span className="phone-port" />
      {effect === undefined ? null : <EffectMark mark={effect} />}
      <div className="phone-self-top">
        <ClaimCode code={claim.code} side={claim.side} size="caption" />
        <SideWord side={claim.side} sides={debate.sides} />
        {number ? <span className="text-muted">{t('panel.outline', { number })}</span> : null}
        <span className="flex-1" />
        {claim.noteCount === 0 ? null : (
          <span className="inline-flex items-center gap-1 text-muted">
            <MessageSquare aria-hidden="true" size={13} />
            <span aria-hidden="true">{claim.noteCount}</span>
            <span className="sr-only">{t('name.notes', { count: claim.noteCount })}</span>
          </span>
        )}
      </div>
      <h2 className="phone-self-text" lang={debate.language} dir="auto">
        {claim.text}
      </h2>
      <div className="phone-self-meta">
        <EvidenceLabel evidence={claim.evidence} passageCount={passageCount(claim)} />
        {tally === null ? (
          <span className="text-fine text-muted">{t(`card.${UNTOLD[whyUntold(hides, claim.ownVote)]}`)}</span>
        ) : tally.agree + tally.disagree + tally.pass === 0 ? (
          <span className="text-fine text-muted">{t('card.noVotes')}</span>
        ) : (
          <VoteBar tally={tally} widthPx={64} hasCount />
        )}
      </div>
      {flag ? (
        <p className="mt-2 flex items-center gap-1 text-fine">
          {FlagIcon ? <FlagIcon aria-hidden="true" size={13} strokeWidth={1.75} /> : null}
          {t(`flag.${flag}`)}
        </p>
      ) : null}
      {around.also.map((relation) => {
        const target = relation.toClaimId ?? drawn.relationById.get(relation.toRelationId ?? '')?.fromClaimId;
        return target === undefined ? null : (
          <button key={relation.id} type="button" className="phone-also" onClick={() => onOpen(target)}>
            {t('phone.also', { relation: words.relation(relation) })}
          </button>
        );
      })}
    </article>
  );
}
