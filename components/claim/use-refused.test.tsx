import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type RoomTakes, RoomTakesProvider } from '@/lib/client/live/room-takes';
import type { OutboxAction, OutboxEntry } from '@/lib/client/outbox-entry';
import { planOf } from '@/lib/domain/room/plans';
import contribute from '@/lib/i18n/messages/en/contribute.json';
import { useRefused } from './use-refused';

const plan = planOf('controversy', 0);

/** What the controversy's pages know at a step of it. */
function at(step: number): RoomTakes {
  const now = plan[step];
  if (!now) throw new Error('The plan has no such step');
  const { stage, acts, speakers, voice } = now;
  const seat = { role: 'participant', isInside: false, isMuted: false } as const;
  return {
    room: {
      ...{ id: 'r', kind: 'class', round: 1, plan, step, seat, can: { maintain: false } },
      ...{ stage, acts, speakers, voice },
    },
    stepNames: plan.map((one, index) => `${index} ${one.stage}`),
    sideNames: { assigned: 'Defence', swapped: 'Humanitarian' },
  };
}

const refusedVote = (voice: 'own' | 'assigned' | 'swapped'): OutboxEntry => {
  const action: OutboxAction = {
    ...{ type: 'vote', roomId: 'r', claimId: 'c', code: 'B2', revision: 1, choice: 'agree', voice },
  };
  const failure = {
    code: 'not-now',
    message: 'The room does not take this.',
    field: null,
    current: null,
  } as const;
  return {
    ...{ id: 'e', owner: 'person:p', subject: 'c', action, seq: 1, pressedAt: 0 },
    ...{ attempts: 1, notBefore: 0, failure },
  };
};

function Said({ entry }: { entry: OutboxEntry }) {
  const { what, reason, canRetry } = useRefused()(entry);
  return <>{[what, reason, canRetry ? 'Try again' : 'Put away'].join('|')}</>;
}
const said = (entry: OutboxEntry, takes: RoomTakes | null): string[] =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ contribute }}>
      <RoomTakesProvider takes={takes}>
        <Said entry={entry} />
      </RoomTakesProvider>
    </NextIntlClientProvider>,
  ).split('|');

const [SWAPPED, VOTE] = [3, 4];
const TOO_LATE = 'It came too late, after the step for it was over, and does not count.';

it('names the answer and the side of a vote that came after its step, and offers no second try', () => {
  expect(said(refusedVote('assigned'), at(VOTE))).toEqual([
    'Vote on B2, Agree, for Defence',
    TOO_LATE,
    'Put away',
  ]);
  expect(said(refusedVote('swapped'), at(VOTE))[0]).toBe('Vote on B2, Agree, for Humanitarian');
  expect(said(refusedVote('assigned'), null)).toEqual([
    'Vote on B2, Agree, for the side that you were given',
    TOO_LATE,
    'Put away',
  ]);
});

it('offers to send again what the room takes now, and names the step that will take it', () => {
  expect(said(refusedVote('own'), at(VOTE)).at(-1)).toBe('Try again');
  expect(said(refusedVote('own'), at(SWAPPED))).toEqual([
    'Vote on B2, Agree',
    'It came when the room did not take it. It can be sent in the step “4 vote”.',
    'Put away',
  ]);
});
