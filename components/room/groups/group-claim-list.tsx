'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { viewHref } from '@/components/debate/view-address';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { useContributionActions } from '@/lib/client/contributions';
import { promote } from '@/lib/client/groups';
import type { GroupClaim, GroupView, Promoted } from '@/lib/domain/room/groups';
import type { GroupsAtWork } from './use-groups';

interface Props {
  group: GroupView;
  room: { id: string; slug: string; language: string };
  work: GroupsAtWork;
}

/** What a group claims, newest first, each with the way to the class. */
export function GroupClaimList({ group, room, work }: Props) {
  const t = useTranslations('groups.group');
  return (
    <div className="grid gap-2">
      <h4 className="border-b border-ink pb-1 text-caption font-strong">{t('claims')}</h4>
      {group.claims.length === 0 ? (
        <p className="text-caption text-muted">{t('noClaims')}</p>
      ) : (
        <ul className="grid">
          {group.claims.map((claim) => (
            <ClaimItem key={claim.id} claim={claim} room={room} work={work} />
          ))}
        </ul>
      )}
    </div>
  );
}

function ClaimItem({ claim, room, work }: Omit<Props, 'group'> & { claim: GroupClaim }) {
  const t = useTranslations('groups.take');
  const { announce } = useContributionActions();
  const [taken, setTaken] = useState<Promoted | null>(null);
  const take = async () => {
    const done = await work.act(promote(room.id, { claimId: claim.id }));
    if (!done) return;
    setTaken(done);
    announce(t('taken', { code: done.code ?? '' }));
    await work.lookAgain();
  };
  const facts = [
    claim.authorAlias === null ? t('someone') : t('by', { alias: claim.authorAlias }),
    ...(claim.answers ? [t(claim.answers.kind, { code: claim.answers.code })] : []),
  ];
  return (
    <li className="grid justify-items-start gap-1.5 border-b border-hairline py-2.5 last:border-b-0">
      <p lang={room.language} dir="auto" className="font-serif text-ui wrap-anywhere">
        {claim.text}
      </p>
      <p className="text-caption text-muted">
        <ClaimCode code={claim.code} side={claim.side} size="caption" /> · {facts.join(', ')}
      </p>
      {claim.promotedAs !== null ? (
        <Link
          href={`${viewHref(room.slug, 'map')}?claim=${encodeURIComponent(claim.promotedAs)}`}
          className="inline-flex items-center gap-1 text-caption"
        >
          <Check aria-hidden="true" className="size-3.5" />
          {t('there', { code: claim.promotedAs })}
        </Link>
      ) : claim.status === 'suggested' ? (
        <Tag>{t('waits')}</Tag>
      ) : (
        <Button
          size="small"
          isPending={work.isPending}
          onClick={() => void take()}
          aria-label={t('claimOf', { code: claim.code })}
        >
          {t('claim')}
        </Button>
      )}
      {taken ? <TakenNotes taken={taken} room={room} /> : null}
    </li>
  );
}

/** What came along, and what the class had already that says something like it. */
export function TakenNotes({ taken, room }: { taken: Promoted; room: Props['room'] }) {
  const t = useTranslations('groups.take');
  if (taken.along.length === 0 && taken.similar.length === 0) return null;
  return (
    <div className="grid w-full gap-1.5 rounded bg-wash p-2.5 text-caption">
      {taken.along.length > 0 ? (
        <p>{t('along', { count: taken.along.length, codes: taken.along.join(', ') })}</p>
      ) : null}
      {taken.similar.length > 0 ? (
        <>
          <p>{t('similar')}</p>
          <ul className="grid gap-1">
            {taken.similar.map(({ id, code, text }) => (
              <li key={id}>
                <Link href={`${viewHref(room.slug, 'outline')}?claim=${encodeURIComponent(code)}`}>
                  {code}
                </Link>{' '}
                <span lang={room.language} dir="auto" className="font-serif">
                  {text}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
