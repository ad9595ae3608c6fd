'use client';

import { useTranslations } from 'next-intl';
import { controlStyle } from '@/components/ui/field';
import type { GroupPerson } from '@/lib/domain/room/groups';
import { LIMITS } from '@/lib/domain/text/limits';
import type { PlannedGroup } from './planned-group';

/** Who would be in which group: names are written here, and anybody is put elsewhere. */
export function GroupsPreview({
  people,
  groups,
  onChange,
}: {
  people: readonly GroupPerson[];
  groups: readonly PlannedGroup[];
  onChange: (groups: PlannedGroup[]) => void;
}) {
  const t = useTranslations('groups.dialog');
  const inGroups = new Set(groups.flatMap(({ participantIds }) => participantIds));
  const nowhere = people.filter(({ participantId }) => !inGroups.has(participantId));
  const put = (seatId: string, to: number) =>
    onChange(
      groups.map(({ name, participantIds }, index) => ({
        name,
        participantIds: [...participantIds.filter((id) => id !== seatId), ...(index === to ? [seatId] : [])],
      })),
    );
  const rename = (at: number, name: string) =>
    onChange(groups.map((group, index) => (index === at ? { ...group, name } : group)));
  const lists = [
    ...groups.map(({ participantIds }, index) => ({
      index,
      members: people.filter(({ participantId }) => participantIds.includes(participantId)),
    })),
    ...(nowhere.length > 0 ? [{ index: -1, members: nowhere }] : []),
  ];
  return (
    <div className="grid gap-3">
      <h3 className="text-ui font-strong">{t('preview')}</h3>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {lists.map(({ index, members }) => (
          <div key={index} className="grid gap-2 rounded border border-hairline p-3">
            {index === -1 ? (
              <p className="text-caption font-strong">{t('nowhere')}</p>
            ) : (
              <input
                aria-label={t('nameOf', { number: index + 1 })}
                value={groups[index]?.name ?? ''}
                maxLength={LIMITS.roomName}
                onChange={({ target }) => rename(index, target.value)}
                className={`${controlStyle} h-9 px-2.5 text-caption font-strong pointer-coarse:h-11`}
              />
            )}
            <ul className="grid">
              {members.map(({ participantId, alias }) => (
                <li key={participantId} className="flex items-center justify-between gap-2 text-caption">
                  <bdi className="min-w-0 truncate">{alias}</bdi>
                  <select
                    aria-label={t('placeOf', { alias })}
                    value={index}
                    onChange={({ target }) => put(participantId, Number(target.value))}
                    className="h-8 max-w-[55%] rounded border border-transparent bg-raised text-caption text-muted hover:border-control focus-visible:border-control pointer-coarse:h-11"
                  >
                    {groups.map(({ name }, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a group that is not made yet is its place
                      <option key={at} value={at}>
                        {name}
                      </option>
                    ))}
                    <option value={-1}>{t('nowhere')}</option>
                  </select>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  );
}
