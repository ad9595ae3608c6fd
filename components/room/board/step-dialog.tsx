'use client';

import { useTranslations } from 'next-intl';
import { useStageWords } from '@/components/room/stage-words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { RoomFrame } from '@/lib/domain/room/view';

/** Asks before the room goes back, skips steps, or shows its results: a slip of the finger moves everybody's page. */
export function StepDialog({
  frame,
  to,
  isPending,
  problem,
  onMove,
  onClose,
}: {
  frame: RoomFrame;
  to: number;
  isPending: boolean;
  problem: string | null;
  onMove: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('board.step');
  const words = useStageWords();
  const step = frame.plan[to];
  if (!step) return null;
  const name = words.nameOf(step);
  const kind =
    step.stage === 'reveal' ? 'reveal' : to < frame.step ? 'back' : to > frame.step + 1 ? 'skip' : 'next';
  const leavesReveal = frame.stage === 'reveal' && step.stage !== 'reveal';
  return (
    <Dialog isOpen onClose={onClose} title={t('title', { name })} closeLabel={t('dismiss')}>
      <div className="grid gap-4">
        <p className="text-pretty text-muted">
          {t(`meaning.${leavesReveal ? 'leaveReveal' : kind}`, { count: Math.max(0, to - frame.step - 1) })}
        </p>
        {problem === null ? null : (
          <p role="alert" className="text-ui">
            {problem}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" isPending={isPending} onClick={onMove}>
            {t(`do.${kind}`)}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('stay')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
