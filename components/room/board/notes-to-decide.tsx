'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ModeratedNoteCard } from '@/components/moderation/moderated-note-card';
import { moderationHref } from '@/components/room/room-address';
import { useNoteActs } from '@/lib/client/contributions';
import type { ModerationView } from '@/lib/domain/annotation/view';
import type { DebateView } from '@/lib/domain/debate/view';
import type { RoomProgress } from '@/lib/domain/room/board';
import { useKept } from './use-board';

/** Most notes shown here; the rest is on the page of moderation. */
const MOST = 4;

/** Notes that wait or were reported, and those that are hidden, with the decisions that can be taken; all of it one link away. */
export function NotesToDecide({
  slug,
  debate,
  initial,
  counts,
  groups,
  onDecided,
}: {
  slug: string;
  debate: DebateView;
  initial: ModerationView;
  /** How many there are by the last reading of the room. */
  counts: RoomProgress['waiting'];
  /** The groups below, whose notes are decided there. */
  groups: RoomProgress['groups'];
  onDecided: () => void;
}) {
  const t = useTranslations('board.notes');
  const { moderation } = useNoteActs();
  const { value, refresh } = useKept(initial, moderation);
  const heading = useRef<HTMLHeadingElement>(null);
  const { notes, reported, hidden } = counts;
  const key = `${notes} ${reported} ${hidden}`;
  const known = useRef(key);
  useEffect(() => {
    if (known.current === key) return;
    known.current = key;
    refresh();
  }, [key, refresh]);
  const decided = () => {
    heading.current?.focus();
    refresh();
    onDecided();
  };
  const open = [...value.reported, ...value.waiting.filter(({ note }) => !isIn(value.reported, note.id))];
  const inGroups = groups
    .map(({ slug: own, name, waiting }) => ({ slug: own, name, count: waiting.notes + waiting.reported }))
    .filter(({ count }) => count > 0);
  if (open.length === 0 && value.hidden.length === 0 && inGroups.length === 0) return null;
  return (
    <section aria-labelledby="board-notes" className="grid gap-1.5">
      <div className="flex min-h-9 flex-wrap items-center gap-x-3">
        <h2 ref={heading} id="board-notes" tabIndex={-1} className="text-heading font-strong">
          {t('title', { count: open.length + inGroups.reduce((sum, { count }) => sum + count, 0) })}
        </h2>
        <Link href={moderationHref(slug)} className="ms-auto text-caption pointer-coarse:py-3">
          {t('all')}
        </Link>
      </div>
      <div className="grid gap-3 border-t border-ink pt-3">
        {inGroups.length === 0 ? null : (
          <ul className="grid gap-1">
            {inGroups.map(({ slug: own, name, count }) => (
              <li key={own}>
                <Link href={moderationHref(own)} className="text-ui pointer-coarse:py-3">
                  {t('inGroup', { group: name, count })}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {open.length === 0 && inGroups.length === 0 ? (
          <p className="text-ui text-muted">{t('none')}</p>
        ) : null}
        <ul className="grid gap-3 empty:hidden xl:grid-cols-2">
          {open.slice(0, MOST).map((one) => (
            <li key={one.note.id}>
              <ModeratedNoteCard debate={debate} moderated={one} onDecided={decided} />
            </li>
          ))}
        </ul>
        {value.hidden.length === 0 ? null : (
          <details>
            <summary className="cursor-pointer py-1 text-ui pointer-coarse:min-h-11">
              {t('hidden', { count: value.hidden.length })}
            </summary>
            <ul className="mt-2 grid gap-3 xl:grid-cols-2">
              {value.hidden.slice(0, MOST).map((one) => (
                <li key={one.note.id}>
                  <ModeratedNoteCard debate={debate} moderated={one} onDecided={decided} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  );
}

const isIn = (notes: ModerationView['reported'], id: string): boolean =>
  notes.some(({ note }) => note.id === id);
