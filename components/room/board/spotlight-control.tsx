'use client';

import { Projector } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { SendProblem } from '@/components/claim/send-problem';
import { ClaimPicker } from '@/components/edit/claim-picker';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { announce } from '@/components/ui/live-region';
import { showOnProjector } from '@/lib/client/board';
import type { DebateView } from '@/lib/domain/debate/view';
import type { SpotlightView } from '@/lib/domain/room/board';

/** Which claim the projector shows large, and another one to choose. */
export function SpotlightControl({
  roomId,
  debate,
  spotlight,
  onChange,
}: {
  roomId: string;
  debate: DebateView;
  spotlight: SpotlightView | null;
  onChange: () => void;
}) {
  const t = useTranslations('board.spotlight');
  const [isChoosing, setIsChoosing] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const show = async (claimId: string | null) => {
    setIsPending(true);
    const answer = await showOnProjector(roomId, claimId);
    setIsPending(false);
    setProblem(answer.ok ? null : answer.error.kind === 'http' ? answer.error.message : t('unreachable'));
    if (!answer.ok) return;
    setIsChoosing(false);
    announce(t(claimId === null ? 'said.none' : 'said.shown'));
    onChange();
  };
  return (
    <section aria-labelledby="board-spotlight" className="grid content-start gap-1.5">
      <h2 id="board-spotlight" className="flex min-h-9 items-center text-heading font-strong">
        {t('title')}
      </h2>
      <div className="grid justify-items-start gap-2 border-t border-ink pt-2.5">
        {spotlight ? (
          <p className="text-ui">
            <ClaimCode code={spotlight.code} side={spotlight.side} size="caption" />{' '}
            <span lang={debate.language} dir="auto" className="font-serif">
              {spotlight.text}
            </span>
          </p>
        ) : (
          <p className="text-ui text-muted">{t('none')}</p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button size="small" className="min-h-9" onClick={() => setIsChoosing(true)}>
            <Projector aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
            {t(spotlight ? 'another' : 'choose')}
          </Button>
          {spotlight ? (
            <Button
              size="small"
              variant="quiet"
              className="min-h-9"
              isPending={isPending}
              onClick={() => void show(null)}
            >
              {t('end')}
            </Button>
          ) : null}
        </div>
        {isChoosing ? null : <SendProblem message={problem} />}
      </div>
      {isChoosing ? (
        <Dialog isOpen onClose={() => setIsChoosing(false)} title={t('choose')} closeLabel={t('dismiss')}>
          <div className="grid gap-3">
            <ClaimPicker
              label={t('claim')}
              options={debate.claims.filter(({ status }) => status === 'published')}
              value={null}
              onChange={(id) => {
                if (id !== null) void show(id);
              }}
              language={debate.language}
            />
            <SendProblem message={problem} />
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
