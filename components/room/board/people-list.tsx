'use client';

import { Bell, ChevronDown, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { SendProblem } from '@/components/claim/send-problem';
import { PersonDialog, type PersonQuestion } from '@/components/room/people/person-dialog';
import { feedbackHref, peopleHref, sheetHref } from '@/components/room/room-address';
import { Button, buttonStyle } from '@/components/ui/button';
import { announce } from '@/components/ui/live-region';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { ApiResult } from '@/lib/client/api';
import { endHelp, nudgePeople } from '@/lib/client/board';
import { changePerson } from '@/lib/client/people';
import type { RoomProgress } from '@/lib/domain/room/board';
import type { NudgeInput } from '@/lib/domain/room/board-schema';
import {
  isAnythingAsked,
  needOfHelp,
  PEOPLE_ORDERS,
  type PeopleOrder,
  type PersonProgress,
  sortPeople,
} from '@/lib/domain/room/progress';
import type { RoomFrame } from '@/lib/domain/room/view';
import { isRevealed } from '@/lib/domain/room/visibility';
import { PersonRow } from './person-row';

const ICON = { 'aria-hidden': true, strokeWidth: 1.75, className: 'size-3.5 flex-none' } as const;

/** The people of the room by alias, with what each of them did, who may need help, and what can be done about it. */
export function PeopleList({
  frame,
  progress,
  onChange,
}: {
  frame: RoomFrame;
  progress: RoomProgress;
  onChange: () => void;
}) {
  const t = useTranslations('board.people');
  const locale = useLocale();
  const router = useRouter();
  const [order, setOrder] = useState<PeopleOrder>('alias');
  const [question, setQuestion] = useState<PersonQuestion | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const now = Date.parse(progress.now);
  const { asked, turnout } = progress;
  const isOver = isRevealed(frame);
  const state = { asked, stageStartedAt: Date.parse(progress.stageStartedAt), isRevealed: isOver };
  const here = progress.people.filter(({ isHere }) => isHere);
  const people = sortPeople(here, order, state, now, locale).map((person) => ({
    person,
    need: needOfHelp(person, state, now),
  }));
  const slow = people.filter(({ need }) => need !== null && need.why !== 'asked').map(({ person }) => person);
  const asking = people.filter(({ need }) => need?.why === 'asked').length;
  const absent = progress.people.length - here.length;
  const isStance = frame.stage === 'first_stance' || frame.stage === 'second_stance';
  const stated = frame.round === 1 ? turnout.firstStances : turnout.secondStances;
  const toNudge = isStance ? Math.max(0, here.length - stated) : slow.length;

  const act = async <T,>(sent: Promise<ApiResult<T>>, said: (value: T) => string) => {
    const answer = await sent;
    if (answer.ok) {
      announce(said(answer.value));
      onChange();
    }
    setProblem(answer.ok ? null : answer.error.kind === 'http' ? answer.error.message : t('unreachable'));
  };
  const nudge = (input: NudgeInput) =>
    act(nudgePeople(frame.id, input), ({ nudged }) => t('said.nudged', { count: nudged }));

  const itemsFor = (person: PersonProgress): MenuItem[] => {
    const { participantId, alias, isMuted } = person;
    const ask = (asked: PersonQuestion['act']) => setQuestion({ act: asked, participantId, who: alias });
    const items: MenuItem[] = [];
    if (person.asksHelpAt !== null)
      items.push({
        label: t('do.helped'),
        onSelect: () => void act(endHelp(frame.id, participantId), () => t('said.helped', { alias })),
      });
    if (!isOver)
      items.push({ label: t('do.nudge'), onSelect: () => void nudge({ participantIds: [participantId] }) });
    // Of somebody themself is decided in the class, and it holds in its groups.
    if (frame.kind !== 'class') return items;
    items.push({
      label: t('do.sheet'),
      onSelect: () => router.push(sheetHref(frame.slug, participantId)),
    });
    if (frame.can.grade)
      items.push({
        label: t('do.feedback'),
        onSelect: () => router.push(feedbackHref(frame.slug, participantId)),
      });
    items.push(
      isMuted
        ? {
            label: t('do.unmute'),
            onSelect: () =>
              void act(changePerson(frame.id, participantId, { act: 'unmute' }), () =>
                t('said.unmuted', { alias }),
              ),
          }
        : { label: t('do.mute'), onSelect: () => ask('mute') },
    );
    if (frame.can.configure)
      items.push(
        { label: t('do.code'), onSelect: () => ask('code') },
        { label: t('do.remove'), onSelect: () => ask('remove') },
      );
    return items;
  };
  const facts = [
    t('joined', { count: here.length }),
    ...(absent > 0 ? [t('absent', { count: absent })] : []),
    ...(isAnythingAsked(asked) ? [t('done', { count: turnout.done })] : []),
    ...(asking > 0 ? [t('asking', { count: asking })] : []),
    ...(progress.observers > 0 ? [t('observers', { count: progress.observers })] : []),
  ];
  return (
    <section aria-labelledby="board-people" className="grid gap-1.5">
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 id="board-people" className="text-heading font-strong">
          {t('title')}
        </h2>
        <p className="text-caption text-muted">{facts.join(', ')}</p>
        <div className="ms-auto flex flex-wrap gap-2">
          {toNudge > 0 && !isOver ? (
            <Button
              size="small"
              className="min-h-9"
              onClick={() =>
                void nudge(
                  isStance
                    ? { everybodyWaiting: true }
                    : { participantIds: slow.map(({ participantId }) => participantId) },
                )
              }
            >
              <Bell {...ICON} />
              {t('nudge', { count: toNudge })}
            </Button>
          ) : null}
          <Menu
            label={t('sort.label')}
            items={PEOPLE_ORDERS.map((one) => ({
              label: t(`sort.${one}`),
              onSelect: () => setOrder(one),
              isChecked: one === order,
            }))}
            buttonClassName={buttonStyle({ size: 'small', className: 'min-h-9' })}
          >
            {t('sort.by', { order: t(`sort.${order}`) })}
            <ChevronDown {...ICON} />
          </Menu>
        </div>
      </div>
      <SendProblem message={problem} />
      {people.length === 0 ? (
        <p className="border-t border-ink py-3 text-muted">{t('none')}</p>
      ) : (
        <ul className="gap-8 border-t border-ink md:columns-2">
          {people.map(({ person, need }) => (
            <PersonRow
              key={person.participantId}
              person={person}
              asked={asked}
              need={need}
              now={now}
              items={itemsFor(person)}
            />
          ))}
        </ul>
      )}
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 rounded bg-wash px-3.5 py-2.5 text-caption">
        <ShieldCheck aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none text-muted" />
        <p className="min-w-0 flex-1 basis-72 text-pretty">
          {t('privacy')} {t(frame.settings.namesCanBeRevealed ? 'privacyNames' : 'privacyNoNames')}
        </p>
        <Link href={peopleHref(frame.parent?.slug ?? frame.slug)} className="pointer-coarse:py-3">
          {t(frame.can.revealNames ? 'namesAndCodes' : 'rolesAndCodes')}
        </Link>
      </div>
      {question ? (
        <PersonDialog
          roomId={frame.id}
          site={null}
          question={question}
          onClose={() => setQuestion(null)}
          onDone={onChange}
        />
      ) : null}
    </section>
  );
}
