'use client';

import { useTranslations } from 'next-intl';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { Tag } from '@/components/ui/tag';
import type { ChangePerson, RoomPerson } from '@/lib/domain/room/people';
import { useTimes } from '@/lib/i18n/use-times';
import type { PersonAct } from './person-dialog';

/** One person of the room: under which alias, as what, since when, and what the reader may do. */
export function PersonLine({
  person,
  name,
  onChange,
  onAsk,
}: {
  person: RoomPerson;
  /** Typed name, once it was looked up. */
  name: string | null;
  onChange: (to: ChangePerson) => void;
  onAsk: (act: PersonAct) => void;
}) {
  const t = useTranslations('people');
  const time = useTimes();
  const who = person.alias ?? person.placeName ?? '';
  const { can } = person;
  const isGone = person.leftAt !== null;
  const items: MenuItem[] = [
    ...can.roles.map((role) => ({
      label: t('acts.role', { role: t(`roles.${role}`) }),
      onSelect: () => onChange({ act: 'role', role }),
    })),
    ...(can.mute
      ? [
          person.isMuted
            ? { label: t('acts.unmute'), onSelect: () => onChange({ act: 'unmute' }) }
            : { label: t('acts.mute'), onSelect: () => onAsk('mute') },
        ]
      : []),
    ...(can.resetCode ? [{ label: t('acts.code'), onSelect: () => onAsk('code') }] : []),
    ...(can.remove
      ? [
          isGone
            ? { label: t('acts.return'), onSelect: () => onChange({ act: 'return' }) }
            : { label: t('acts.remove'), onSelect: () => onAsk('remove') },
        ]
      : []),
    ...(can.erase && !person.isSelf ? [{ label: t('acts.erase'), onSelect: () => onAsk('erase') }] : []),
  ];
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-hairline py-2">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-strong break-words">{who}</bdi>
          {name ? <bdi className="break-words">{name}</bdi> : null}
          {person.isSelf ? <Tag className="text-ink">{t('self')}</Tag> : null}
          {person.role === 'participant' ? null : <Tag>{t(`roles.${person.role}`)}</Tag>}
          {person.kind === 'guest' ? <Tag>{t('guest')}</Tag> : null}
          {person.isMuted ? <Tag className="text-ink">{t('muted')}</Tag> : null}
        </p>
        <p className="text-caption text-muted">
          {person.kind === 'place'
            ? t('since.place', { moment: time.dateTime(person.joinedAt) })
            : person.leftAt
              ? t('since.left', { moment: time.dateTime(person.leftAt) })
              : t('since.joined', { moment: time.dateTime(person.joinedAt) })}
        </p>
      </div>
      {items.length > 0 ? (
        <Menu
          label={t('menu', { who })}
          items={items}
          buttonClassName="grid size-9 flex-none place-items-center rounded text-muted hover:bg-wash hover:text-ink pointer-coarse:size-11"
        >
          <svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true" className="size-4">
            <circle cx="3" cy="8" r="1.4" />
            <circle cx="8" cy="8" r="1.4" />
            <circle cx="13" cy="8" r="1.4" />
          </svg>
        </Menu>
      ) : null}
    </li>
  );
}
