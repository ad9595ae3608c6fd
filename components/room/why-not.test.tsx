import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { VoteControl } from '@/components/vote/vote-control';
import { VoteStatus } from '@/components/vote/vote-status';
import { ContributionsProvider } from '@/lib/client/contributions';
import { RoomTakesProvider } from '@/lib/client/live/room-takes';
import { UntilReveal } from '@/lib/client/live/until-reveal';
import { claimOf } from '@/lib/domain/debate/testing/plain-debate';
import { planOf } from '@/lib/domain/room/plans';
import contribute from '@/lib/i18n/messages/en/contribute.json';
import edit from '@/lib/i18n/messages/en/edit.json';
import { WhyNot } from './why-not';

const plan = planOf('oxford', 0);

/** What a pupil's page shows at a step of a debate in a class. */
function pageAt(stage: (typeof plan)[number]['stage'], page: ReactNode): string {
  const step = plan.findIndex((one) => one.stage === stage);
  const now = plan[step];
  if (!now) throw new Error('The plan has no such step');
  const { acts, speakers, voice } = now;
  const seat = { role: 'participant', isInside: false, isMuted: false } as const;
  const takes = {
    room: {
      ...{ id: 'r', kind: 'class' as const, round: 1, plan, seat, can: { maintain: false } },
      ...{ stage, acts, speakers, voice, step },
    },
    stepNames: plan.map((one) => `Step ${one.stage}`),
    sideNames: {},
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ contribute, edit }}>
      <ContributionsProvider personKey="p">
        <RoomTakesProvider takes={takes}>
          <UntilReveal counts={stage !== 'reveal'} stances={stage !== 'reveal'} hidesFew={false}>
            {page}
          </UntilReveal>
        </RoomTakesProvider>
      </ContributionsProvider>
    </NextIntlClientProvider>,
  );
}

const claim = claimOf('D1', { tally: null });
const vote = (
  <>
    <VoteControl claim={claim} size="row" />
    <VoteStatus claim={claim} isSignedIn />
  </>
);

describe('a view of a debate in a class', () => {
  it('has no vote buttons in a step that takes no votes, and says which one does', () => {
    expect(pageAt('read', vote)).not.toContain('<button');
    expect(pageAt('read', vote)).toContain('Votes are taken in the step “Step vote”.');
    expect(pageAt('vote', vote).match(/<button/g)).toHaveLength(3);
    expect(pageAt('vote', vote)).not.toContain('Votes are taken');
  });

  it('shows an own vote that can no longer change', () => {
    const own = { ...claim, ownVote: { ...claim.ownVote, choice: 'agree' as const } };
    const page = pageAt('explore', <VoteControl claim={own} size="row" />);
    expect(page).toMatch(/<button[^>]*aria-pressed="true"[^>]*disabled/);
  });

  it('says before anything is written when claims and stances are asked for', () => {
    expect(pageAt('read', <WhyNot act="claim" />)).toContain('“Step explore”');
    expect(pageAt('read', <WhyNot act="stance" />)).toContain('“Step first_stance”');
    expect(pageAt('reveal', <WhyNot act="claim" />)).toContain('no later step takes them');
    expect(pageAt('explore', <WhyNot act="claim" />)).toBe('');
  });
});
