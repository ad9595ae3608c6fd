'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { AskDialog } from '@/components/ui/ask-dialog';
import { Button } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { QrCode } from '@/components/ui/qr-code';
import { closeJoinCode, type JoinCodeMade, makeJoinCode } from '@/lib/client/people';
import { formatCode } from '@/lib/domain/room/codes';
import { useTimes } from '@/lib/i18n/use-times';

export interface JoinCardProps {
  roomId: string;
  /** Null when nobody new can come in by a code. */
  code: string | null;
  /** The address that leads straight in; the QR code says the same. */
  url: string | null;
  /** ISO 8601; when the code stops working. */
  until: string | null;
  /** The reader may make a new code and take it away. */
  canChange: boolean;
  /** Says when there is another code, so that a page can show it elsewhere too. */
  onChange?: (made: JoinCodeMade | null) => void;
}

type Work = 'make' | 'close' | null;

/** How people come into a room: its code, the same as a picture for cameras, and a link to send. Needs the messages `codes`. */
export function JoinCard({ roomId, code, url, until, canChange, onChange }: JoinCardProps) {
  const t = useTranslations('codes');
  const time = useTimes();
  const given = code && url && until ? { code, url, until } : null;
  const [made, setMade] = useState<JoinCodeMade | null>(given);
  const [work, setWork] = useState<Work>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [asked, setAsked] = useState<Work>(null);
  // What another page or person has changed meanwhile comes with the next reading of this page.
  useEffect(() => setMade(code && url && until ? { code, url, until } : null), [code, url, until]);

  const change = async (next: Exclude<Work, null>) => {
    setAsked(null);
    setWork(next);
    setHasFailed(false);
    const answer = next === 'make' ? await makeJoinCode(roomId) : await closeJoinCode(roomId);
    setWork(null);
    if (!answer.ok) return setHasFailed(true);
    const now = answer.value ?? null;
    setMade(now);
    onChange?.(now);
    announce(now ? t('made', { code: formatCode(now.code) }) : t('closed'));
  };

  const copy = async () => {
    if (!made) return;
    try {
      await navigator.clipboard.writeText(made.url);
      announce(t('copied'));
    } catch {
      // Without the clipboard the address can still be selected.
      announce(t('notCopied'));
    }
  };

  return (
    <div className="grid gap-3">
      {made ? (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <QrCode text={made.url} title={t('qr')} className="size-28" />
          <div className="grid min-w-0 flex-1 basis-52 gap-1.5">
            <p
              className="text-title font-strong tracking-[0.08em] whitespace-nowrap tabular-nums"
              translate="no"
            >
              {formatCode(made.code)}
            </p>
            <p className="text-caption text-muted break-all select-all" translate="no">
              {made.url.replace(/^https?:\/\//, '')}
            </p>
            <p className="text-caption text-muted">{t('until', { moment: time.dateTime(made.until) })}</p>
          </div>
        </div>
      ) : (
        <p className="text-muted text-pretty">{t('none')}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {made ? (
          <Button size="small" onClick={copy}>
            {t('copy')}
          </Button>
        ) : null}
        {canChange ? (
          <Button
            size="small"
            isPending={work === 'make'}
            onClick={() => (made ? setAsked('make') : void change('make'))}
          >
            {made ? t('renew') : t('make')}
          </Button>
        ) : null}
        {canChange && made ? (
          <Button size="small" variant="quiet" isPending={work === 'close'} onClick={() => setAsked('close')}>
            {t('close')}
          </Button>
        ) : null}
      </div>
      <p role="alert" className="text-caption text-danger empty:hidden">
        {hasFailed ? t('failed') : null}
      </p>
      {asked === null ? null : (
        <AskDialog
          title={t(`ask.${asked}.title`)}
          doLabel={t(asked === 'make' ? 'renew' : 'close')}
          stayLabel={t('ask.stay')}
          onDo={() => void change(asked)}
          onClose={() => setAsked(null)}
        >
          {t(`ask.${asked}.text`, { code: made ? formatCode(made.code) : '' })}
        </AskDialog>
      )}
    </div>
  );
}
