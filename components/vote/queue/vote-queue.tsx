'use client';

import './vote-queue.css';
import { CornerDownRight } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { latePart } from '@/components/ui/late-part';
import { useOverPage } from '@/components/ui/use-over-page';
import { useContributionActions, useDebate } from '@/lib/client/contributions';
import { useKeptPutOff } from '@/lib/client/put-off';
import type { ClaimView, VoteChoice } from '@/lib/domain/debate/view';
import { claimsToAsk, voteQueue } from '@/lib/domain/vote/queue-order';
import { ignoreHeldKey } from '../held-key';
import { isRepeatedClick } from '../is-repeated-click';
import { AnswerButtons } from './answer-buttons';
import { LastAnswer } from './last-answer';
import { LeaveLink, useLeaving } from './leave-link';
import { PassageSheet } from './passage-sheet';
import { ProgressCells } from './progress-cells';
import { answered, EMPTY_QUEUE, lastVote, putOff, resumed, shownClaim, undone } from './queue-state';
import { VoteCard } from './vote-card';
import { VoteDone } from './vote-done';
import type { VoteQueueProps } from './vote-queue-props';

const VoteKeysDialog = dynamic(
  latePart(() => import('./vote-keys-dialog').then((module) => module.VoteKeysDialog)),
  { ssr: false },
);

const KEYS: Readonly<Record<string, VoteChoice>> = {
  a: 'agree',
  d: 'disagree',
  p: 'pass',
  1: 'agree',
  2: 'disagree',
  3: 'pass',
};

