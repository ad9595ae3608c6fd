'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { SendProblem } from '@/components/claim/send-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { controlStyle } from '@/components/ui/field';
import { proposeGroups } from '@/lib/client/groups';
import { GROUPING_WAYS, type GroupingWay, MOST_GROUPS } from '@/lib/domain/room/grouping';
import type { GroupsView } from '@/lib/domain/room/groups';
import { GroupsPreview } from './groups-preview';
import { type PlannedGroup, withCount } from './planned-group';

type Way = GroupingWay | 'hand';
const WAYS: readonly Way[] = [...GROUPING_WAYS, 'hand'];
/** As many as work well at one table. */
const USUAL_SIZE = 4;

/** How many groups, by what, and who would be where: seen and mended before anything is made. */
export function OpenGroupsDialog({
  roomId,
  view,
  onClose,
  onOpen,
  isPending,
  problem,
}: {
  roomId: string;
  view: GroupsView;
  onClose: () => void;
  onOpen: (groups: PlannedGroup[]) => Promise<void>;
  isPending: boolean;
  problem: string | null;
}) {
  const t = useTranslations('groups');
  const id = useId();
  const people = everybodyIn(view, useLocale());
  const [way, setWay] = useState<Way>('random');
  const [count, setCount] = useState(Math.max(2, Math.round(people.length / USUAL_SIZE)));
  const [groups, setGroups] = useState<PlannedGroup[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [draw, setDraw] = useState(0);
  const drawnBy = useRef<Way | null>(null);
  const mostByHand = useRef<PlannedGroup[]>([]);
  const most = Math.max(1, Math.min(MOST_GROUPS, people.length));
  const used = Math.min(count, most);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each draw asks anew
  useEffect(() => {
    let isCurrent = true;
    const nameOf = (number: number) => t('dialog.groupName', { number });
    const named = (divided: readonly string[][]) =>
      setGroups((known) =>
        divided.map((participantIds, index) => ({
          name: known?.[index]?.name ?? nameOf(index + 1),
          participantIds,
        })),
      );
    setRefusal(null);
    const isStillByHand = way === 'hand' && drawnBy.current === 'hand';
    drawnBy.current = way;
    if (isStillByHand) {
      const known = groups ?? [];
      mostByHand.current = [...known, ...mostByHand.current.slice(known.length)];
      setGroups(withCount(known, mostByHand.current, used, nameOf));
    } else if (way === 'hand') {
      mostByHand.current = [];
      named(Array.from({ length: used }, () => []));
    } else {
      void proposeGroups(roomId, { by: way, count: used }).then((answer) => {
        if (!isCurrent) return;
        if (answer.ok) named(answer.value.groups);
        else {
          setGroups(null);
          setRefusal(
            answer.error.kind === 'http' && answer.error.message ? answer.error.message : t('unreachable'),
          );
        }
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [roomId, way, used, draw]);

  const made = groups?.length || used;
  const sizes = [Math.floor(people.length / made), Math.ceil(people.length / made)] as const;
  return (
    <Dialog isOpen onClose={onClose} size="large" title={t('dialog.title')} closeLabel={t('dialog.close')}>
      {people.length === 0 ? (
        <p className="text-ui">{t('dialog.nobody')}</p>
      ) : (
        <form
          className="grid gap-6"
          onSubmit={(event) => {
            event.preventDefault();
            // Somebody may have left since they were put somewhere.
            const here = new Set(people.map(({ participantId }) => participantId));
            const planned = groups?.map(({ name, participantIds }) => ({
              name: name.trim() || '–',
              participantIds: participantIds.filter((one) => here.has(one)),
            }));
            if (planned) void onOpen(planned);
          }}
        >
          <fieldset className="grid gap-2">
            <legend className="mb-2 text-ui font-strong">{t('dialog.by')}</legend>
            <div className="grid gap-2 sm:grid-cols-2">
              {WAYS.map((one) => (
                <WayChoice
                  key={one}
                  name={`${id}-way`}
                  way={one}
                  isChosen={way === one}
                  isDisabled={(isByStance(one) && !view.hasStances) || (one === 'alike' && !view.hasCamps)}
                  onChoose={() => setWay(one)}
                />
              ))}
            </div>
            <p className="text-caption text-muted">
              {isByStance(way) ? t('dialog.stanceNote') : null}
              {!isByStance(way) && !view.hasCamps
                ? t(view.hasStances ? 'dialog.noCamps' : 'dialog.noStances')
                : null}
            </p>
          </fieldset>
          <div className="flex flex-wrap items-end gap-3">
            <label className="grid gap-1.5 text-ui font-strong">
              {t('dialog.count')}
              <input
                type="number"
                inputMode="numeric"
                min={1}
                max={most}
                value={used}
                onChange={({ target }) => setCount(Math.max(1, Math.min(most, Number(target.value) || 1)))}
                className={`${controlStyle} h-11 w-24 text-ui font-regular tabular-nums`}
              />
            </label>
            <p className="pb-2.5 text-caption text-muted">
              {sizes[0] === sizes[1]
                ? t('dialog.perGroup', { least: sizes[0] })
                : t('dialog.perGroupRange', { least: sizes[0], most: sizes[1] })}
            </p>
            {way === 'random' ? (
              <Button className="ms-auto" onClick={() => setDraw(draw + 1)}>
                {t('dialog.redo')}
              </Button>
            ) : null}
          </div>
          {isByStance(way) && groups && groups.length < used ? (
            <p className="text-caption text-pretty">
              {t(way === 'alike' ? 'dialog.fewerAlike' : 'dialog.fewerOpposing', { count: groups.length })}
            </p>
          ) : null}
          <SendProblem message={refusal ?? problem} />
          {groups ? <GroupsPreview people={people} groups={groups} onChange={setGroups} /> : null}
          <div className="grid justify-items-start gap-2">
            {view.groups.some(({ isOpen }) => isOpen) ? (
              <p className="text-caption text-pretty">{t('dialog.replaces')}</p>
            ) : null}
            <Button variant="primary" type="submit" disabled={!groups} isPending={isPending}>
              {t('dialog.open', { count: groups?.length ?? used })}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

const isByStance = (way: Way): boolean => way === 'opposing' || way === 'alike';

/** Everybody who takes part in the class, in whichever group they are. */
export function everybodyIn({ groups, ungrouped }: GroupsView, locale: string): GroupsView['ungrouped'] {
  const people = [...groups.filter(({ isOpen }) => isOpen).flatMap(({ members }) => members), ...ungrouped];
  return people.sort((one, other) => one.alias.localeCompare(other.alias, locale));
}

function WayChoice({
  name,
  way,
  isChosen,
  isDisabled,
  onChoose,
}: {
  name: string;
  way: Way;
  isChosen: boolean;
  isDisabled: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations('groups.dialog');
  return (
    <label className="relative flex cursor-pointer items-start gap-2.5 rounded border border-control p-3 hover:bg-wash has-checked:border-ink has-checked:outline-1 has-checked:outline-ink has-disabled:cursor-not-allowed has-disabled:text-muted has-focus-visible:outline-2 has-focus-visible:outline-ink">
      <input
        type="radio"
        name={name}
        checked={isChosen}
        disabled={isDisabled}
        onChange={onChoose}
        className="mt-1 size-4 flex-none accent-ink"
      />
      <span className="grid">
        <span className="text-ui font-strong">{t(way)}</span>
        <span className="text-caption text-muted">{t(`${way}Hint`)}</span>
      </span>
    </label>
  );
}
