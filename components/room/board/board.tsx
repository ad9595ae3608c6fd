'use client';

import { ChartNoAxesColumn, MessageSquareText, Projector, Settings2, Users } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { JoinCard } from '@/components/room/join-card';
import {
  feedbackHref,
  peopleHref,
  presenterHref,
  reportHref,
  roomHref,
  settingsHref,
} from '@/components/room/room-address';
import { StageStepper } from '@/components/room/stage-stepper';
import { useStageWords } from '@/components/room/stage-words';
import { ButtonLink } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import type { ApiResult } from '@/lib/client/api';
import { readProgress } from '@/lib/client/board';
import { useDebate } from '@/lib/client/contributions';
import { useLive } from '@/lib/client/live/live';
import { changeClock, moveToStep, readRoomFrame } from '@/lib/client/rooms';
import type { ModerationView } from '@/lib/domain/annotation/view';
import type { DebateView } from '@/lib/domain/debate/view';
import type { RoomProgress, WaitingClaim } from '@/lib/domain/room/board';
import type { RoomFrame } from '@/lib/domain/room/view';
import { useTimes } from '@/lib/i18n/use-times';
import { NotesToDecide } from './notes-to-decide';
import { PeopleList } from './people-list';
import { RunBar } from './run-bar';
import { ActivityList, GroupList } from './side-lists';
import { SpotlightControl } from './spotlight-control';
import { StepDialog } from './step-dialog';
import { UnreadyNote } from './unready-note';
import { useKept } from './use-board';
import { WaitingClaims } from './waiting-claims';

const ICON = { 'aria-hidden': true, strokeWidth: 1.75, className: 'size-4 flex-none' } as const;

export interface BoardProps {
  frame: RoomFrame;
  debate: DebateView;
  progress: RoomProgress;
  claims: WaitingClaim[];
  moderation: ModerationView;
  code: { code: string; url: string; until: string } | null;
}

