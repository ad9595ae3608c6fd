'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { SideMark } from '@/components/claim/side-mark';
import { Button } from '@/components/ui/button';
import { useContributionActions } from '@/lib/client/contributions';
import { assignSides, setCircles } from '@/lib/client/groups';
import type { AssignSides, GroupPerson, GroupsView, SetCircles } from '@/lib/domain/room/groups';
import { everybodyIn } from './open-groups-dialog';
import type { GroupsAtWork } from './use-groups';

interface Props {
  room: { id: string };
  work: GroupsAtWork;
  mayChange: boolean;
}

/** Who argues for which side, and who sits in the inner circle. */
export function SidesPanel({ room, work, mayChange }: Props) {
  const t = useTranslations('groups');
  const { announce } = useContributionActions();
  const { view, isPending, act, lookAgain } = work;
  const people = everybodyIn(view, useLocale());
  const inside = people.filter(({ isInside }) => isInside);
  const titleId = useId();
  const give = async (input: AssignSides) => {
    if (!(await act(assignSides(room.id, input)))) return;
    announce(t(input.by === 'clear' ? 'sides.cleared' : 'sides.said'));
    await lookAgain();
  };
  const circle = async (input: SetCircles) => {
    if (!(await act(setCircles(room.id, input)))) return;
    announce(t('circles.said'));
    await lookAgain();
  };
  return (
    <section aria-labelledby={titleId} className="grid gap-4">
      <header className="grid gap-1 border-b border-ink pb-2">
        <h2 id={titleId} className="text-heading font-strong">
          {t('sides.title')}
        </h2>
        <p className="text-caption text-muted text-pretty">{t('sides.lead')}</p>
      </header>
      {people.length === 0 ? <p className="text-caption text-muted">{t('sides.nobody')}</p> : null}
      {mayChange && people.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          <Button size="small" isPending={isPending} onClick={() => void give({ by: 'random' })}>
            {t('sides.random')}
          </Button>
          <Button
            size="small"
            isPending={isPending}
            disabled={!view.hasCamps}
            onClick={() => void give({ by: 'opposite' })}
          >
            {t('sides.opposite')}
          </Button>
          {people.some(({ sideKey }) => sideKey !== null) ? (
            <Button size="small" isPending={isPending} onClick={() => void give({ by: 'clear' })}>
              {t('sides.clear')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {mayChange && people.length > 0 ? (
        <p className="text-caption text-muted text-pretty">
          {t(view.hasCamps ? 'sides.oppositeHint' : 'sides.noCamps')}
        </p>
      ) : null}
      {people.length === 0 ? null : (
        <>
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-caption text-muted">
            {view.sides.map((side) => (
              <span key={side.key} className="inline-flex items-center gap-1.5">
                <SideMark side={side.role} sizePx={8} />
                {side.name}:{' '}
                {t('sides.people', { count: people.filter(({ sideKey }) => sideKey === side.key).length })}
              </span>
            ))}
            <span>{t('circles.count', { count: inside.length })}</span>
            {mayChange ? <span>{t('circles.tick')}</span> : null}
          </p>
          <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
            {people.map((person) => (
              <PersonRow
                key={person.participantId}
                person={person}
                sides={view.sides}
                isDisabled={!mayChange || isPending}
                onSide={(side) =>
                  void give({ by: 'hand', seats: [{ participantId: person.participantId, side }] })
                }
                onInside={(isInside) =>
                  void circle({
                    by: 'hand',
                    inside: people
                      .filter((one) => (one === person ? isInside : one.isInside))
                      .map(({ participantId }) => participantId),
                  })
                }
              />
            ))}
          </ul>
          {mayChange ? (
            <div className="grid gap-2">
              <h3 className="text-ui font-strong">{t('circles.title')}</h3>
              <p className="text-caption text-muted text-pretty">{t('circles.lead')}</p>
              <div className="flex flex-wrap gap-2">
                <Button size="small" isPending={isPending} onClick={() => void circle({ by: 'random' })}>
                  {t('circles.random')}
                </Button>
                <Button size="small" isPending={isPending} onClick={() => void circle({ by: 'swap' })}>
                  {t('circles.swap')}
                </Button>
              </div>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}

function PersonRow({
  person: { alias, sideKey, isInside },
  sides,
  isDisabled,
  onSide,
  onInside,
}: {
  person: GroupPerson;
  sides: GroupsView['sides'];
  isDisabled: boolean;
  onSide: (side: string | null) => void;
  onInside: (isInside: boolean) => void;
}) {
  const t = useTranslations('groups');
  return (
    <li className="flex min-h-11 items-center gap-2 border-b border-hairline text-ui">
      <label className="flex min-h-9 min-w-0 flex-1 items-center gap-2">
        <input
          type="checkbox"
          aria-label={t('circles.inside', { alias })}
          title={t('circles.inside', { alias })}
          checked={isInside}
          disabled={isDisabled}
          onChange={({ target }) => onInside(target.checked)}
          className="size-4 flex-none accent-ink"
        />
        <bdi className="truncate">{alias}</bdi>
      </label>
      <select
        aria-label={t('sides.sideOf', { alias })}
        value={sideKey ?? ''}
        disabled={isDisabled}
        onChange={({ target }) => onSide(target.value === '' ? null : target.value)}
        className="h-9 max-w-[50%] rounded border border-control bg-raised px-2 text-caption disabled:text-muted pointer-coarse:h-11"
      >
        <option value="">{t('sides.none')}</option>
        {sides.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </li>
  );
}
