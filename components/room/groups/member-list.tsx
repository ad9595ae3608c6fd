'use client';

import { ArrowRightLeft, GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { SideMark } from '@/components/claim/side-mark';
import { iconButtonStyle } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Tag } from '@/components/ui/tag';
import type { GroupPerson, GroupsView } from '@/lib/domain/room/groups';

const DRAGGED = 'application/x-standpoint-seat';

export interface MemberListProps {
  people: readonly GroupPerson[];
  /** The group that they are in; null for those in none. */
  groupId: string | null;
  /** Where they can be moved to. */
  groups: readonly { id: string; name: string }[];
  sides: GroupsView['sides'];
  /** Null where nobody is moved. */
  onMove: ((person: GroupPerson, groupId: string | null) => void) | null;
}

/** The people of a group. Each can be dragged to another one; the menu beside the name does the same without a pointer. */
export function MemberList({ people, groupId, groups, sides, onMove }: MemberListProps) {
  const t = useTranslations('groups.person');
  const moves = (person: GroupPerson) => [
    ...groups
      .filter(({ id }) => id !== groupId)
      .map(({ id, name }) => ({
        label: t('to', { group: name }),
        onSelect: () => onMove?.(person, id),
      })),
    ...(groupId === null ? [] : [{ label: t('toNone'), onSelect: () => onMove?.(person, null) }]),
  ];
  return (
    <ul className="grid">
      {people.map((person) => {
        const side = sides.find(({ key }) => key === person.sideKey);
        const isMovable = onMove !== null && moves(person).length > 0;
        return (
          <li
            key={person.participantId}
            draggable={isMovable}
            onDragStart={(event) => {
              event.dataTransfer.setData(DRAGGED, JSON.stringify(person));
              event.dataTransfer.effectAllowed = 'move';
            }}
            className={`flex min-h-9 items-center gap-2 border-b border-hairline text-ui last:border-b-0 ${isMovable ? 'cursor-grab active:cursor-grabbing' : ''}`}
          >
            {isMovable ? (
              <GripVertical
                aria-hidden="true"
                className="-ms-1 size-3.5 flex-none text-control pointer-coarse:hidden"
              />
            ) : null}
            <bdi className="min-w-0 flex-1 truncate">{person.alias}</bdi>
            {person.isInside ? <Tag>{t('inside')}</Tag> : null}
            {side ? (
              <span className="inline-flex items-center gap-1 text-caption text-muted">
                <SideMark side={side.role} sizePx={8} />
                {side.name}
              </span>
            ) : null}
            {isMovable ? (
              <Menu
                label={t('move', { alias: person.alias })}
                items={moves(person)}
                buttonClassName={iconButtonStyle({ size: 'small', className: '-me-1.5' })}
              >
                <ArrowRightLeft aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
              </Menu>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function personIn(event: DragEvent): GroupPerson | null {
  const data = event.dataTransfer.getData(DRAGGED);
  // Written by the list above, in this page.
  return data === '' ? null : (JSON.parse(data) as GroupPerson);
}

/** What makes an element take a person who is dragged there. */
export function useDrop(onDrop: ((person: GroupPerson) => void) | null) {
  const [isOver, setIsOver] = useState(false);
  if (!onDrop) return { isOver: false, handlers: {} };
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        const person = personIn(event);
        setIsOver(false);
        if (!person) return;
        event.preventDefault();
        onDrop(person);
      },
    },
  };
}
