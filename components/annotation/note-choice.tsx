'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useId } from 'react';
import { Switch } from '@/components/ui/switch';
import { hasOpenMark } from '@/lib/client/threads';
import type { AnnotationThread, AnnotationView } from '@/lib/domain/annotation/view';
import type { AnnotationKind } from '@/lib/domain/debate/view';
import { ALL_THREADS, isChoosing, type ThreadChoice, tagsIn } from './thread-choice';

const KINDS = ['comment', 'question', 'evidence', 'concern'] as const satisfies readonly AnnotationKind[];
const ORDERS = ['oldest', 'helpful'] as const satisfies readonly ThreadChoice['order'][];

const some = (threads: readonly AnnotationThread[], holds: (note: AnnotationView) => boolean): boolean =>
  threads.some(({ note, replies }) => holds(note) || some(replies, holds));

/** Which notes of a place to show, and in which order. */
export function NoteChoice({
  threads,
  shownCount,
  choice,
  onChange,
}: {
  threads: readonly AnnotationThread[];
  /** Threads that the choice leaves. */
  shownCount: number;
  choice: ThreadChoice;
  onChange: (choice: ThreadChoice) => void;
}) {
  const t = useTranslations('contribute.noteList');
  const inForm = useTranslations('contribute.noteForm');
  const set = (part: Partial<ThreadChoice>) => onChange({ ...choice, ...part });
  const tags = tagsIn(threads);
  return (
    <search aria-label={t('label')} className="grid gap-1.5 border-b border-hairline pb-3">
      <div className="grid auto-cols-fr grid-flow-col gap-x-2 sm:max-w-96">
        <Select
          label={t('kind')}
          value={choice.kind ?? ''}
          onChange={({ target }) => set({ kind: KINDS.find((one) => one === target.value) ?? null })}
        >
          <option value="">{t('all')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {inForm(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
        {tags.length > 0 || choice.tag !== null ? (
          <Select
            label={t('tag')}
            value={choice.tag ?? ''}
            onChange={({ target }) => set({ tag: target.value === '' ? null : target.value })}
          >
            <option value="">{t('all')}</option>
            {[...new Set([...tags, ...(choice.tag === null ? [] : [choice.tag])])].map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </Select>
        ) : null}
        <Select
          label={t('order')}
          value={choice.order}
          onChange={({ target }) => set({ order: ORDERS.find((one) => one === target.value) ?? 'oldest' })}
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`orders.${order}`)}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        {choice.isMine || some(threads, ({ isOwn }) => isOwn) ? (
          <Switch
            label={t('mine')}
            checked={choice.isMine}
            onChange={({ target }) => set({ isMine: target.checked })}
          />
        ) : null}
        {choice.isOpenMark || some(threads, hasOpenMark) ? (
          <Switch
            label={t('openMarks')}
            checked={choice.isOpenMark}
            onChange={({ target }) => set({ isOpenMark: target.checked })}
          />
        ) : null}
        <p role="status" className="text-caption text-muted">
          {isChoosing(choice) ? t('shown', { count: shownCount, total: threads.length }) : null}
        </p>
        {isChoosing(choice) ? (
          <button
            type="button"
            onClick={() => onChange({ ...ALL_THREADS, order: choice.order })}
            className="inline-flex min-h-6 items-center gap-1 text-caption underline underline-offset-3 pointer-coarse:min-h-11"
          >
            <X aria-hidden="true" strokeWidth={1.75} className="size-3" />
            {t('showAll')}
          </button>
        ) : null}
      </div>
    </search>
  );
}

function Select({ label, ...rest }: Omit<ComponentProps<'select'>, 'id'> & { label: string }) {
  const id = useId();
  return (
    <span className="grid min-w-0 gap-0.5">
      <label htmlFor={id} className="text-fine text-muted">
        {label}
      </label>
      <select
        {...rest}
        id={id}
        className="h-8 w-full min-w-0 rounded border border-control bg-raised px-1.5 text-caption pointer-coarse:h-11"
      />
    </span>
  );
}
