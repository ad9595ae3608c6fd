'use client';

import { Clock, CloudOff, Ellipsis, Hand, MicOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, type MenuItem } from '@/components/ui/menu';
import {
  type AskedTasks,
  isDone,
  NEWCOMER_MS,
  type NeedOfHelp,
  type PersonProgress,
  PROGRESS_TASKS,
  type ProgressTask,
  shareDone,
} from '@/lib/domain/room/progress';

const ICON = { 'aria-hidden': true, strokeWidth: 1.75, className: 'size-3.5 flex-none' } as const;
const NEED_ICON = { asked: Hand, idle: Clock, offline: CloudOff } as const;

/** One person of the room by alias: how far they are with what is asked, what they wrote, and what may hold them up. */
export function PersonRow({
  person,
  asked,
  need,
  now,
  items,
}: {
  person: PersonProgress;
  asked: AskedTasks;
  need: NeedOfHelp | null;
  /** Milliseconds since 1970, the server's. */
  now: number;
  items: MenuItem[];
}) {
  const t = useTranslations('board.people');
  const { counts } = person;
  const tasks = PROGRESS_TASKS.filter((task) => asked[task] !== undefined);
  const hasAll = isDone(counts, asked);
  const [first] = tasks;
  const told = tasks.map((task) => t('ofTask', { done: counts[task], asked: asked[task] ?? 0, task }));
  const written = useWritten(counts, asked);
  const isNew = now - Date.parse(person.joinedAt) < NEWCOMER_MS;
  return (
    <li
      data-need={need?.why}
      className="grid min-h-8 break-inside-avoid grid-cols-[minmax(4rem,1fr)_minmax(3rem,6rem)_auto] items-center gap-x-2.5 border-b border-hairline py-0.5 text-ui sm:grid-cols-[4.75rem_minmax(2rem,4.5rem)_3.75rem_minmax(0,1fr)_auto]"
    >
      <b className={`truncate ${hasAll ? 'font-strong' : 'font-regular'}`} title={person.alias}>
        <bdi>{person.alias}</bdi>
      </b>
      {first === undefined ? (
        <span className="max-sm:hidden sm:col-span-2" />
      ) : (
        <>
          <span
            role="img"
            aria-label={told.join(', ')}
            className="h-1.5 overflow-hidden rounded-[1px] bg-side-none-fill forced-colors:border"
          >
            <span
              className={`block h-full forced-colors:bg-[CanvasText] ${need ? 'bg-control' : 'bg-vote-agree'}`}
              style={{ inlineSize: `${shareDone(counts, asked) * 100}%` }}
            />
          </span>
          <span
            aria-hidden="true"
            className="text-caption whitespace-nowrap text-muted tabular-nums max-sm:hidden"
          >
            {hasAll
              ? t('all', { count: tasks.length === 1 ? (asked[first] ?? 0) : 0 })
              : tasks.length === 1
                ? t('of', { done: counts[first], asked: asked[first] ?? 0 })
                : t('share', { percent: Math.floor(shareDone(counts, asked) * 100) })}
          </span>
        </>
      )}
      <span className="flex min-w-0 items-center gap-1.5 text-caption max-sm:order-last max-sm:col-span-3">
        {person.isMuted ? (
          <span className="inline-flex items-center gap-1 text-muted">
            <MicOff {...ICON} />
            <span className="sr-only">{t('muted')}</span>
          </span>
        ) : null}
        {need ? (
          <Need need={need} />
        ) : isNew ? (
          <span>{t('newcomer')}</span>
        ) : (
          <span className="truncate text-muted">{written}</span>
        )}
      </span>
      <Menu
        label={t('menu', { alias: person.alias })}
        items={items}
        buttonClassName="inline-grid size-7 place-items-center rounded text-muted hover:bg-wash hover:text-ink pointer-coarse:size-11 max-sm:col-start-3 max-sm:row-start-1"
      >
        <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-4" />
      </Menu>
    </li>
  );
}

function Need({ need }: { need: NeedOfHelp }) {
  const t = useTranslations('board.people');
  const NeedIcon = NEED_ICON[need.why];
  return (
    <span className={`inline-flex min-w-0 items-center gap-1.5 ${need.why === 'asked' ? 'font-strong' : ''}`}>
      <NeedIcon {...ICON} />
      <span className={need.why === 'asked' ? 'leading-snug' : 'truncate'}>
        {t(`need.${need.why}`, { minutes: need.minutes })}
      </span>
    </span>
  );
}

/** What somebody wrote, and how far they are with further tasks: those that the bar stands for alone are told beside it. */
function useWritten(counts: PersonProgress['counts'], asked: AskedTasks): string {
  const t = useTranslations('board.people');
  const tasks = PROGRESS_TASKS.filter((task) => asked[task] !== undefined);
  if (tasks.length > 1) {
    return tasks
      .filter((task) => counts[task] < (asked[task] ?? 0))
      .map((task) => t('ofTask', { done: counts[task], asked: asked[task] ?? 0, task }))
      .join(', ');
  }
  const written: [ProgressTask, number][] = [
    ['claims', counts.claims],
    ['annotations', counts.annotations],
    ['replies', counts.replies],
  ];
  return written
    .filter(([task, count]) => count > 0 && asked[task] === undefined)
    .map(([task, count]) => t('wrote', { count, task }))
    .join(', ');
}
