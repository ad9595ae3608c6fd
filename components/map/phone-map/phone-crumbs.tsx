'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { ClaimCode } from '@/components/claim/claim-code';
import type { MapModel } from '../use-map-model';
import { PhoneLocator } from './phone-locator';
import type { PhoneNeighbours } from './phone-neighbours';

interface PhoneCrumbsProps {
  model: MapModel;
  around: PhoneNeighbours;
  /** Place among the siblings; -1 for the motion. */
  index: number;
  onUp: () => void;
  onSideways: (step: 1 | -1) => void;
  onOverview: () => void;
}

/** Where the reader is: one step up, the claim, its siblings, and the whole map in small. */
export function PhoneCrumbs({ model, around, index, onUp, onSideways, onOverview }: PhoneCrumbsProps) {
  const { t, selectedClaim: claim, debate } = model;
  const { parent, siblings } = around;
  return (
    <nav className="phone-crumbs" aria-label={t('phone.where')}>
      {claim ? (
        <>
          <button
            type="button"
            className="phone-crumbs-up"
            aria-label={parent ? t('phone.up', { code: parent.code }) : t('phone.upMotion')}
            onClick={onUp}
          >
            <ChevronLeft aria-hidden="true" size={14} />
            {parent ? parent.code : t('motion.label')}
          </button>
          <ChevronRight aria-hidden="true" size={14} />
          <span aria-current="location">
            <ClaimCode code={claim.code} side={claim.side} size="caption" />
          </span>
        </>
      ) : (
        <span aria-current="location" className="font-strong text-ink">
          {t('motion.label')}
        </span>
      )}
      <span className="flex-1" />
      {claim && siblings.length > 1 ? (
        <>
          <button
            type="button"
            className="phone-crumbs-step"
            aria-label={t('phone.previous')}
            disabled={index <= 0}
            onClick={() => onSideways(-1)}
          >
            <ChevronLeft aria-hidden="true" size={18} />
          </button>
          <span>{t('phone.place', { position: index + 1, count: siblings.length })}</span>
          <button
            type="button"
            className="phone-crumbs-step"
            aria-label={t('phone.next')}
            disabled={index >= siblings.length - 1}
            onClick={() => onSideways(1)}
          >
            <ChevronRight aria-hidden="true" size={18} />
          </button>
        </>
      ) : null}
      <button type="button" className="phone-crumbs-map" aria-label={t('phone.whole')} onClick={onOverview}>
        <PhoneLocator
          outline={model.outline}
          selectedId={claim?.id ?? debate.motion.id}
          motionId={debate.motion.id}
        />
      </button>
    </nav>
  );
}
