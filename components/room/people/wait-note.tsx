'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

/** Too many wrong codes came from here: says for how long to wait, and goes on by itself. */
export function WaitNote({ seconds, onOver }: { seconds: number; onOver: () => void }) {
  const t = useTranslations('joining.wait');
  const [left, setLeft] = useState(seconds);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    const endsAt = Date.now() + seconds * 1000;
    setLeft(seconds);
    const timer = setInterval(() => {
      const next = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
      setLeft(next);
      if (next > 0) return;
      clearInterval(timer);
      over.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <div role="alert" className="grid gap-1 rounded border border-control px-4 py-3">
      <p className="font-strong">{t('title')}</p>
      <p className="text-muted text-pretty">{t('text')}</p>
      {/* Not part of what is read aloud: it changes every second. */}
      <p aria-hidden="true" className="text-muted tabular-nums">
        {t('left', { count: left })}
      </p>
    </div>
  );
}
