'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { roomHref } from '@/components/room/room-address';
import { Button, ButtonLink } from '@/components/ui/button';
import { formatCode } from '@/lib/domain/room/codes';
import type { JoinAnswer } from '@/lib/domain/room/joining';

/** A guest has their seat: the code that gives it back, said this once, and the way on. */
export function Joined({ answer, wished }: { answer: JoinAnswer; wished: string }) {
  const t = useTranslations('joining.joined');
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => heading.current?.focus(), []);
  const code = answer.seatCode === null ? null : formatCode(answer.seatCode);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code ?? '');
      setSaid(t('copied'));
    } catch {
      // Without the clipboard the code can still be selected.
      setSaid(t('notCopied'));
    }
  };

  return (
    <div className="grid gap-6">
      <div className="grid gap-1">
        <h2 ref={heading} tabIndex={-1} className="text-heading font-strong">
          {t('title', { alias: answer.alias })}
        </h2>
        {answer.alias === wished ? null : (
          <p className="text-muted text-pretty">{t('otherAlias', { wished, alias: answer.alias })}</p>
        )}
      </div>
      {code ? (
        <div className="grid gap-2 rounded border border-ink bg-raised px-5 py-4">
          <p className="font-strong">{t('codeTitle')}</p>
          <p translate="no" className="text-title font-strong tracking-[0.08em] select-all">
            {code}
          </p>
          <p className="text-muted text-pretty">{t('codeText')}</p>
          <div className="flex flex-wrap items-center gap-3">
            <Button size="small" onClick={copy}>
              {t('copy')}
            </Button>
            <p role="status" className="text-caption text-muted empty:hidden">
              {said}
            </p>
          </div>
        </div>
      ) : null}
      {/* A whole page load: what was drawn for a visitor is drawn for the guest. */}
      <ButtonLink
        href={roomHref(answer.slug)}
        prefetch={false}
        variant="primary"
        size="large"
        width="full"
        onClick={(event) => {
          event.preventDefault();
          window.location.assign(event.currentTarget.href);
        }}
      >
        {t('go')}
      </ButtonLink>
    </div>
  );
}
