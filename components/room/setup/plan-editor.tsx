'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { DraftLine } from '@/components/draft/draft-line';
import { textVersion } from '@/components/form/text-version';
import { useStageWords } from '@/components/room/stage-words';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { type OtherDraft, useDraft } from '@/lib/client/drafts';
import { changePlan } from '@/lib/client/rooms';
import { MOST_MINUTES, PLAN_STAGES, type PlanStage } from '@/lib/domain/room/plan';
import type { RoomFrame } from '@/lib/domain/room/view';
import { useTimes } from '@/lib/i18n/use-times';
import {
  addStep,
  carriedOver,
  changeStep,
  type DraftPlan,
  draftOf,
  faultIn,
  hasRoom,
  isChanged,
  type KeptDraftPlan,
  moveStep,
  type PlanFault,
  planIn,
  removeStep,
  repeatStep,
} from './draft-plan';
import { StepEditor } from './step-editor';
import { useChange } from './use-change';

const UNCHANGED: KeptDraftPlan | null = null;

/** Changes the plan of a class while it runs; nothing of it holds before it is saved. */
export function PlanEditor({ room, onChange }: { room: RoomFrame; onChange: (room: RoomFrame) => void }) {
  const t = useTranslations('setup.plan');
  const words = useStageWords();
  const kept = useDraft<KeptDraftPlan | null>(
    `plan:${room.id}`,
    UNCHANGED,
    textVersion(JSON.stringify(room.plan)),
  );
  const draft = kept.value ?? { ...draftOf(room.plan), was: room.plan };
  const setDraft = (next: DraftPlan) => {
    if (isChanged(next, draft.was)) kept.set({ ...next, was: draft.was });
    else void kept.clear();
  };
  const [fault, setFault] = useState<PlanFault | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // The button stays at the bottom of the screen; what is wrong may stand elsewhere, or under it.
  useEffect(() => {
    if (fault) list.current?.children[fault.step]?.scrollIntoView({ block: 'center' });
  }, [fault]);
  const [isStale, setIsStale] = useState(false);
  const [stageToAdd, setStageToAdd] = useState<PlanStage>('explore');
  const { isPending, trouble, run } = useChange();
  const isDirty = isChanged(draft, draft.was);

  const begin = (frame: RoomFrame) => {
    void kept.clear();
    setFault(null);
    onChange(frame);
  };
  /** Shows a draft of another plan as a draft of this one. */
  const carryOver = (older: KeptDraftPlan, plan: RoomFrame['plan']) => {
    const carried = carriedOver(older, plan);
    if (isChanged(carried, plan)) kept.set(carried);
    else void kept.clear();
  };
  const save = () => {
    setIsStale(false);
    const wrong = faultIn(draft, { plan: draft.was, step: room.step }, Date.now());
    setFault(wrong);
    if (wrong) return;
    void run(
      () => changePlan(room.id, { was: draft.was, ...planIn(draft) }),
      begin,
      (failure) => {
        if (failure.kind !== 'http' || failure.code !== 'changed-since') return false;
        setIsStale(true);
        const current = failure.current as RoomFrame;
        carryOver(draft, current.plan);
        onChange(current);
        return true;
      },
    );
  };
  const wordsOf = ({ field }: PlanFault) => {
    const what =
      field === 'minutes'
        ? t('faults.minutes', { most: MOST_MINUTES })
        : field === 'voice' || field === 'speakers'
          ? t('faults.stage')
          : t(`faults.${field}`);
    return t('fault', { what });
  };

  if (room.stage === 'closed') return <p className="text-pretty">{t('closed')}</p>;
  return (
    <div className="grid gap-4">
      <p className="text-ui text-muted text-pretty">{t('about')}</p>
      {isStale ? (
        <p role="alert" className="rounded border border-danger px-3.5 py-3 text-ui text-danger">
          {t('stale')}
        </p>
      ) : null}
      <OtherPlans
        others={kept.others}
        onTake={(other) => {
          if (other.value !== null) carryOver(other.value, room.plan);
          kept.discard(other.id);
        }}
        onDiscard={kept.discard}
      />
      <ol ref={list} className="grid gap-2">
        {draft.steps.map((step, index) => (
          <StepEditor
            key={step.key}
            step={step}
            number={index + 1}
            isHere={step.origin === room.step}
            hasBeen={step.origin !== null && room.spentSeconds[step.origin] !== undefined}
            isFirst={index === 0}
            isLast={index === draft.steps.length - 1}
            canRepeat={hasRoom(draft)}
            fault={fault?.step === index ? wordsOf(fault) : null}
            onChange={(change) => setDraft(changeStep(draft, step.key, change))}
            onMove={(by) => setDraft(moveStep(draft, step.key, by))}
            onRepeat={() => setDraft(repeatStep(draft, step.key))}
            onRemove={() => setDraft(removeStep(draft, step.key))}
          />
        ))}
      </ol>
      {hasRoom(draft) ? (
        <div className="flex flex-wrap gap-2">
          <select
            aria-label={t('stageToAdd')}
            value={stageToAdd}
            onChange={({ target }) =>
              setStageToAdd(PLAN_STAGES.find((stage) => stage === target.value) ?? 'explore')
            }
            className={`${controlStyle} h-10 w-auto! pointer-coarse:h-11`}
          >
            {PLAN_STAGES.map((stage) => (
              <option key={stage} value={stage}>
                {words.stageName(stage)}
              </option>
            ))}
          </select>
          <Button onClick={() => setDraft(addStep(draft, stageToAdd))}>{t('add')}</Button>
        </div>
      ) : null}
      <div
        className={`flex flex-wrap items-center gap-3 ${isDirty ? 'sticky bottom-0 border-t border-hairline bg-paper py-3' : ''}`}
      >
        <Button variant="primary" isPending={isPending} disabled={!isDirty} onClick={save}>
          {isPending ? t('saving') : t('save')}
        </Button>
        {isDirty ? (
          <>
            <Button variant="quiet" onClick={() => begin(room)}>
              {t('undo')}
            </Button>
            <span className="text-caption text-muted">{t('unsaved')}</span>
          </>
        ) : null}
        <p role="alert" className="text-caption text-danger empty:hidden">
          {trouble}
        </p>
      </div>
      <DraftLine draft={{ ...kept, others: [] }} />
    </div>
  );
}

/** Changes that were begun against another plan, or in another tab, and not saved. */
function OtherPlans({
  others,
  onTake,
  onDiscard,
}: {
  others: readonly OtherDraft<KeptDraftPlan | null>[];
  onTake: (other: OtherDraft<KeptDraftPlan | null>) => void;
  onDiscard: (id: string) => void;
}) {
  const t = useTranslations('setup.plan.other');
  const time = useTimes();
  return others.map((other) => (
    <div key={other.id} role="status" className="grid gap-2 rounded border border-control px-3.5 py-3">
      <p className="text-ui text-pretty">
        {t('about', { time: time.dateTime(new Date(other.at).toISOString()) })}
      </p>
      <p className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => onTake(other)}>
          {t('take')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onDiscard(other.id)}>
          {t('discard')}
        </Button>
      </p>
    </div>
  ));
}
