'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SendProblem } from '@/components/claim/send-problem';
import { groupsHref } from '@/components/room/room-address';
import { useStageWords } from '@/components/room/stage-words';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { assignSides, setCircles } from '@/lib/client/groups';
import type { RoomProgress } from '@/lib/domain/room/board';
import { unreadyFor } from '@/lib/domain/room/readiness';
import type { RoomFrame } from '@/lib/domain/room/view';

/**
 * Says at a step, and at the one before it, that nobody has a side to argue or nobody sits in the circle that speaks, and mends
 * it in place. Nothing while the class can work.
 */
export function UnreadyNote({
  frame,
  progress: { people },
  onChange,
}: {
  frame: RoomFrame;
  progress: Pick<RoomProgress, 'people'>;
  onChange: () => void;
}) {
  const t = useTranslations('board.unready');
  const words = useStageWords();
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (frame.kind !== 'class' || frame.stage === 'closed') return null;
  const next = frame.plan[frame.step + 1];
  const now = unreadyFor(frame, people);
  const lack = now ?? (next ? unreadyFor(next, people) : null);
  if (!lack) return null;
  const { lacks } = lack;
  const mend = async () => {
    setIsPending(true);
    const answer = await (lacks === 'sides'
      ? assignSides(frame.id, { by: 'rest' })
      : setCircles(frame.id, { by: 'random' }));
    setIsPending(false);
    setProblem(answer.ok ? null : answer.error.kind === 'http' ? answer.error.message : t('unreachable'));
    if (!answer.ok) return;
    announce(t(`said.${lacks}`));
    onChange();
  };
  return (
    <section
      aria-label={t('label')}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-danger bg-raised px-4 py-3"
    >
      <p role="status" className="flex min-w-0 flex-1 basis-72 gap-2.5 text-ui text-pretty">
        <TriangleAlert
          aria-hidden="true"
          strokeWidth={1.75}
          className="mt-0.5 size-4 flex-none text-danger"
        />
        {now
          ? t(`now.${lacks}`, { count: lack.people })
          : t(`next.${lacks}`, { count: lack.people, name: next ? words.nameOf(next) : '' })}
      </p>
      {frame.can.configure ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button variant="primary" isPending={isPending} onClick={() => void mend()}>
            {t(`mend.${lacks}`)}
          </Button>
          <Link href={groupsHref(frame.slug)} className="text-caption pointer-coarse:py-3">
            {t('byHand')}
          </Link>
        </div>
      ) : null}
      <SendProblem message={problem} />
    </section>
  );
}
