'use client';

import { Hand } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { request } from '@/lib/client/api';

/** Asks those who keep the room for help, or takes that back. */
export function HelpButton({ roomId, asks }: { roomId: string; asks: boolean }) {
  const t = useTranslations('pupil.help');
  const [isAsking, setIsAsking] = useState(asks);
  const router = useRouter();
  const [work, setWork] = useState<'idle' | 'sending' | 'failed'>('idle');
  useEffect(() => setIsAsking(asks), [asks]);
  const change = async () => {
    setWork('sending');
    const answer = await request<{ asksHelp: boolean }>(isAsking ? 'DELETE' : 'PUT', `/rooms/${roomId}/help`);
    setWork(answer.ok ? 'idle' : 'failed');
    if (!answer.ok) return;
    setIsAsking(answer.value.asksHelp);
    // The page's own word on it has to change too, so that it is heard when somebody has helped.
    router.refresh();
    announce(t(answer.value.asksHelp ? 'asked' : 'ended'));
  };
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void change()} isPending={work === 'sending'} aria-pressed={isAsking}>
          <Hand aria-hidden="true" strokeWidth={1.75} className="size-4" />
          {t(isAsking ? 'takeBack' : 'ask')}
        </Button>
        {isAsking ? <span className="text-caption text-muted">{t('asked')}</span> : null}
      </p>
      {work === 'failed' ? (
        <p role="alert" className="text-caption text-muted">
          {t('failed')}
        </p>
      ) : null}
    </div>
  );
}
