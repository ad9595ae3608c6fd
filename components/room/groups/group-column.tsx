'use client';

import { MoreHorizontal } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { viewHref } from '@/components/debate/view-address';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { iconButtonStyle } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { changeGroups } from '@/lib/client/groups';
import type { GroupPerson, GroupsView, GroupView } from '@/lib/domain/room/groups';
import { LIMITS } from '@/lib/domain/text/limits';
import { GroupClaimList } from './group-claim-list';
import { GroupNoteList } from './group-note-list';
import { MemberList, useDrop } from './member-list';
import type { GroupsAtWork } from './use-groups';

/** One group: its people, how far it is, what it found, and what of that the class has. */
export function GroupColumn({
  group,
  groups,
  sides,
  room,
  work,
  onMove,
  mayChange,
  mayDivide,
}: {
  group: GroupView;
  groups: readonly { id: string; name: string }[];
  sides: GroupsView['sides'];
  room: { id: string; slug: string; language: string };
  work: GroupsAtWork;
  onMove: ((person: GroupPerson, groupId: string | null) => void) | null;
  mayChange: boolean;
  /** Opens and closes groups too, and not only names them. */
  mayDivide: boolean;
}) {
  const t = useTranslations('groups');
  const [isRenaming, setIsRenaming] = useState(false);
  const isElsewhere = ({ participantId }: GroupPerson) =>
    !group.members.some((member) => member.participantId === participantId);
  const { isOver, handlers } = useDrop(
    onMove && group.isOpen ? (person) => isElsewhere(person) && onMove(person, group.id) : null,
  );
  const titleId = `group-${group.id}`;
  const change = (action: 'close' | 'reopen', said: string) =>
    void work.send(changeGroups(room.id, { action, groupId: group.id }), said);
  const openOrClose = group.isOpen
    ? { label: t('group.close'), onSelect: () => change('close', t('said.closed')) }
    : { label: t('group.reopen'), onSelect: () => change('reopen', t('said.reopened')) };
  return (
    <section
      aria-labelledby={titleId}
      {...handlers}
      className={`grid gap-4 rounded border bg-raised p-4 ${isOver ? 'border-ink outline-2 outline-ink' : 'border-hairline'}`}
    >
      <header className="grid gap-1">
        {isRenaming ? (
          <RenameForm group={group} roomId={room.id} work={work} onDone={() => setIsRenaming(false)} />
        ) : (
          <div className="flex items-start justify-between gap-2">
            <h3 id={titleId} dir="auto" className="text-ui font-strong wrap-anywhere">
              {group.name}
            </h3>
            {mayChange ? (
              <Menu
                label={t('group.actions', { name: group.name })}
                buttonClassName={iconButtonStyle({ size: 'small', className: '-me-2 -mt-1' })}
                items={[
                  { label: t('group.rename'), onSelect: () => setIsRenaming(true) },
                  ...(mayDivide ? [openOrClose] : []),
                ]}
              >
                <MoreHorizontal aria-hidden="true" className="size-4" />
              </Menu>
            ) : null}
          </div>
        )}
        <p className="text-caption text-muted">
          {t('group.members', { count: group.members.length })}
          {' · '}
          {t('group.counts', group.counts)}
        </p>
        <p className="flex flex-wrap gap-x-3 text-caption">
          <Link href={viewHref(group.slug, 'map')}>{t('group.look')}</Link>
          {group.counts.waiting > 0 ? (
            <Link href={`${viewHref(group.slug, 'outline')}?show=waiting`}>
              {t('group.waiting', { count: group.counts.waiting })}
            </Link>
          ) : null}
        </p>
      </header>
      {group.members.length > 0 ? (
        <MemberList people={group.members} groupId={group.id} groups={groups} sides={sides} onMove={onMove} />
      ) : null}
      <GroupClaimList group={group} room={room} work={work} />
      <GroupNoteList group={group} room={room} work={work} />
    </section>
  );
}

function RenameForm({
  group,
  roomId,
  work,
  onDone,
}: {
  group: GroupView;
  roomId: string;
  work: GroupsAtWork;
  onDone: () => void;
}) {
  const t = useTranslations('groups');
  const [name, setName] = useState(group.name);
  const save = async () => {
    if (name.trim() === '') return;
    const change = changeGroups(roomId, { action: 'rename', groupId: group.id, name });
    if (await work.send(change, t('said.renamed'))) onDone();
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the press on "rename" asked for it
        autoFocus
        aria-label={t('group.name')}
        value={name}
        maxLength={LIMITS.roomName}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onDone()}
        className={`${controlStyle} h-10 text-ui`}
      />
      <div className="flex gap-2">
        <Button size="small" variant="primary" type="submit" isPending={work.isPending}>
          {t('group.save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('group.cancel')}
        </Button>
      </div>
    </form>
  );
}
