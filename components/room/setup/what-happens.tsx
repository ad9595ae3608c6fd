'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useStageWords } from '@/components/room/stage-words';
import type { PlanStep, RoomPlan } from '@/lib/domain/room/plan';
import { CODE_HOURS, isDated } from '@/lib/domain/room/setup';

const strong = (words: ReactNode) => <b className="font-strong text-ink">{words}</b>;

interface Choices {
  plan: RoomPlan;
  claimsNeedApproval: boolean;
  namesCanBeRevealed: boolean;
}

/** What was chosen, told again as what will come one after the other. */
export function WhatHappens({ plan, claimsNeedApproval, namesCanBeRevealed }: Choices) {
  const t = useTranslations('rooms.happens');
  const words = useStageWords();
  return (
    <ol className="grid">
      <Happening>
        {isDated(plan) ? t.rich('codeLong', { b: strong }) : t.rich('code', { b: strong, hours: CODE_HOURS })}
      </Happening>
      <Happening>{t.rich('join', { b: strong })}</Happening>
      <Happening>{t.rich(namesCanBeRevealed ? 'names' : 'aliases', { b: strong })}</Happening>
      {plan.map((step, index) => (
        <Happening key={String(index)}>
          {t.rich('step', {
            b: strong,
            name: words.nameOf(step),
            minutes: step.minutes ?? 0,
            what: t(`what.${whatOf(step, claimsNeedApproval)}`),
          })}
        </Happening>
      ))}
      <Happening>{t.rich('report', { b: strong })}</Happening>
    </ol>
  );
}

function whatOf({ stage, voice, speakers, acts }: PlanStep, isChecked: boolean) {
  if (stage !== 'explore') return stage;
  if (acts.includes('stance')) return 'all';
  if (voice !== 'own') return voice;
  if (speakers !== 'all') return speakers;
  return isChecked ? 'exploreChecked' : 'explore';
}

function Happening({ children }: { children: ReactNode }) {
  return (
    <li className="relative ps-6 pb-3 text-ui text-muted text-pretty before:absolute before:start-px before:top-1.5 before:z-1 before:size-[9px] before:rounded-pill before:border-[1.75px] before:border-ink before:bg-raised not-last:after:absolute not-last:after:start-[5px] not-last:after:-bottom-1.5 not-last:after:top-2 not-last:after:w-px not-last:after:bg-control">
      {children}
    </li>
  );
}
