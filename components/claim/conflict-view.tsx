'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';

/** Two texts where one was expected: the person's own and what the server has now. Neither is lost by looking. */
export function ConflictView({
  intro,
  mine,
  theirs,
  canKeepMine = true,
  onKeepMine,
  onTakeTheirs,
  hasFocus = true,
}: {
  intro: string;
  mine: string;
  theirs: string;
  canKeepMine?: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  /** Takes the focus when it appears; off where it met an edit of earlier. */
  hasFocus?: boolean;
}) {
  const t = useTranslations('contribute.conflict');
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (hasFocus) heading.current?.focus();
  }, [hasFocus]);
  return (
    <div className="grid gap-3 rounded border border-control bg-paper p-3">
      <p ref={heading} tabIndex={-1} className="text-ui">
        {intro}
      </p>
      <Version title={t('theirs')} text={theirs} />
      <Version title={t('mine')} text={mine} />
      <div className="flex flex-wrap gap-2">
        {canKeepMine ? (
          <Button size="small" onClick={onKeepMine}>
            {t('keepMine')}
          </Button>
        ) : null}
        <Button size="small" onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </Button>
      </div>
    </div>
  );
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <div className="grid gap-1">
      <p className="text-caption font-strong">{title}</p>
      <p
        dir="auto"
        className="border-s-2 border-hairline ps-3 font-serif text-ui whitespace-pre-wrap wrap-anywhere"
      >
        {text}
      </p>
    </div>
  );
}