/** Claims to vote on, one at a time. */
export function VoteQueue({ debate: server, order, passages, earlier, next, ...ends }: VoteQueueProps) {
  const t = useTranslations('pupil.vote');
  const debate = useDebate(server);
  const { vote } = useContributionActions();
  const [state, setState] = useState(EMPTY_QUEUE);
  // What is to come next does not change under somebody who votes; who opens the page again gets a new order.
  const [opened] = useState(order);
  const reading = useOverPage();
  const leaving = useLeaving();
  const [showsKeys, setShowsKeys] = useState(false);
  const { room, motion } = debate;
  useKeptPutOff(`${room.id} ${room.voice} ${motion.id}`, state.later, (kept) =>
    setState((now) => resumed(now, kept)),
  );
  const region = useRef<HTMLElement>(null);
  const claims = useMemo(() => claimsToAsk(debate.claims), [debate.claims]);
  const queue = useMemo(() => voteQueue(claims, opened, state.later), [claims, opened, state.later]);
  const claim = shownClaim(queue.toAsk, state);
  const following = queue.toAsk.find(({ id }) => id !== claim?.id) ?? null;
  const last = lastVote(state);
  const lastClaim = last === null ? null : (claims.find(({ id }) => id === last.claimId) ?? null);

  // The keys work where the focus is: here, from the start, unless somebody is on their way through the page already.
  // A button that had the focus may go with its claim.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again with each claim
  useEffect(() => {
    if (document.activeElement === document.body) region.current?.focus({ preventScroll: true });
  }, [claim?.id]);

  const placeOf = (one: ClaimView | null, words: 'placeName' | 'placeTitle' = 'placeName'): string | null => {
    const passage = one === null ? undefined : passages[one.id];
    if (passage === undefined) return null;
    // A treaty's passages are named as articles, not numbered as paragraphs.
    return t(words, {
      label: passage.label,
      kind: passage.passageKey.startsWith('art-') ? 'article' : 'paragraph',
    });
  };
  const answer = (choice: VoteChoice) => {
    if (claim === null) return;
    reading.close();
    setState(answered(state, queue.toAsk, claim, choice));
    vote(claim, choice);
  };
  const leave = () => {
    if (claim !== null && following !== null) setState(putOff(state, queue.toAsk, claim.id));
  };
  const undo = () => {
    const back = undone(state);
    if (back === null) return;
    reading.close();
    setState(back.state);
    const { vote: said } = back;
    const to = said && claims.find(({ id }) => id === said.claimId);
    if (said && to) vote(to, said.choice);
  };
  const handleKey = (event: KeyboardEvent) => {
    // Held down, a button would be pressed each time for a claim that nobody has read.
    if (ignoreHeldKey(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Events of a dialog bubble here through React's tree: its keys are not those of the card below it.
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    const key = event.key.toLowerCase();
    const choice = KEYS[key];
    const act =
      choice !== undefined && claim !== null
        ? () => answer(choice)
        : {
            z: undo,
            l: leave,
            e: () => placeOf(claim) !== null && reading.open(),
            '?': () => setShowsKeys(true),
          }[key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const place = placeOf(claim);
  const passage = claim === null ? undefined : passages[claim.id];
  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label={t('name')}
      onKeyDown={handleKey}
      className="vote-queue mx-auto w-full max-w-[40rem] px-5 pt-4 pb-4"
    >
      <ProgressCells answered={queue.answered} total={queue.total} next={next} />
      {claim === null ? (
        <VoteDone
          debate={debate}
          claims={claims}
          total={queue.total}
          takesFocus={state.past.length > 0}
          leaving={leaving}
          {...ends}
        >
          <LastAnswer
            claim={lastClaim}
            choice={last?.choice ?? null}
            language={debate.language}
            canUndo={state.past.length > 0}
            onUndo={undo}
          />
        </VoteDone>
      ) : (
        <>
          <div className="vote-deck mt-3.5" data-more={following === null ? undefined : ''}>
            <VoteCard
              claim={claim}
              earlier={earlier[claim.id] ?? null}
              language={debate.language}
              place={place}
              onRead={reading.open}
            />
          </div>
          <div className="flex min-h-11 items-center gap-2 text-caption text-muted">
            {following === null ? null : (
              <CornerDownRight
                aria-hidden="true"
                strokeWidth={1.75}
                className="size-4 flex-none rtl:-scale-x-100"
              />
            )}
            <p className={`min-w-0 flex-1 ${leaving.isHeld ? 'text-pretty' : 'truncate'}`}>
              {leaving.isHeld
                ? t('noWay')
                : following === null
                  ? t('lastOne')
                  : t('following', { place: placeOf(following) ?? 'none' })}
            </p>
            <button
              type="button"
              onClick={(event) => isRepeatedClick(event) || leave()}
              disabled={following === null}
              className="min-h-11 min-w-11 flex-none rounded px-2 text-ink underline underline-offset-2 hover:bg-wash disabled:text-muted disabled:no-underline"
            >
              {t('later')}
            </button>
            <LeaveLink
              hold={leaving.hold}
              href={ends.home.href}
              variant="quiet"
              size="small"
              className="-me-2 min-w-11 px-2! underline!"
            >
              {t('stop')}
            </LeaveLink>
          </div>
          <LastAnswer
            claim={lastClaim}
            choice={last?.choice ?? null}
            language={debate.language}
            canUndo={state.past.length > 0}
            onUndo={undo}
          />
          <AnswerButtons onAnswer={answer} />
          <p className="mt-3 text-caption text-muted max-sm:hidden">
            {t('keysLine')}{' '}
            <button
              type="button"
              onClick={() => setShowsKeys(true)}
              className="text-ink underline underline-offset-2"
            >
              {t('allKeys')}
            </button>
          </p>
        </>
      )}
      {reading.isOpen && claim !== null && passage !== undefined && place !== null ? (
        <PassageSheet
          slug={debate.slug}
          claim={claim}
          place={placeOf(claim, 'placeTitle') ?? place}
          passage={passage}
          language={debate.language}
          leaving={leaving}
          onAnswer={answer}
          onClose={reading.close}
        />
      ) : null}
      {showsKeys ? <VoteKeysDialog onClose={() => setShowsKeys(false)} /> : null}
    </section>
  );
}
