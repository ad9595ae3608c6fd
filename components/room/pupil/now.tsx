'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { viewHref } from '@/components/debate/view-address';
import { roomHref, voteHref } from '@/components/room/room-address';
import { useStageWords } from '@/components/room/stage-words';
import { Button, ButtonLink } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { ProgressCells } from '@/components/vote/queue/progress-cells';
import { useOpenedClaims } from '@/lib/client/opened-claims';
import { nextStep, whoMovesOn } from '@/lib/domain/room/pupil-work';
import type { RoomFrame } from '@/lib/domain/room/view';
import { EndOfRoom } from './end-of-room';
import type { NowProps } from './now-props';
import { StanceBlock } from './stance-block';

const ClaimFormDialog = dynamic(
  latePart(() => import('@/components/claim/claim-form-dialog').then((module) => module.ClaimFormDialog)),
  { ssr: false },
);

/** Whose words a fishbowl takes now. */
const speaks = ({ speakers, seat }: Pick<RoomFrame, 'speakers' | 'seat'>): boolean =>
  speakers === 'all' || (speakers === 'inside') === (seat?.isInside ?? false);

/** What to do now: one main thing by the stage of the room, then what else it takes. */
export function Now({ frame, debate, work, votes, hasReport }: NowProps) {
  const t = useTranslations('pupil.now');
  const words = useStageWords();
  const opened = useOpenedClaims(frame.id);
  const [isAdding, setIsAdding] = useState<'support' | 'object' | null>(null);
  const met = useMemo(
    () =>
      new Set(
        debate.claims
          .filter(({ code, ownVote }) => ownVote.choice !== null || opened.has(code))
          .map(({ id }) => id),
      ),
    [debate.claims, opened],
  );
  const { slug, stage, acts, seat } = frame;
  const mayAct = seat !== null && seat.role !== 'observer' && debate.isOpen;
  const takes = (act: RoomFrame['acts'][number]) => mayAct && acts.includes(act);
  const following = nextStep(frame.plan, frame.step);
  const waits =
    following === null
      ? t('waitsForEnd')
      : t('waits', { step: words.nameOf(following), by: whoMovesOn(frame) });
  const at = debate.motions.findIndex(({ id }) => id === debate.motion.id);
  const motion = debate.motions[at + 1];
  const room = `/debates/${encodeURIComponent(slug)}`;
  const nextMotion = motion
    ? { href: `${room}/room?motion=${encodeURIComponent(motion.code)}`, text: motion.text }
    : null;
  const isEnd = stage === 'reveal' || stage === 'closed';
  const { answersIn } = debate.room;
  const isVoting = answersIn === null && takes('vote') && votes.total > 0;
  // The server says whether it asks this person: who came in after the first stances may still give one.
  const isAsked = mayAct && debate.motion.asks !== null;
  const asked = isAsked && answersIn === null ? debate.motion.asks : null;
  const answers =
    answersIn !== null && (isAsked || takes('vote'))
      ? { room: answersIn.name, href: (isAsked ? roomHref : voteHref)(answersIn.slug) }
      : null;
  const isAnswering = stage === 'first_stance' || stage === 'second_stance' || stage === 'vote';
  // Its plan asks for stances here, and the room takes none any more: it went back after its result was seen.
  const hasStancesOver =
    mayAct &&
    !isEnd &&
    frame.revealedAt !== null &&
    (frame.plan[frame.step]?.acts.includes('stance') ?? false);
  const waiting = debate.claims.filter(({ status, isOwn }) => status === 'suggested' && isOwn).length;
  const mayClaim = takes('claim') && speaks(frame) && !seat?.isMuted;
  const main = isEnd
    ? 'end'
    : answers !== null && isAnswering
      ? 'answer'
      : asked !== null && (asked.isLate || stage === 'first_stance' || stage === 'second_stance')
        ? 'stance'
        : isVoting && stage === 'vote'
          ? 'vote'
          : stage === 'read'
            ? 'text'
            : 'map';
  const link = (view: 'map' | 'outline' | 'text', label: string, isMain: boolean) => (
    <ButtonLink
      href={viewHref(slug, view)}
      variant={isMain ? 'primary' : 'plain'}
      size={isMain ? 'large' : 'medium'}
    >
      {label}
    </ButtonLink>
  );
  return (
    <div className="grid gap-6">
      {isEnd ? <EndOfRoom frame={frame} debate={debate} work={work} hasReport={hasReport} /> : null}
      {asked?.isLate && !isEnd ? <p className="text-body text-pretty">{t('late')}</p> : null}
      {hasStancesOver ? <p className="text-body text-pretty">{t('stancesOver')}</p> : null}
      {main === 'stance' && asked !== null ? (
        <StanceBlock
          debate={debate}
          round={asked.round}
          stances={work.stances}
          met={met}
          seed={seat?.participantId ?? frame.id}
          next={asked.isLate ? t('afterLate') : waits}
          nextMotion={nextMotion}
        />
      ) : null}
      {isVoting && !isEnd ? (
        <div className="grid gap-3">
          <ProgressCells answered={votes.answered} total={votes.total} next={null} />
          {votes.toAsk.length === 0 ? (
            <p role="status" className="text-body text-pretty">
              {t('allVoted', { total: votes.total })} {main === 'vote' ? waits : null}
            </p>
          ) : null}
          <p>
            <ButtonLink
              href={`${room}/vote`}
              variant={main === 'vote' && votes.toAsk.length > 0 ? 'primary' : 'plain'}
              size={main === 'vote' ? 'large' : 'medium'}
            >
              {t(votes.toAsk.length === 0 ? 'lookOver' : votes.answered === 0 ? 'beginVote' : 'goOnVoting')}
            </ButtonLink>
          </p>
        </div>
      ) : null}
      {answers === null || isEnd ? null : (
        <div className="grid gap-3">
          <p className="text-body text-pretty">{t('inClass')}</p>
          <p>
            <ButtonLink
              href={answers.href}
              variant={main === 'answer' ? 'primary' : 'plain'}
              size={main === 'answer' ? 'large' : 'medium'}
            >
              {t('answerIn', { room: answers.room })}
            </ButtonLink>
          </p>
        </div>
      )}
      {isEnd ? null : (
        <p className="flex flex-wrap gap-2">
          {main === 'text' ? link('text', t('toText'), true) : null}
          {main === 'map' ? link('map', t('toMap'), true) : null}
          {mayClaim
            ? (['support', 'object'] as const).map((intent) => (
                <Button key={intent} onClick={() => setIsAdding(intent)}>
                  {t(`addClaim.${intent}`)}
                </Button>
              ))
            : null}
          {main === 'map' ? null : link('map', t('toMap'), false)}
          {link('outline', t('toOutline'), false)}
          {main === 'text' ? null : link('text', t('toText'), false)}
        </p>
      )}
      {isEnd || waiting === 0 ? null : (
        <p role="status" className="text-caption text-muted">
          {t('claimsWait', { count: waiting })}
        </p>
      )}
      {takes('claim') && !speaks(frame) ? (
        <p className="text-caption text-muted">{t('otherCircle')}</p>
      ) : null}
      {isEnd || main === 'stance' || main === 'vote' ? null : (
        <p className="text-caption text-muted text-pretty">{waits}</p>
      )}
      {asked !== null && main !== 'stance' && !isEnd ? (
        <details className="border-t border-hairline pt-2">
          <summary className="min-h-11 py-2.5 font-strong">{t('stanceToo')}</summary>
          <div className="pt-3">
            <StanceBlock
              debate={debate}
              round={asked.round}
              stances={work.stances}
              met={met}
              seed={seat?.participantId ?? frame.id}
              next=""
              nextMotion={nextMotion}
            />
          </div>
        </details>
      ) : null}
      {isAdding ? (
        <ClaimFormDialog debate={debate} target={null} intent={isAdding} onClose={() => setIsAdding(null)} />
      ) : null}
    </div>
  );
}
