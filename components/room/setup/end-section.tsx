'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DraftLine } from '@/components/draft/draft-line';
import { textVersion } from '@/components/form/text-version';
import { roomHref } from '@/components/room/room-address';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { useDraft } from '@/lib/client/drafts';
import { archiveRoom, closeRoom, reopenRoom } from '@/lib/client/rooms';
import { NAMES_KEPT_DAYS, type Waits } from '@/lib/domain/room/setup';
import { LIMITS } from '@/lib/domain/text/limits';
import { useTimes } from '@/lib/i18n/use-times';
import type { SectionProps } from './class-section';
import { useChange } from './use-change';

const UNCHANGED: string | null = null;

/** Closes a class with a conclusion; opens it again, or puts it into the archive. */
export function EndSection({ room, waits, onChange }: SectionProps & { waits: Waits }) {
  const t = useTranslations('setup.close');
  const { date } = useTimes();
  const saved = room.conclusion ?? '';
  const draft = useDraft<string | null>(`conclusion:${room.id}`, UNCHANGED, textVersion(saved));
  const conclusion = draft.value ?? saved;
  const { isPending, trouble, run } = useChange();
  const isClosed = room.stage === 'closed';
  const words = conclusion.trim();
  return (
    <div className="grid gap-4">
      <p className="text-body text-pretty">
        {isClosed && room.closedAt
          ? t('closedOn', { date: date(room.closedAt) })
          : t('about', { days: NAMES_KEPT_DAYS })}
      </p>
      {!isClosed && waits.claims + waits.notes > 0 ? (
        <p role="note" className="rounded border border-ink bg-raised px-3.5 py-3 text-pretty">
          {t('waits', { ...waits })} <Link href={roomHref(room.slug)}>{t('decide')}</Link>
        </p>
      ) : null}
      <TextArea
        label={t('conclusion')}
        hint={t('conclusionAbout')}
        maxLength={LIMITS.conclusion * 2}
        rows={4}
        value={conclusion}
        onChange={({ target }) => draft.set(target.value === saved ? UNCHANGED : target.value)}
      />
      <DraftLine draft={draft} />
      <p className="flex flex-wrap gap-2">
        <Button
          variant={isClosed ? 'plain' : 'primary'}
          isPending={isPending}
          onClick={() =>
            void run(
              () => closeRoom(room.id, words === '' ? null : words),
              (closed) => {
                void draft.clear();
                onChange(closed);
              },
            )
          }
        >
          {t(isClosed ? 'change' : 'do')}
        </Button>
      </p>
      {isClosed ? (
        <div className="grid gap-4 border-t border-hairline pt-4 sm:grid-cols-2">
          <div className="grid content-start justify-items-start gap-1.5">
            <Button isPending={isPending} onClick={() => void run(() => reopenRoom(room.id), onChange)}>
              {t('reopen')}
            </Button>
            <p className="text-caption text-muted text-pretty">{t('reopenAbout')}</p>
          </div>
          <div className="grid content-start justify-items-start gap-1.5">
            <Button
              isPending={isPending}
              onClick={() => void run(() => archiveRoom(room.id, room.archivedAt === null), onChange)}
            >
              {t(room.archivedAt === null ? 'archive' : 'unarchive')}
            </Button>
            <p className="text-caption text-muted text-pretty">
              {room.archivedAt === null ? t('archiveAbout') : t('archived', { date: date(room.archivedAt) })}
            </p>
          </div>
        </div>
      ) : null}
      <p role="alert" className="text-caption text-danger empty:hidden">
        {trouble}
      </p>
    </div>
  );
}
