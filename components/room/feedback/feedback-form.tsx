'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { useDraft } from '@/lib/client/drafts';
import { giveFeedback } from '@/lib/client/report';
import type { Criterion } from '@/lib/domain/room/feedback/rubric';
import type { FeedbackView } from '@/lib/domain/room/feedback/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { FeedbackWords } from './feedback-words';

interface Typed {
  words: string;
  grade: string;
  /** As typed, by key of the criterion. */
  points: Record<string, string>;
}

const typedFrom = (feedback: FeedbackView | null): Typed => ({
  words: feedback?.words ?? '',
  grade: feedback?.grade ?? '',
  points: Object.fromEntries(
    Object.entries(feedback?.points ?? {}).map(([key, given]) => [key, String(given)]),
  ),
});

const numbersIn = (points: Record<string, string>, rubric: readonly Criterion[]): Record<string, number> =>
  Object.fromEntries(
    rubric.flatMap(({ key, mostPoints }) => {
      const text = (points[key] ?? '').trim().replace(',', '.');
      const given = Number(text);
      return text === '' || !Number.isFinite(given) ? [] : [[key, Math.min(mostPoints, Math.max(0, given))]];
    }),
  );

const currentOf = (current: unknown): FeedbackView | null =>
  typeof current === 'object' && current !== null && 'feedback' in current
    ? (current as { feedback: FeedbackView }).feedback
    : null;

/** Words, a grade and points on a person's work or one piece of it. What is typed is kept until it is saved. */
export function FeedbackForm({
  roomId,
  participantId,
  contributionId,
  feedback,
  rubric,
  onSaved,
}: {
  roomId: string;
  participantId: string;
  contributionId: string | null;
  /** As it stands; null before the first words. */
  feedback: FeedbackView | null;
  rubric: readonly Criterion[];
  onSaved: (feedback: FeedbackView) => void;
}) {
  const t = useTranslations('feedback');
  const failures = useTranslations('failure');
  const empty = useMemo(() => typedFrom(feedback), [feedback]);
  const draft = useDraft<Typed>(
    `feedback:${participantId}:${contributionId ?? 'whole'}`,
    empty,
    feedback?.revision ?? 0,
  );
  const [isPending, setIsPending] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const [theirs, setTheirs] = useState<FeedbackView | null>(null);
  const { words, grade, points } = draft.value;
  const change = (part: Partial<Typed>) => {
    setIsSaved(false);
    setMissing(null);
    setTrouble(null);
    draft.set({ ...draft.value, ...part });
  };

  const send = async (revision: number) => {
    if (isPending) return;
    if (words.trim() === '') return setMissing(t('wordsMissing'));
    setTrouble(null);
    setIsPending(true);
    const given = await giveFeedback(roomId, {
      participantId,
      contributionId,
      words: words.trim(),
      grade: grade.trim() === '' ? null : grade.trim(),
      points: numbersIn(points, rubric),
      revision,
    });
    setIsPending(false);
    if (given.ok) {
      setTheirs(null);
      setIsSaved(true);
      await draft.clear(typedFrom(given.value.feedback));
      return onSaved(given.value.feedback);
    }
    const { error } = given;
    if (error.kind === 'http' && error.code === 'changed-since') {
      const current = currentOf(error.current);
      if (current) return setTheirs(current);
    }
    setTrouble(error.kind === 'http' && error.code !== null ? failures(error.code) : t('unreachable'));
  };

  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send(feedback?.revision ?? 0);
      }}
    >
      {draft.isRestored ? <p className="text-caption text-muted">{t('draftBack')}</p> : null}
      <TextArea
        label={t('words')}
        value={words}
        maxLength={LIMITS.feedback}
        error={missing}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t('grade')}
          note={t('optional')}
          value={grade}
          maxLength={LIMITS.grade}
          onChange={(event) => change({ grade: event.currentTarget.value })}
        />
        {rubric.map(({ key, name, mostPoints }) => (
          <TextField
            key={key}
            label={t('points', { name, most: mostPoints })}
            inputMode="decimal"
            value={points[key] ?? ''}
            onChange={(event) => change({ points: { ...points, [key]: event.currentTarget.value } })}
          />
        ))}
      </div>
      {theirs ? (
        <div role="alert" className="grid gap-2">
          <p className="text-ui">{t('conflict')}</p>
          <FeedbackWords feedback={theirs} rubric={rubric} />
          <p className="flex flex-wrap gap-2">
            <Button isPending={isPending} onClick={() => void send(theirs.revision)}>
              {t('overwrite')}
            </Button>
            <Button
              onClick={() => {
                void draft.clear(typedFrom(theirs));
                onSaved(theirs);
                setTheirs(null);
              }}
            >
              {t('takeTheirs')}
            </Button>
          </p>
        </div>
      ) : (
        <p className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('save')}
          </Button>
          <span role="alert" className="text-caption text-danger empty:hidden">
            {trouble}
          </span>
          <span role="status" className="text-caption text-muted">
            {isSaved ? t(feedback?.releasedAt ? 'savedReleased' : 'saved') : null}
            {!isSaved && feedback?.releasedAt ? t('releasedNote') : null}
          </span>
        </p>
      )}
    </form>
  );
}
