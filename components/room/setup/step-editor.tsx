'use client';

import { ArrowDown, ArrowUp, Copy, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useStageWords } from '@/components/room/stage-words';
import { controlStyle, TextArea, TextField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Tag } from '@/components/ui/tag';
import { MOST_MINUTES, type PlanStep, ROOM_ACTS, ROOM_SPEAKERS, ROOM_VOICES } from '@/lib/domain/room/plan';
import { LIMITS } from '@/lib/domain/text/limits';
import type { DraftStep } from './draft-plan';
import { MomentField } from './moment-field';

const ICON = 'size-4';
const DAY_MS = 24 * 60 * 60 * 1000;

export interface StepEditorProps {
  step: DraftStep;
  number: number;
  /** The class is at this step: it stays in the plan. */
  isHere: boolean;
  hasBeen: boolean;
  isFirst: boolean;
  isLast: boolean;
  /** There is room for one more. */
  canRepeat: boolean;
  fault: string | null;
  onChange: (change: Partial<PlanStep>) => void;
  onMove: (by: -1 | 1) => void;
  onRepeat: () => void;
  onRemove: () => void;
}

/** One step of a plan, to be changed, moved, repeated or taken out. */
export function StepEditor({
  step,
  number,
  isHere,
  hasBeen,
  isFirst,
  isLast,
  canRepeat,
  fault,
  onChange,
  onMove,
  onRepeat,
  onRemove,
}: StepEditorProps) {
  const t = useTranslations('setup.plan');
  const words = useStageWords();
  const name = words.nameOf(step);
  return (
    <li
      className={`grid gap-3 rounded border bg-raised px-4 py-3 ${isHere ? 'border-ink shadow-[inset_0_0_0_1px_var(--color-ink)]' : 'border-hairline'}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-strong">{t('step', { number, name })}</h3>
        {isHere ? <Tag>{t('here')}</Tag> : hasBeen ? <Tag>{t('been')}</Tag> : null}
        <span className="ms-auto flex">
          <IconButton label={t('up', { number })} size="small" disabled={isFirst} onClick={() => onMove(-1)}>
            <ArrowUp aria-hidden="true" className={ICON} />
          </IconButton>
          <IconButton label={t('down', { number })} size="small" disabled={isLast} onClick={() => onMove(1)}>
            <ArrowDown aria-hidden="true" className={ICON} />
          </IconButton>
          <IconButton label={t('repeat', { number })} size="small" disabled={!canRepeat} onClick={onRepeat}>
            <Copy aria-hidden="true" className={ICON} />
          </IconButton>
          <IconButton label={t('remove', { number })} size="small" disabled={isHere} onClick={onRemove}>
            <X aria-hidden="true" className={ICON} />
          </IconButton>
        </span>
      </div>
      <StepTime step={step} number={number} onChange={onChange} />
      <details>
        <summary className="cursor-pointer text-ui text-muted">{t('more')}</summary>
        <StepDetails step={step} onChange={onChange} />
      </details>
      <p role="alert" className="text-caption text-danger empty:hidden">
        {fault}
      </p>
    </li>
  );
}

type Change = Pick<StepEditorProps, 'step' | 'onChange'>;

/** When the step ends: by hand, after minutes, or at a date; and what happens then. */
function StepTime({ step, number, onChange }: Change & { number: number }) {
  const t = useTranslations('setup.plan');
  const id = useId();
  const kind = step.minutes !== null ? 'minutes' : step.until !== null ? 'until' : 'open';
  const choose = (next: string) => {
    if (next === 'minutes') onChange({ minutes: 5, until: null });
    else if (next === 'until')
      onChange({ minutes: null, until: new Date(Date.now() + DAY_MS).toISOString() });
    else onChange({ minutes: null, until: null, movesOn: false });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <label htmlFor={id} className="sr-only">
        {t('time')}
      </label>
      <select
        id={id}
        value={kind}
        onChange={({ target }) => choose(target.value)}
        className={`${controlStyle} h-11 w-auto!`}
      >
        {(['open', 'minutes', 'until'] as const).map((one) => (
          <option key={one} value={one}>
            {t(`ends.${one}`)}
          </option>
        ))}
      </select>
      {kind === 'minutes' ? (
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_MINUTES}
          value={Number.isNaN(step.minutes) ? '' : (step.minutes ?? '')}
          aria-label={t('minutes', { number })}
          onChange={({ target }) => onChange({ minutes: target.valueAsNumber })}
          className={`${controlStyle} h-11 w-24!`}
        />
      ) : null}
      {kind === 'until' ? (
        <MomentField
          label={t('until', { number })}
          isLabelHidden
          value={step.until}
          onChange={(until) => until && onChange({ until })}
        />
      ) : null}
      {kind === 'open' ? null : (
        <label className="flex min-h-9 items-center gap-2 text-ui pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={step.movesOn}
            onChange={({ target }) => onChange({ movesOn: target.checked })}
            className="size-4 accent-ink"
          />
          {t('movesOn')}
        </label>
      )}
    </div>
  );
}

function StepDetails({ step, onChange }: Change) {
  const t = useTranslations('setup.plan');
  const words = useStageWords();
  return (
    <div className="grid gap-4 pt-3">
      <TextField
        label={t('stepTitle')}
        note={t('usual')}
        placeholder={words.nameOf({ ...step, title: null })}
        maxLength={LIMITS.stepTitle * 2}
        value={step.title ?? ''}
        onChange={({ target }) => onChange({ title: target.value === '' ? null : target.value })}
      />
      <TextArea
        label={t('stepTask')}
        note={t('usual')}
        rows={2}
        placeholder={words.taskOf({ ...step, task: null })}
        maxLength={LIMITS.stepTask * 2}
        value={step.task ?? ''}
        onChange={({ target }) => onChange({ task: target.value === '' ? null : target.value })}
      />
      <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <legend className="mb-1 font-strong">{t('acts')}</legend>
        {ROOM_ACTS.map((act) => (
          <label key={act} className="flex min-h-9 items-center gap-2 text-ui pointer-coarse:min-h-11">
            <input
              type="checkbox"
              checked={step.acts.includes(act)}
              disabled={act === 'stance' && step.stage === 'reveal'}
              onChange={({ target }) =>
                onChange({
                  acts: ROOM_ACTS.filter((one) => (one === act ? target.checked : step.acts.includes(one))),
                })
              }
              className="size-4 accent-ink"
            />
            {t(`act.${act}`)}
          </label>
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          label={t('voice')}
          value={step.voice}
          options={ROOM_VOICES.map((voice) => [voice, t(`voices.${voice}`)])}
          onChoose={(voice) => onChange({ voice })}
        />
        <Choice
          label={t('speakers')}
          value={step.speakers}
          options={ROOM_SPEAKERS.map((speakers) => [speakers, t(`speakersOf.${speakers}`)])}
          onChoose={(speakers) => onChange({ speakers })}
        />
      </div>
    </div>
  );
}

function Choice<T extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChoose: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-strong">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([one]) => one === target.value);
          if (chosen) onChoose(chosen[0]);
        }}
        className={`${controlStyle} h-11`}
      >
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
