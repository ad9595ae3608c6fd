'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { FormNote } from '@/components/account/form-parts';
import { viewHref } from '@/components/debate/view-address';
import { DraftLine } from '@/components/draft/draft-line';
import type { PickerFocus } from '@/components/edit/claim-picker';
import { Button, ButtonLink } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { useDraft } from '@/lib/client/drafts';
import { newEventId } from '@/lib/client/event-id';
import { writeTour } from '@/lib/client/tour';
import type { DebateView } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { MOST_STEPS } from '@/lib/domain/tour/schema';
import type { TourPlace, TourView } from '@/lib/domain/tour/view';
import { TourStepFields } from './tour-step-fields';
import { draftsOf, isSameTour, moveStep, type StepDraft, stepsBySide } from './tour-steps';

interface TourFormProps {
  debate: Pick<DebateView, 'slug' | 'language' | 'sides'>;
  tour: TourView;
  places: readonly TourPlace[];
}

type Fault = { claim?: string; words?: string };

/** Writes the guided tour of a debate: its steps in their order, all saved together. */
export function TourForm({ debate, tour, places }: TourFormProps) {
  const t = useTranslations('tour.form');
  const words = useTranslations('failure');
  const inForm = useTranslations('account.form');
  const router = useRouter();
  const [saved, setSaved] = useState(tour);
  const [empty, setEmpty] = useState(() => draftsOf(tour));
  const draft = useDraft<StepDraft[]>(`tour:${debate.slug}`, empty, tour.revision);
  const steps = draft.value;
  const setSteps = (change: (all: StepDraft[]) => StepDraft[]) => draft.set(change(steps));
  /** From now on the form holds what is saved, and nothing is unsaved. */
  const begin = (from: TourView) => {
    const begun = draftsOf(from);
    setSaved(from);
    setEmpty(begun);
    void draft.clear(begun);
  };
  /** What somebody else wrote meanwhile, when a save met it. */
  const [theirs, setTheirs] = useState<TourView | null>(null);
  const [isPending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [faults, setFaults] = useState<ReadonlyMap<string, Fault>>(new Map());
  const note = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const pickers = useRef(new Map<string, PickerFocus>());
  const wantsFocus = useRef<(() => void) | null>(null);
  useEffect(() => {
    wantsFocus.current?.();
    wantsFocus.current = null;
  });

  const placeById = useMemo(() => new Map(places.map((place) => [place.id, place])), [places]);
  const motionIds = useMemo(
    () => new Set(places.filter(({ isMotion }) => isMotion).map(({ id }) => id)),
    [places],
  );
  const isChanged = !isSameTour(steps, draftsOf(saved));
  useEffect(() => {
    if (!isChanged || draft.state === 'kept') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged, draft.state]);

  const change = (key: string, part: Partial<StepDraft>) =>
    setSteps((all) => all.map((step) => (step.key === key ? { ...step, ...part } : step)));
  const move = (index: number, by: 1 | -1) => {
    const to = index + by;
    if (to < 0 || to >= steps.length) return announce(t('atEnd'));
    // A moved element loses its focus: it is given back, to the same control of the same step.
    const held = document.activeElement;
    wantsFocus.current = () => held instanceof HTMLElement && held.focus();
    setSteps((all) => moveStep(all, index, to));
    announce(t('moved', { number: to + 1, total: steps.length }));
  };
  const remove = (index: number) => {
    const neighbour = steps[index + 1] ?? steps[index - 1];
    wantsFocus.current = () =>
      neighbour
        ? form.current
            ?.querySelector<HTMLElement>(`[data-step="${CSS.escape(neighbour.key)}"] [data-move]`)
            ?.focus()
        : add.current?.focus();
    setSteps((all) => all.filter((_, at) => at !== index));
    announce(t('removed', { number: index + 1 }));
  };
  const addStep = () => {
    const key = newEventId();
    wantsFocus.current = () => pickers.current.get(key)?.focus();
    setSteps((all) => [...all, { key, claimId: null, words: '' }]);
  };

  const refuse = (text: string) => {
    setTrouble(text);
    requestAnimationFrame(() => note.current?.focus());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setTrouble(null);
    const found = new Map<string, Fault>();
    for (const { key, claimId, words: said } of steps) {
      const length = graphemeLength(said.trim());
      const fault: Fault = {
        ...(claimId === null && { claim: t('fault.claim') }),
        ...((length === 0 || length > LIMITS.tourWords) && {
          words: t('fault.words', { most: LIMITS.tourWords }),
        }),
      };
      if (fault.claim ?? fault.words) found.set(key, fault);
    }
    setFaults(found);
    if (found.size > 0) {
      wantsFocus.current = () => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setPending(true);
    const body = {
      steps: steps.flatMap(({ claimId, words: said }) =>
        claimId === null ? [] : [{ claimId, words: said.trim() }],
      ),
      revision: saved.revision,
    };
    const result = await writeTour(debate.slug, body);
    setPending(false);
    if (result.ok) {
      setTheirs(null);
      begin(result.value);
      announce(t('saved'));
      router.refresh();
      return;
    }
    const { error } = result;
    if (error.kind === 'network' || error.code === null) return refuse(inForm('unreachable'));
    if (error.code === 'out-of-date') setTheirs(error.current as TourView);
    refuse(error.code === 'out-of-date' ? t('conflict') : words(error.code));
  };

  const bySide = stepsBySide(steps, placeById);
  const [a, b] = debate.sides;
  const first = saved.steps[0];
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
      <FormNote noteRef={note} text={trouble} />
      <DraftLine draft={draft} />
      {theirs ? (
        <div className="flex flex-wrap gap-2">
          <Button
            onClick={() => {
              begin(theirs);
              setTheirs(null);
              setTrouble(null);
              announce(t('tookTheirs'));
            }}
          >
            {t('takeTheirs', { count: theirs.steps.length })}
          </Button>
          <Button
            onClick={() => {
              setSaved({ ...saved, revision: theirs.revision });
              setTheirs(null);
              setTrouble(null);
              announce(t('keptMine'));
            }}
          >
            {t('keepMine')}
          </Button>
        </div>
      ) : null}
      {steps.length === 0 ? (
        <p className="rounded border border-dashed border-control px-4 py-6 text-center text-muted text-pretty">
          {t('empty')}
        </p>
      ) : (
        <ol className="grid gap-4">
          {steps.map((step, index) => (
            <TourStepFields
              key={step.key}
              step={step}
              index={index}
              count={steps.length}
              places={places}
              motionIds={motionIds}
              language={debate.language}
              fault={faults.get(step.key) ?? null}
              focusRef={(picker) => {
                if (picker) pickers.current.set(step.key, picker);
                else pickers.current.delete(step.key);
              }}
              onChange={(part) => change(step.key, part)}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {steps.length < MOST_STEPS ? (
          <Button ref={add} onClick={addStep}>
            <Plus aria-hidden="true" className="size-4" />
            {t('add')}
          </Button>
        ) : (
          <p className="text-caption text-muted">{t('full', { most: MOST_STEPS })}</p>
        )}
        {steps.length > 0 ? (
          <p className="text-caption text-muted">
            {t('bySide', { a: bySide.a, nameA: a.name, b: bySide.b, nameB: b.name, none: bySide.n })}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-3 border-t border-hairline pt-5">
        <Button type="submit" variant="primary" size="large" isPending={isPending}>
          {isPending ? t('saving') : t('save')}
        </Button>
        {first && !isChanged ? (
          <ButtonLink
            size="large"
            href={viewHref(debate.slug, 'map', { claim: first.code, motion: first.motionCode, tourStep: 1 })}
          >
            {t('see')}
          </ButtonLink>
        ) : null}
        <p className="text-caption text-muted">{t(isChanged ? 'unsaved' : 'upToDate')}</p>
      </div>
    </form>
  );
}
