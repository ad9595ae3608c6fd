'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { FormNote, SubmitButton } from '@/components/account/form-parts';
import { useSubmission } from '@/components/form/use-submission';
import { roomHref } from '@/components/room/room-address';
import { useStageWords } from '@/components/room/stage-words';
import { controlStyle, TextField } from '@/components/ui/field';
import type { AccountResult } from '@/lib/client/account';
import { newEventId } from '@/lib/client/event-id';
import { openRoom } from '@/lib/client/rooms';
import { dateFaultOf } from '@/lib/domain/room/clock';
import { planInput } from '@/lib/domain/room/plan';
import { type PlanName, planOf } from '@/lib/domain/room/plans';
import { isDated, NAMES_KEPT_DAYS, USUAL_RETENTION_MONTHS } from '@/lib/domain/room/setup';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { OptionRow } from './option-row';
import { PlanChoice } from './plan-choice';
import { PlanDates } from './plan-dates';
import { QuotaFields, quotasIn, type TypedQuotas, typedQuotas } from './quota-fields';
import { WhatHappens } from './what-happens';

export interface DebateChoice {
  slug: string;
  title: string;
  claimCount: number;
}

const FIELDS = ['name', 'debate', 'plan', 'quotas'] as const;
type Field = (typeof FIELDS)[number];

const USUAL = {
  claimsNeedApproval: true,
  notesNeedApproval: false,
  showsCountsEarly: false,
  namesCanBeRevealed: false,
};
type Options = typeof USUAL;

