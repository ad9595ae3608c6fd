'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { OwnVoteList } from '@/components/vote/queue/own-vote-list';
import { useDebate } from '@/lib/client/contributions';
import type { DebateView } from '@/lib/domain/debate/view';
import { whoMovesOn } from '@/lib/domain/room/pupil-work';
import type { RoomFrame } from '@/lib/domain/room/view';
import { claimsToAsk } from '@/lib/domain/vote/queue-order';

/** The room takes no votes now: what it does instead, what comes, and the votes that were given. */
export function NoVoteNow({
  frame,
  debate: server,
  name,
  next,
  home,
}: {
  /** Null in the commons. */
  frame: RoomFrame | null;
  debate: DebateView;
  /** What the room does now, in words; null in the commons. */
  name: string | null;
  next: string | null;
  home: { href: string; label: string };
}) {
  const t = useTranslations('pupil.vote');
  const now = useTranslations('pupil.now');
  const notTaken = useTranslations('contribute.notTaken');
  const debate = useDebate(server);
  const claims = claimsToAsk(debate.claims);
  const isOver = frame === null || frame.stage === 'reveal' || frame.stage === 'closed';
  return (
    <div className="mx-auto grid w-full max-w-[40rem] gap-5 px-5 pt-8 pb-16">
      <h2 className="text-title font-strong">{t('notNow')}</h2>
      <p className="text-body text-pretty">
        {frame?.stage === 'closed'
          ? notTaken('why.room-closed')
          : name === null
            ? t('closed')
            : t('itDoes', { step: name })}{' '}
        {isOver || next === null ? null : now('waits', { step: next, by: whoMovesOn(frame) })}
      </p>
      <p>
        <ButtonLink href={home.href} variant="primary">
          {home.label}
        </ButtonLink>
      </p>
      {claims.some(({ ownVote }) => ownVote.choice !== null) ? (
        <section className="grid gap-3 border-t border-hairline pt-5">
          <h2 className="text-heading">{t('yours')}</h2>
          <OwnVoteList claims={claims} language={debate.language} mayVote={false} />
        </section>
      ) : null}
    </div>
  );
}
