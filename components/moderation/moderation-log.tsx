'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useNoteActs } from '@/lib/client/contributions';
import type { AuditView } from '@/lib/domain/annotation/view';
import { useTimes } from '@/lib/i18n/use-times';

/** What the log may hold of a room; another name, of a later version, is shown as it is. */
const ACTIONS = [
  'claim-publish',
  'claim-decline',
  'claim-archive',
  'claim-restore',
  'claim-edit',
  'claim-merge',
  'claim-split',
  'relation-edit',
  'relation-publish',
  'relation-decline',
  'relation-archive',
  'relation-restore',
  'premises-link',
  'premises-unlink',
  'mark-resolve',
  'mark-reopen',
  'note-approve',
  'note-hide',
  'note-restore',
  'note-keep',
  'room-settings',
  'edit-undo',
  'map-import',
  'debate-open',
  'debate-close',
] as const;

interface Read {
  entries: AuditView[];
  next: string | null;
}

/** Who used a right over what others wrote, newest first. Read when it is opened, and again after each decision. */
export function ModerationLog({ decisions }: { decisions: number }) {
  const t = useTranslations('moderation.log');
  const { audit } = useNoteActs();
  const [isOpen, setIsOpen] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const [hasFailed, setHasFailed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a decision adds to the log
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    void audit(null).then((answer) => {
      if (!isCurrent) return;
      setHasFailed(!answer.ok);
      if (answer.ok) setRead(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [audit, isOpen, decisions]);

  const more = async () => {
    if (read?.next == null) return;
    const answer = await audit(read.next);
    setHasFailed(!answer.ok);
    if (answer.ok) setRead({ ...answer.value, entries: [...read.entries, ...answer.value.entries] });
  };
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="cursor-pointer py-1 text-heading font-strong pointer-coarse:min-h-11">
        <h2 className="inline">{t('title')}</h2>
      </summary>
      <div aria-busy={isOpen && read === null && !hasFailed} className="mt-2 grid gap-2">
        {hasFailed ? <p className="text-ui text-muted">{t('failed')}</p> : null}
        {read === null && !hasFailed ? <p className="text-ui text-muted">{t('loading')}</p> : null}
        {read?.entries.length === 0 ? <p className="text-ui text-muted">{t('none')}</p> : null}
        {read === null ? null : (
          <ol className="grid">
            {read.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
        {read?.next == null ? null : (
          <Button size="small" className="justify-self-start" onClick={() => void more()}>
            {t('more')}
          </Button>
        )}
      </div>
    </details>
  );
}

function Entry({ entry: { action, byAlias, reason, at } }: { entry: AuditView }) {
  const t = useTranslations('moderation.log');
  const time = useTimes();
  const known = ACTIONS.find((one) => one === action);
  return (
    <li className="grid gap-x-3 border-t border-hairline py-1.5 text-caption sm:grid-cols-[11rem_minmax(0,1fr)]">
      <time dateTime={at} className="text-muted tabular-nums">
        {time.dateTime(at)}
      </time>
      <span>
        <b className="font-strong">
          <bdi>{byAlias ?? t('administrator')}</bdi>
        </b>
        {': '}
        {known ? t(`actions.${known}`) : action}
        {reason === null ? null : (
          <span dir="auto" className="block font-serif wrap-anywhere">
            {reason}
          </span>
        )}
      </span>
    </li>
  );
}
