'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { roomHref } from '@/components/room/room-address';
import { RoomClock } from '@/components/room/room-clock';
import { useStageWords } from '@/components/room/stage-words';
import { OwnVoteList } from '@/components/vote/queue/own-vote-list';
import { useDebate } from '@/lib/client/contributions';
import { useRoomNow } from '@/lib/client/live/live';
import type { DebateView } from '@/lib/domain/debate/view';
import type { VoicesView } from '@/lib/domain/room/groups';
import { ownTasks, type PupilWork } from '@/lib/domain/room/pupil-work';
import type { RoomFrame } from '@/lib/domain/room/view';
import { claimsToAsk, voteQueue } from '@/lib/domain/vote/queue-order';
import { HelpButton } from './help-button';
import { Now } from './now';
import { OwnComparison } from './own-comparison';
import { OwnProgress } from './own-progress';
import { PupilHead } from './pupil-head';
import { StepLine } from './step-line';
import { UnsavedStance } from './unsaved-stance';
import { useRoomRefresh } from './use-room-refresh';
import { VoiceBanner } from './voice-banner';
import { WhoSees } from './who-sees';

export interface PupilRoomProps {
  frame: RoomFrame;
  /** With one of its motions; the others follow. */
  debate: DebateView;
  work: PupilWork;
  /** The room has a report to look at. */
  hasReport: boolean;
  /** Their votes for a side beside their own; null while they argue for one, and without any. */
  voices: VoicesView | null;
  /** What everybody in the room is told, e.g. that names were looked up. */
  notice: ReactNode;
  /** The breakout group that they sit in; null without groups. */
  group: ReactNode;
  /** What was said of their work and released to them; null without any. */
  feedback: ReactNode;
  /** Their alias, their seat's code, the ways out. */
  ownSeat: ReactNode;
}

/** A room for those who take part in it: what to do now, how far one is, who sees it. */
export function PupilRoom({
  frame: page,
  debate: server,
  work,
  hasReport,
  voices,
  notice,
  group,
  feedback,
  ownSeat,
}: PupilRoomProps) {
  const t = useTranslations('pupil.room');
  const words = useStageWords();
  const debate = useDebate(server);
  useRoomRefresh(page);
  const heard = useRoomNow();
  // The clock may go on or stand before the page is read anew.
  const frame = heard?.step === page.step ? { ...page, clock: heard.clock } : page;
  const claims = useMemo(() => claimsToAsk(debate.claims), [debate.claims]);
  const votes = useMemo(() => voteQueue(claims, []), [claims]);
  const { seat, settings, stage } = frame;
  const step = frame.plan[frame.step];
  const isClosed = stage === 'closed';
  const title = isClosed || !step ? words.stageName(stage) : words.nameOf(step);
  const moment = `${page.step} ${stage} ${debate.motion.id}`;
  const [firstMoment] = useState(moment);
  const isObserver = seat?.role === 'observer';
  // In a group claims are not voted on: the votes are shown in the class, where they are given.
  const hasVotes = debate.room.answersIn === null;
  const tasks = isObserver
    ? []
    : ownTasks(settings.quotas, work, hasVotes ? votes : { answered: 0, total: 0 });
  // While the class explores, its groups are where the work is: the way there stands before everything else.
  const worksInGroup = stage === 'explore' && !isObserver;
  return (
    <>
      <PupilHead alias={seat?.alias ?? null} title={title} roomName={frame.name} href={null}>
        {isClosed ? null : (
          <span className="text-ui text-muted">
            <RoomClock clock={frame.clock} className="text-body font-strong text-ink" />
            {frame.clock.leftMs === null ? null : <span className="ms-1.5">{t('stands')}</span>}
          </span>
        )}
      </PupilHead>
      <VoiceBanner voice={frame.voice} sideKey={seat?.sideKey ?? null} sides={debate.sides} />
      <div className="mx-auto grid w-full max-w-[46rem] gap-10 px-5 pt-6 pb-16">
        {notice}
        {worksInGroup ? group : null}
        <section className="grid gap-5">
          <header className="grid gap-1.5">
            <p className="text-claim-panel text-pretty">
              {isClosed || !step ? words.stageTask(stage) : words.taskOf(step)}
            </p>
            {seat?.isMuted ? <p className="text-caption text-muted">{t('muted')}</p> : null}
            {isObserver ? <p className="text-caption text-muted">{t('observer')}</p> : null}
          </header>
          {isObserver ? null : (
            <UnsavedStance
              key={moment}
              takesFocus={moment !== firstMoment}
              roomId={frame.id}
              motionId={debate.motion.id}
              asked={debate.motion.asks?.round ?? null}
              stated={work.stances
                .filter(({ motionId, answer }) => motionId === debate.motion.id && answer !== 'withdrawn')
                .map(({ round }) => round)}
            />
          )}
          <Now frame={frame} debate={debate} work={work} votes={votes} hasReport={hasReport} />
        </section>
        {feedback}
        <OwnProgress tasks={tasks} />
        {frame.plan.length > 1 ? (
          <section className="grid gap-4">
            <h2 className="text-heading">{t('steps')}</h2>
            <StepLine frame={frame} />
            {stage === 'reveal' || isClosed ? null : (
              <p className="text-caption text-muted text-pretty">
                {t(settings.showsCountsEarly ? 'blindStances' : 'blind')}
              </p>
            )}
          </section>
        ) : null}
        {hasVotes && votes.answered > 0 && !isObserver ? (
          <section className="grid gap-3">
            <h2 className="text-heading">{t(frame.voice === 'own' ? 'yourVotes' : 'votesForSide')}</h2>
            <p className="text-caption text-muted">
              {t('votesSoFar', { answered: votes.answered, total: votes.total })}
            </p>
            <OwnVoteList
              claims={claims}
              language={debate.language}
              mayVote={debate.isOpen && frame.acts.includes('vote')}
            />
          </section>
        ) : null}
        {voices && frame.voice === 'own' ? <OwnComparison debate={debate} voices={voices} /> : null}
        {isObserver || isClosed ? null : (
          <section className="grid gap-4">
            <h2 className="text-heading">{t('people')}</h2>
            {frame.parent ? (
              <p>
                {t.rich('groupOf', {
                  name: frame.parent.name,
                  a: (words) => <Link href={roomHref(frame.parent?.slug ?? '')}>{words}</Link>,
                })}
              </p>
            ) : null}
            {worksInGroup ? null : group}
            {seat ? <HelpButton roomId={frame.id} asks={seat.asksHelp} /> : null}
            {settings.hasOpenDoors ? null : <p className="text-caption text-muted">{t('doorsShut')}</p>}
          </section>
        )}
        {ownSeat}
        {seat && !isObserver ? (
          <WhoSees alias={seat.alias} namesCanBeRevealed={settings.namesCanBeRevealed} />
        ) : null}
      </div>
    </>
  );
}
