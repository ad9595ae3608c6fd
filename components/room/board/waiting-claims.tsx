'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { viewHref } from '@/components/debate/view-address';
import { settingsHref } from '@/components/room/room-address';
import { readWaitingClaims } from '@/lib/client/board';
import type { DebateView } from '@/lib/domain/debate/view';
import type { WaitingClaim } from '@/lib/domain/room/board';
import type { RoomFrame } from '@/lib/domain/room/view';
import { useKept } from './use-board';
import { WaitingClaimCard } from './waiting-claim-card';

/** Claims that wait for a word of those who keep the room. Read again when their number changes. */
export function WaitingClaims({
  frame,
  debate,
  initial,
  count,
  onDecided,
}: {
  frame: RoomFrame;
  debate: DebateView;
  initial: WaitingClaim[];
  /** How many there are by the last reading of the room. */
  count: number;
  onDecided: () => void;
}) {
  const t = useTranslations('board.claims');
  const { value, refresh } = useKept({ claims: initial }, () => readWaitingClaims(frame.id));
  const heading = useRef<HTMLHeadingElement>(null);
  const known = useRef(count);
  useEffect(() => {
    if (known.current === count) return;
    known.current = count;
    refresh();
  }, [count, refresh]);
  const decided = () => {
    // The card goes and would take the focus with it.
    heading.current?.focus();
    refresh();
    onDecided();
  };
  const { claims } = value;
  const isClosed = frame.stage === 'closed';
  if (isClosed && claims.length === 0) return null;
  if (claims.length === 0 && !frame.settings.claimsNeedApproval) return null;
  return (
    <section aria-labelledby="board-claims" className="grid gap-1.5">
      <div className="flex min-h-9 flex-wrap items-center gap-x-3">
        <h2 ref={heading} id="board-claims" tabIndex={-1} className="text-heading font-strong">
          {t('title', { count: Math.max(count, claims.length) })}
        </h2>
        <p className="text-caption text-muted">
          {t(isClosed ? 'closed' : frame.settings.claimsNeedApproval ? 'approvalOn' : 'approvalOff')}
        </p>
        {frame.can.configure ? (
          <Link href={settingsHref(frame.slug)} className="ms-auto text-caption pointer-coarse:py-3">
            {t('change')}
          </Link>
        ) : null}
      </div>
      {claims.length === 0 ? (
        <p className="border-t border-ink py-3 text-ui text-muted">{t('none')}</p>
      ) : (
        <ul className="grid border-t border-ink sm:grid-cols-2 xl:grid-cols-3">
          {claims.map((waiting) => (
            <li
              key={waiting.claim.id}
              className="border-b border-hairline py-3 sm:px-4 sm:first:ps-0 xl:not-first:border-s"
            >
              {waiting.group ? (
                <GroupClaim waiting={waiting} group={waiting.group} language={debate.language} />
              ) : (
                <WaitingClaimCard
                  debate={debate}
                  waiting={waiting}
                  mayDecide={!isClosed}
                  onDecided={decided}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A claim that waits in a group: decided there, beside what it answers. */
function GroupClaim({
  waiting: { claim },
  group,
  language,
}: {
  waiting: WaitingClaim;
  group: NonNullable<WaitingClaim['group']>;
  language: string;
}) {
  const t = useTranslations('board.claims');
  return (
    <article aria-label={t('card', { code: claim.code })} className="grid h-full content-start gap-2">
      <p lang={language} dir="auto" className="font-serif text-claim-panel text-pretty wrap-anywhere">
        {claim.text}
      </p>
      <p className="text-caption text-muted">
        <bdi>{claim.authorAlias ?? t('somebody')}</bdi>
      </p>
      <Link
        href={`${viewHref(group.slug, 'outline')}?show=waiting`}
        className="self-end text-ui pointer-coarse:py-3"
      >
        {t('inGroup', { group: group.name })}
      </Link>
    </article>
  );
}
