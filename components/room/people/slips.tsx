'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { AskDialog } from '@/components/ui/ask-dialog';
import { Button, ButtonLink } from '@/components/ui/button';
import { QrCode } from '@/components/ui/qr-code';
import { resetRoster } from '@/lib/client/people';
import { keepSlips, keptSlips } from '@/lib/client/slips';
import { formatCode, joinPath } from '@/lib/domain/room/codes';
import type { RosterSlip } from '@/lib/domain/room/people';
import { useFailureWords } from './use-failure-words';

/** Slips to cut out: a name, its code, the address and a picture of both. Codes are shown only right after they are made. */
export function Slips({
  roomId,
  room,
  site,
  places,
  back,
}: {
  roomId: string;
  room: string;
  /** The address of this site. */
  site: string;
  /** Places on the list that nobody has taken. */
  places: number;
  back: string;
}) {
  const t = useTranslations('people.slips');
  const wordsOf = useFailureWords();
  const [slips, setSlips] = useState<readonly RosterSlip[]>([]);
  const [isPending, setIsPending] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  // Of this tab's memory, which the server does not have.
  useEffect(() => setSlips(keptSlips(roomId)), [roomId]);

  const renew = async () => {
    setIsAsking(false);
    setIsPending(true);
    setTrouble(null);
    const answer = await resetRoster(roomId);
    setIsPending(false);
    if (!answer.ok) return setTrouble(wordsOf(answer.error));
    keepSlips(roomId, answer.value.slips);
    setSlips(answer.value.slips);
  };

  const host = site.replace(/^https?:\/\//, '');
  return (
    <div className="grid gap-6">
      <div className="no-print grid gap-3">
        <h1 className="text-title font-strong tracking-[-0.012em]">{t('title', { room })}</h1>
        <p className="max-w-measure text-muted text-pretty">
          {slips.length > 0 ? t('shownOnce') : places > 0 ? t('gone') : t('nobody')}
        </p>
        <p role="alert" className="text-danger empty:hidden">
          {trouble}
        </p>
        <div className="flex flex-wrap gap-2">
          {slips.length > 0 ? (
            <Button variant="primary" onClick={() => window.print()}>
              {t('print')}
            </Button>
          ) : null}
          {places > 0 ? (
            <Button isPending={isPending} onClick={() => setIsAsking(true)}>
              {t('renew', { count: places })}
            </Button>
          ) : null}
          <ButtonLink href={back} variant="quiet">
            {t('back')}
          </ButtonLink>
        </div>
      </div>
      {isAsking ? (
        <AskDialog
          title={t('renew', { count: places })}
          doLabel={t('ask.do')}
          stayLabel={t('ask.stay')}
          onDo={() => void renew()}
          onClose={() => setIsAsking(false)}
        >
          {t('ask.text')}
        </AskDialog>
      ) : null}
      <ul className="grid border-s border-t border-dashed border-control empty:hidden sm:grid-cols-2 print:grid-cols-2">
        {slips.map(({ name, code }) => (
          <li
            key={code}
            className="grid break-inside-avoid grid-cols-[1fr_auto] items-center gap-3 border-e border-b border-dashed border-control bg-raised p-4"
          >
            <div className="grid min-w-0 gap-1">
              <p dir="auto" className="font-strong break-words">
                {name}
              </p>
              <p className="text-caption text-muted break-words">{room}</p>
              <p translate="no" className="mt-1 text-heading font-strong tracking-[0.06em] whitespace-nowrap">
                {formatCode(code)}
              </p>
              <p className="text-caption text-muted break-all">{`${host}/join`}</p>
            </div>
            <QrCode text={`${site}${joinPath(code)}`} title={t('qr', { name })} className="size-24" />
          </li>
        ))}
      </ul>
    </div>
  );
}
