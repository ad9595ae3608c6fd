'use client';

import { Projector } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { showOnProjector } from '@/lib/client/board';
import { SendProblem } from './send-problem';

/** Shows a claim large on the class's projector, and takes it off again: for those who keep the class. */
export function ShowOnProjector({ roomId, claimId }: { roomId: string; claimId: string }) {
  const t = useTranslations('contribute.details.projector');
  const [shownId, setShownId] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isShown = shownId === claimId;
  const press = async () => {
    setIsPending(true);
    const answer = await showOnProjector(roomId, isShown ? null : claimId);
    setIsPending(false);
    setProblem(answer.ok ? null : answer.error.kind === 'http' ? answer.error.message : t('unreachable'));
    if (!answer.ok) return;
    setShownId(answer.value.claimId);
    announce(t(isShown ? 'saidOff' : 'saidOn'));
  };
  return (
    <>
      <Button size="small" variant="quiet" isPending={isPending} onClick={() => void press()}>
        <Projector aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
        {t(isShown ? 'hide' : 'show')}
      </Button>
      <SendProblem message={problem} />
    </>
  );
}
