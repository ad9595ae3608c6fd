'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { newEventId } from '@/lib/client/event-id';
import { setRubric } from '@/lib/client/report';
import { type Criterion, MOST_CRITERIA, MOST_POINTS } from '@/lib/domain/room/feedback/rubric';

interface Line {
  key: string;
  name: string;
  most: string;
}

const linesOf = (rubric: readonly Criterion[]): Line[] =>
  rubric.map(({ key, name, mostPoints }) => ({ key, name, most: String(mostPoints) }));

const criteriaOf = (lines: readonly Line[]): Criterion[] =>
  lines.flatMap(({ key, name, most }) => {
    const points = Math.round(Number(most));
    if (name.trim() === '' || !Number.isFinite(points)) return [];
    return [{ key, name: name.trim(), mostPoints: Math.min(MOST_POINTS, Math.max(1, points)) }];
  });

/** The criteria that a class is graded by. */
export function RubricEditor({
  roomId,
  rubric,
  onSaved,
}: {
  roomId: string;
  rubric: readonly Criterion[];
  onSaved: (rubric: Criterion[]) => void;
}) {
  const t = useTranslations('feedback.rubric');
  const inForm = useTranslations('feedback');
  const [lines, setLines] = useState(() => linesOf(rubric));
  const [isPending, setIsPending] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const change = (key: string, part: Partial<Line>) => {
    setSaid(null);
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setIsPending(true);
    const set = await setRubric(roomId, criteriaOf(lines));
    setIsPending(false);
    setSaid(set.ok ? t('saved') : inForm('unreachable'));
    if (!set.ok) return;
    setLines(linesOf(set.value.rubric));
    onSaved(set.value.rubric);
  };

  return (
    <details className="border-y border-hairline py-2">
      <summary className="py-1.5 text-ui font-strong pointer-coarse:py-3">{t('title')}</summary>
      <form noValidate onSubmit={(event) => void send(event)} className="grid gap-3 pt-1 pb-3">
        <p className="text-ui text-pretty">{t('lead')}</p>
        <ul className="grid gap-3">
          {lines.map(({ key, name, most }, index) => (
            <li key={key} className="grid grid-cols-[minmax(0,1fr)_6rem_auto] items-end gap-2">
              <TextField
                label={t('name', { number: index + 1 })}
                value={name}
                maxLength={60}
                onChange={(event) => change(key, { name: event.currentTarget.value })}
              />
              <TextField
                label={t('most')}
                inputMode="numeric"
                value={most}
                onChange={(event) => change(key, { most: event.currentTarget.value })}
              />
              <Button
                variant="quiet"
                aria-label={t('remove', { number: index + 1 })}
                onClick={() => setLines(lines.filter((line) => line.key !== key))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
        <p className="flex flex-wrap items-center gap-2">
          {lines.length < MOST_CRITERIA ? (
            <Button
              onClick={() => setLines([...lines, { key: newEventId().slice(-12), name: '', most: '5' }])}
            >
              {t('add')}
            </Button>
          ) : null}
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('save')}
          </Button>
          <span role="status" className="text-caption text-muted">
            {said}
          </span>
        </p>
      </form>
    </details>
  );
}