/** Where those who keep a room run it: its steps and clock, its people, what waits for them, and how others come in. */
export function Board({
  frame: server,
  debate: read,
  progress: first,
  claims,
  moderation,
  code,
}: BoardProps) {
  const t = useTranslations('board');
  const words = useStageWords();
  const router = useRouter();
  const debate = useDebate(read);
  const time = useTimes();
  const frame = useKept(server, () => readRoomFrame(server.id));
  const progress = useKept(first, () => readProgress(server.id));
  const [asked, setAsked] = useState<number | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const room = frame.value;

  useLive((message) => {
    if (message.type === 'now' || message.type === 'reset') frame.refresh();
    if (message.type !== 'tallies' && message.type !== 'bye') progress.refresh();
  });

  const change = async (sent: Promise<ApiResult<RoomFrame>>): Promise<RoomFrame | null> => {
    setIsPending(true);
    const answer = await sent;
    setIsPending(false);
    if (answer.ok) frame.learn(answer.value);
    else if (answer.error.kind === 'http' && answer.error.code === 'changed-since') frame.refresh();
    setProblem(
      answer.ok
        ? null
        : answer.error.kind === 'http'
          ? answer.error.message || t('unreachable')
          : t('unreachable'),
    );
    progress.refresh();
    return answer.ok ? answer.value : null;
  };
  const move = async (to: number) => {
    const moved = await change(moveToStep(room.id, { from: room.step, to }));
    if (!moved) return;
    setAsked(null);
    const step = moved.plan[moved.step];
    if (step) announce(t('step.said', { name: words.nameOf(step) }));
    // The other views show and hide by the step.
    router.refresh();
  };
  const next = (to: number) => {
    // Into the reveal and out of it the whole class sees the step: never by a slip of the finger.
    if (room.plan[to]?.stage === 'reveal' || room.stage === 'reveal') setAsked(to);
    else void move(to);
  };
  const isOpened = room.stage === 'reveal' || room.stage === 'closed';
  // People, answers and settings are the class's: a group has none of its own.
  const isClass = room.kind === 'class';
  const home = room.parent?.slug ?? room.slug;
  const hasJoining = isClass && !isOpened;
  return (
    <div className="mx-auto grid w-full max-w-[75rem] gap-y-3.5 px-4 pt-6 sm:px-8 lg:pb-12">
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="me-auto min-w-0">
          <p className="text-muted">
            <bdi lang={room.debate.language}>{room.debate.title}</bdi>
            {room.parent ? (
              <>
                <span aria-hidden="true" className="px-2">
                  ·
                </span>
                <Link href={roomHref(room.parent.slug)}>
                  <bdi>{room.parent.name}</bdi>
                </Link>
              </>
            ) : null}
          </p>
          <h1 className="font-serif text-title font-strong wrap-anywhere">
            <bdi>{room.name}</bdi>
          </h1>
        </div>
        <nav aria-label={t('links.label')} className="flex flex-wrap gap-2">
          <ButtonLink href={presenterHref(room.slug)} target="_blank">
            <Projector {...ICON} />
            {t('links.presenter')}
            <span className="sr-only"> {t('links.newTab')}</span>
          </ButtonLink>
          <ButtonLink href={reportHref(home)}>
            <ChartNoAxesColumn {...ICON} />
            {t('links.report')}
          </ButtonLink>
          <ButtonLink href={peopleHref(home)}>
            <Users {...ICON} />
            {t('links.people')}
          </ButtonLink>
          {isClass && room.can.grade ? (
            <ButtonLink href={feedbackHref(room.slug)}>
              <MessageSquareText {...ICON} />
              {t('links.feedback')}
            </ButtonLink>
          ) : null}
          {isClass && room.can.configure ? (
            <ButtonLink
              href={settingsHref(room.slug)}
              aria-label={t('links.settings')}
              title={t('links.settings')}
            >
              <Settings2 {...ICON} />
            </ButtonLink>
          ) : null}
        </nav>
      </header>
      {room.conclusion === null ? null : (
        <p className="border-s-2 border-ink ps-4 font-serif text-body text-pretty whitespace-pre-wrap wrap-anywhere">
          {room.conclusion}
        </p>
      )}
      <StageStepper
        room={room}
        onPick={room.kind === 'class' && room.stage !== 'closed' ? (to) => setAsked(to) : undefined}
      />
      <RunBar
        frame={room}
        progress={progress.value}
        isPending={isPending}
        onClock={(input) => void change(changeClock(room.id, input))}
        onNext={next}
      />
      <UnreadyNote frame={room} progress={progress.value} onChange={progress.refresh} />
      {problem !== null && asked === null ? (
        <p role="alert" className="text-ui">
          {problem}
        </p>
      ) : null}
      {progress.isOld ? (
        <p role="status" className="text-caption text-muted">
          {t('old', { moment: time.dateTime(progress.value.now) })}
        </p>
      ) : null}
      <div className="mt-3.5 grid items-start gap-x-8 gap-y-8 max-lg:pb-6 lg:grid-cols-[minmax(0,1fr)_20.25rem] lg:grid-rows-[auto_1fr]">
        {hasJoining ? (
          <section
            aria-label={t('join')}
            className="rounded border border-hairline bg-raised p-4 lg:col-start-2 lg:row-start-1"
          >
            <JoinCard
              roomId={room.id}
              code={code?.code ?? null}
              url={code?.url ?? null}
              until={code?.until ?? null}
              canChange={room.can.configure}
            />
          </section>
        ) : null}
        <div className={`grid gap-8 lg:col-start-1 lg:row-start-1 ${hasJoining ? 'lg:row-span-2' : ''}`}>
          <PeopleList frame={room} progress={progress.value} onChange={progress.refresh} />
          <WaitingClaims
            frame={room}
            debate={debate}
            initial={claims}
            count={progress.value.waiting.claims}
            onDecided={progress.refresh}
          />
          <NotesToDecide
            slug={room.slug}
            debate={debate}
            initial={moderation}
            counts={progress.value.waiting}
            groups={progress.value.groups}
            onDecided={progress.refresh}
          />
        </div>
        <div className="grid gap-7 sm:max-lg:grid-cols-2 lg:col-start-2">
          {isClass ? (
            <GroupList
              slug={room.slug}
              groups={progress.value.groups}
              canOpen={room.can.configure && room.stage !== 'closed'}
            />
          ) : null}
          {room.stage === 'closed' ? null : (
            <SpotlightControl
              roomId={room.id}
              debate={debate}
              spotlight={progress.value.spotlight}
              onChange={progress.refresh}
            />
          )}
          <ActivityList progress={progress.value} />
        </div>
      </div>
      {asked === null ? null : (
        <StepDialog
          frame={room}
          to={asked}
          isPending={isPending}
          problem={problem}
          onMove={() => void move(asked)}
          onClose={() => {
            setAsked(null);
            setProblem(null);
          }}
        />
      )}
    </div>
  );
}