/** Opens a class: a name, a debate and a plan; what else can be decided is as most classes want it. */
export function NewRoomForm({
  debates,
  chosenDebate,
  now,
}: {
  debates: readonly DebateChoice[];
  chosenDebate: string | null;
  now: number;
}) {
  const t = useTranslations('rooms');
  const words = useStageWords();
  // The same press, sent again after a lost connection, opens one class.
  const [key, setKey] = useState(newEventId);
  const [name, setName] = useState('');
  const [planName, setPlanName] = useState<PlanName>('oxford');
  const [plan, setPlan] = useState(() => planOf('oxford', now));
  const [options, setOptions] = useState<Options>(USUAL);
  const [quotas, setQuotas] = useState<TypedQuotas>(() => typedQuotas({}));
  const [debate, setDebate] = useState(chosenDebate ?? debates[0]?.slug ?? '');
  const [isMade, setIsMade] = useState(false);
  const debateId = useId();
  const asked = quotasIn(quotas);
  const trimmed = name.trim();

  const check = () => {
    const found: Partial<Record<Field, string>> = {};
    const length = graphemeLength(trimmed);
    if (length === 0 || length > LIMITS.roomName) found.name = t('fault.name', { most: LIMITS.roomName });
    if (!planInput.safeParse(plan).success) found.plan = t('fault.date');
    else {
      const misdated = dateFaultOf(plan, { at: 0, now: Date.now(), was: [] });
      const step = misdated && plan[misdated.step];
      if (step) found.plan = t(`fault.${misdated.why}`, { name: words.nameOf(step) });
    }
    if (!asked.ok) found.quotas = 'quotas';
    return Object.keys(found).length > 0 ? found : null;
  };

  const send = async (): Promise<AccountResult> => {
    const result = await openRoom(
      { name: trimmed, debate, plan, ...options, quotas: asked.ok ? asked.quotas : {} },
      key,
    );
    if (!result.ok) {
      // The key stands for another class, which was opened: this is one more.
      if (result.error.code === 'idempotency-mismatch') setKey(newEventId());
      return result;
    }
    setIsMade(true);
    window.location.assign(roomHref(result.value.slug));
    return { ok: true, value: undefined };
  };

  const { formRef, noteRef, isPending, trouble, submit } = useSubmission<Field>({
    fields: FIELDS,
    check,
    send,
    onDone: () => undefined,
  });
  const option = (kind: keyof Options) => (isOn: boolean) => setOptions((all) => ({ ...all, [kind]: isOn }));

  return (
    <form
      ref={formRef}
      method="post"
      noValidate
      onSubmit={submit}
      className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_21.75rem]"
    >
      <div className="grid min-w-0 gap-7">
        <FormNote noteRef={noteRef} text={trouble.whole} />
        <div className="grid gap-5">
          <TextField
            name="name"
            label={t('new.name')}
            placeholder={t('new.namePlaceholder')}
            autoComplete="off"
            maxLength={LIMITS.roomName * 2}
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
            error={trouble.fields.name}
          />
          <div className="grid content-start gap-1.5">
            <label htmlFor={debateId} className="font-strong">
              {t('new.debate')}
            </label>
            <select
              id={debateId}
              name="debate"
              value={debate}
              onChange={({ target }) => setDebate(target.value)}
              className={`${controlStyle} h-12 font-serif`}
            >
              {debates.map(({ slug, title, claimCount }) => (
                <option key={slug} value={slug}>
                  {t('new.debateChoice', { title, claims: claimCount })}
                </option>
              ))}
            </select>
          </div>
        </div>
        <fieldset className="grid gap-3">
          <legend className="mb-3">
            <span className="me-2 text-heading font-strong">{t('new.plan')}</span>
            <span className="text-ui text-muted">{t('new.planAbout')}</span>
          </legend>
          <PlanChoice
            chosen={planName}
            now={now}
            onChoose={(chosen) => {
              setPlanName(chosen);
              setPlan(planOf(chosen, now));
            }}
          />
          {isDated(plan) || trouble.fields.plan ? (
            <PlanDates plan={plan} onChange={setPlan} trouble={trouble.fields.plan ?? null} />
          ) : null}
        </fieldset>
        <fieldset>
          <legend className="mb-3">
            <span className="me-2 text-heading font-strong">{t('new.options')}</span>
            <span className="text-ui text-muted">{t('new.optionsAbout')}</span>
          </legend>
          <div className="border-t border-ink">
            <OptionRow
              title={t('options.blind')}
              about={t(options.showsCountsEarly ? 'options.blindEarly' : 'options.blindAbout')}
              isOn={!options.showsCountsEarly}
              onChange={(isOn) => option('showsCountsEarly')(!isOn)}
            />
            <OptionRow
              title={t('options.names')}
              about={t('options.namesAbout')}
              isOn={options.namesCanBeRevealed}
              onChange={option('namesCanBeRevealed')}
            />
            <OptionRow
              title={t('options.claims')}
              about={t('options.claimsAbout')}
              isOn={options.claimsNeedApproval}
              onChange={option('claimsNeedApproval')}
            />
            <OptionRow
              title={t('options.notes')}
              about={t('options.notesAbout')}
              isOn={options.notesNeedApproval}
              onChange={option('notesNeedApproval')}
            />
            <QuotaFields
              typed={quotas}
              wrong={trouble.fields.quotas && !asked.ok ? asked.wrong : []}
              onChange={setQuotas}
            />
          </div>
        </fieldset>
      </div>
      <aside
        aria-label={t('happens.title')}
        className="grid gap-3.5 rounded border border-ink bg-raised px-6 pt-5 pb-5 lg:sticky lg:top-20"
      >
        <h2 className="text-heading font-strong">{t('happens.title')}</h2>
        <WhatHappens plan={plan} {...options} />
        <SubmitButton isPending={isPending || isMade} pendingText={t('new.pending')}>
          <span className="truncate">
            {trimmed === '' ? t('new.submitUnnamed') : t('new.submit', { name: trimmed })}
          </span>
        </SubmitButton>
        <p className="border-t border-hairline pt-3 text-caption text-muted text-pretty">
          {t('happens.kept', { days: NAMES_KEPT_DAYS, months: USUAL_RETENTION_MONTHS })}
        </p>
      </aside>
    </form>
  );
}
