'use client';

import { Locate } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useWhyNot } from '@/components/room/why-not';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import type { Outline } from '@/lib/domain/debate/outline';
import { needsVote } from './needs-vote';

/** The foot of the phone's outline: how far one's votes have come, and the next claim without one. */
export function OutlineNext({
  outline,
  currentId,
  onNext,
}: {
  outline: Outline;
  currentId: string | null;
  onNext: (claimId: string) => void;
}) {
  const t = useTranslations('outline.next');
  const whyNot = useWhyNot('vote');
  const claims = outline.nodes.map(({ claim }) => claim).filter(({ status }) => status === 'published');
  const open = claims.filter(({ ownVote }) => needsVote(ownVote));
  if (whyNot !== null) {
    return (
      <div className="outline-next">
        <span>{whyNot}</span>
      </div>
    );
  }
  const handleNext = () => {
    const from = claims.findIndex(({ id }) => id === currentId);
    const next = open.find((claim) => claims.indexOf(claim) > from) ?? open[0];
    if (next) onNext(next.id);
    else announce(t('none'));
  };
  return (
    <div className="outline-next">
      <span>{t('voted', { voted: claims.length - open.length, count: claims.length })}</span>
      <Button onClick={handleNext} aria-disabled={open.length === 0 || undefined}>
        <Locate aria-hidden="true" />
        {t(open.length === 0 ? 'none' : 'go')}
      </Button>
    </div>
  );
}
