import { describe, expect, it } from 'vitest';
import { notTakenNow, type TakingFrame, whenStillTaken } from './not-taken';
import { planOf } from './plans';

const pupil = { role: 'participant', isInside: false, isMuted: false } as const;

/** A room of a plan at the first step of a kind. */
function at(
  plan: 'oxford' | 'controversy' | 'fishbowl',
  find: (step: TakingFrame['plan'][number]) => boolean,
): TakingFrame {
  const steps = planOf(plan, 0);
  const step = steps.findIndex(find);
  const now = steps[step];
  if (!now) throw new Error('The plan has no such step');
  const { stage, acts, speakers, voice } = now;
  const round = steps.slice(0, step + 1).some((one) => one.stage === 'second_stance') ? 2 : 1;
  const can = { maintain: false };
  return { id: 'r', kind: 'class', stage, acts, speakers, voice, round, plan: steps, step, seat: pupil, can };
}

const reading = at('oxford', ({ stage }) => stage === 'read');

describe('what a page offers of a room', () => {
  it('is no vote before the step for it, and names that step', () => {
    const vote = reading.plan.findIndex(({ acts }) => acts.includes('vote'));
    expect(notTakenNow(reading, 'vote')).toEqual({ why: 'not-now', step: vote });
    expect(
      notTakenNow(
        at('oxford', ({ stage }) => stage === 'vote'),
        'vote',
      ),
    ).toBeNull();
  });

  it('names no step where none will take it', () => {
    const reveal = at('oxford', ({ stage }) => stage === 'reveal');
    expect(notTakenNow(reveal, 'stance')).toEqual({ why: 'not-now', step: null });
    expect(notTakenNow({ ...reveal, stage: 'closed' }, 'note')).toEqual({ why: 'room-closed', step: null });
  });

  it('is nothing for who only watches, and words for who keeps it', () => {
    const watching = { ...reading, seat: { ...pupil, role: 'observer' } as const };
    expect(notTakenNow(watching, 'note')).toEqual({ why: 'no-part', step: null });
    expect(notTakenNow({ ...reading, can: { maintain: true } }, 'claim')).toBeNull();
  });

  it('is no claim for the circle that listens', () => {
    expect(
      notTakenNow(
        at('fishbowl', ({ speakers }) => speakers === 'inside'),
        'claim',
      ),
    ).toMatchObject({
      why: 'not-speaking',
    });
  });
});

describe('an answer that came too late', () => {
  const assigned = { act: 'vote', voice: 'assigned' } as const;
  const swapped = at('controversy', ({ voice }) => voice === 'swapped');

  it('for a side whose step is over never counts, though the room takes votes again', () => {
    expect(whenStillTaken(swapped, assigned)).toBe('never');
    expect(whenStillTaken(swapped, { act: 'vote', voice: 'swapped' })).toBe('now');
  });

  it('can be sent at the next step that takes it', () => {
    const own = swapped.plan.findIndex(
      ({ acts, voice }, index) => index > swapped.step && voice === 'own' && acts.includes('vote'),
    );
    expect(whenStillTaken(swapped, { act: 'vote', voice: 'own' })).toEqual({ step: own });
  });

  it('of the first stances never counts once the second are asked for', () => {
    const second = at('oxford', ({ stage }) => stage === 'second_stance');
    expect(whenStillTaken(second, { act: 'stance', round: 1 })).toBe('never');
    expect(whenStillTaken(second, { act: 'stance', round: 2 })).toBe('now');
    expect(whenStillTaken({ ...second, stage: 'closed' }, { act: 'stance', round: 2 })).toBe('never');
  });
});
