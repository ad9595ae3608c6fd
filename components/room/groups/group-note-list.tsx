'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RichText } from '@/components/annotation/rich-text';
import { Button } from '@/components/ui/button';
import { useContributionActions } from '@/lib/client/contributions';
import { promote } from '@/lib/client/groups';
import type { GroupNote, GroupView, Promoted } from '@/lib/domain/room/groups';
import { TakenNotes } from './group-claim-list';
import type { GroupsAtWork } from './use-groups';

interface Props {
  group: GroupView;
  room: { id: string; slug: string; language: string };
  work: GroupsAtWork;
}

/** Notes that a group shares, newest first. What is private or for the teachers is not among them. */
export function GroupNoteList({ group, room, work }: Props) {
  const t = useTranslations('groups.group');
  return (
    <div className="grid gap-2">
      <h4 className="border-b border-ink pb-1 text-caption font-strong">{t('notes')}</h4>
      {group.notes.length === 0 ? (
        <p className="text-caption text-muted">{t('noNotes')}</p>
      ) : (
        <ul className="grid">
          {group.notes.map((note) => (
            <NoteItem key={note.id} note={note} room={room} work={work} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NoteItem({ note, room, work }: Omit<Props, 'group'> & { note: GroupNote }) {
  const t = useTranslations('groups.take');
  const { announce } = useContributionActions();
  const [taken, setTaken] = useState<Promoted | null>(null);
  const author = note.authorAlias ?? t('someone');
  const take = async () => {
    const done = await work.act(promote(room.id, { annotationId: note.id }));
    if (!done) return;
    setTaken(done);
    announce(t('takenNote'));
    await work.lookAgain();
  };
  return (
    <li className="grid justify-items-start gap-1.5 border-b border-hairline py-2.5 last:border-b-0">
      <RichText content={note.body} />
      <p className="text-caption text-muted">
        {t('by', { alias: author })}
        {note.place === null ? null : ` · ${note.place}`}
      </p>
      {note.isPromoted ? (
        <p className="inline-flex items-center gap-1 text-caption text-muted">
          <Check aria-hidden="true" className="size-3.5" />
          {t('noteThere')}
        </p>
      ) : (
        <Button
          size="small"
          isPending={work.isPending}
          onClick={() => void take()}
          aria-label={t('noteOf', { author })}
        >
          {t('note')}
        </Button>
      )}
      {taken ? <TakenNotes taken={taken} room={room} /> : null}
    </li>
  );
}
