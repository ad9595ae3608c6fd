'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SendProblem } from '@/components/claim/send-problem';
import { Button } from '@/components/ui/button';
import { changeGroups, moveToGroup } from '@/lib/client/groups';
import type { GroupPerson, GroupsView } from '@/lib/domain/room/groups';
import { GroupColumn } from './group-column';
import { MemberList, useDrop } from './member-list';
import { OpenGroupsDialog } from './open-groups-dialog';
import { SidesPanel } from './sides-panel';
import { type GroupsAtWork, useGroups } from './use-groups';

export interface GroupsBoardProps {
  room: { id: string; slug: string; language: string };
  initial: GroupsView;
  /** Opens, closes, moves and gives sides; without it the groups are looked at and what they found is taken to the class. */
  canConfigure: boolean;
  isClosed: boolean;
  /** The results are shown: who is in which group stays as it is. */
  isRevealed: boolean;
}

/** The groups of a class side by side, for those who teach it: who is in them, what they found, and taking it to the class. */
export function GroupsBoard({ room, initial, canConfigure, isClosed, isRevealed }: GroupsBoardProps) {
  const t = useTranslations('groups');
  const work = useGroups(room.id, initial);
  const [isOpening, setIsOpening] = useState(false);
  const { view, isPending, problem, send } = work;
  const open = view.groups.filter((group) => group.isOpen);
  const closed = view.groups.filter((group) => !group.isOpen);
  const mayChange = canConfigure && !isClosed;
  const mayDivide = mayChange && !isRevealed;
  const move = (person: GroupPerson, groupId: string | null) => {
    const { alias, participantId } = person;
    const group = open.find(({ id }) => id === groupId)?.name ?? '';
    const said = groupId === null ? t('said.movedOut', { alias }) : t('said.moved', { alias, group });
    void send(moveToGroup(room.id, participantId, groupId), said);
  };
  return (
    <div className="grid gap-10">
      {mayChange && isRevealed ? (
        <p className="max-w-[46rem] text-caption text-muted text-pretty">{t('afterReveal')}</p>
      ) : null}
      {mayDivide ? (
        <div className="flex flex-wrap gap-2">
          <Button variant={open.length === 0 ? 'primary' : 'plain'} onClick={() => setIsOpening(true)}>
            {t(open.length === 0 ? 'toolbar.open' : 'toolbar.again')}
          </Button>
          {open.length > 0 && view.ungrouped.length > 0 ? (
            <Button
              isPending={isPending}
              onClick={() => void send(changeGroups(room.id, { action: 'add-late' }), t('said.added'))}
            >
              {t('toolbar.addLate', { count: view.ungrouped.length })}
            </Button>
          ) : null}
          {open.length > 0 ? (
            <Button
              isPending={isPending}
              onClick={() => void send(changeGroups(room.id, { action: 'close' }), t('said.closed'))}
            >
              {t('toolbar.closeAll')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <SendProblem message={problem} />
      {open.length === 0 ? <p className="text-ui text-muted">{t('none')}</p> : null}
      {open.length > 0 ? (
        <div className="grid gap-3">
          {mayDivide ? <p className="text-caption text-muted text-pretty">{t('person.hint')}</p> : null}
          <Columns
            work={work}
            room={room}
            groups={open}
            onMove={mayDivide ? move : null}
            mayChange={mayChange}
            mayDivide={mayDivide}
          />
        </div>
      ) : null}
      <SidesPanel room={room} work={work} mayChange={mayChange} />
      {closed.length === 0 ? null : (
        <section aria-labelledby="closed-groups" className="grid gap-3">
          <h2 id="closed-groups" className="text-heading font-strong">
            {t('group.closedTitle')}
          </h2>
          <p className="text-caption text-muted text-pretty">{t('group.closedLead')}</p>
          <Columns
            work={work}
            room={room}
            groups={closed}
            onMove={null}
            mayChange={mayChange}
            mayDivide={mayDivide}
          />
        </section>
      )}
      {isOpening ? (
        <OpenGroupsDialog
          roomId={room.id}
          view={view}
          onClose={() => setIsOpening(false)}
          onOpen={async (groups) => {
            const isDone = await send(changeGroups(room.id, { action: 'open', groups }), t('said.opened'));
            if (isDone) setIsOpening(false);
          }}
          isPending={isPending}
          problem={problem}
        />
      ) : null}
    </div>
  );
}

/** Groups beside each other, one below the other on a phone; those in no group first. */
function Columns({
  work,
  room,
  groups,
  onMove,
  mayChange,
  mayDivide,
}: {
  work: GroupsAtWork;
  room: GroupsBoardProps['room'];
  groups: GroupsView['groups'];
  onMove: ((person: GroupPerson, groupId: string | null) => void) | null;
  mayChange: boolean;
  mayDivide: boolean;
}) {
  const t = useTranslations('groups');
  const { view } = work;
  const isOpen = groups.some((group) => group.isOpen);
  const targets = isOpen ? groups : [];
  const { isOver, handlers } = useDrop(onMove ? (person) => onMove(person, null) : null);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[repeat(auto-fill,minmax(17rem,1fr))]">
      {isOpen && view.ungrouped.length > 0 ? (
        <section
          aria-labelledby="ungrouped"
          {...handlers}
          className={`grid gap-3 rounded border border-dashed p-4 ${isOver ? 'border-ink outline-2 outline-ink' : 'border-control'}`}
        >
          <div className="grid gap-1">
            <h2 id="ungrouped" className="text-ui font-strong">
              {t('person.ungrouped')}
            </h2>
            <p className="text-caption text-muted">{t('person.ungroupedLead')}</p>
          </div>
          <MemberList
            people={view.ungrouped}
            groupId={null}
            groups={targets}
            sides={view.sides}
            onMove={onMove}
          />
        </section>
      ) : null}
      {groups.map((group) => (
        <GroupColumn
          key={group.id}
          group={group}
          groups={targets}
          sides={view.sides}
          room={room}
          work={work}
          onMove={onMove}
          mayChange={mayChange}
          mayDivide={mayDivide}
        />
      ))}
    </div>
  );
}
