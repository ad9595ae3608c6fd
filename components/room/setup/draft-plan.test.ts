import { describe, expect, it } from 'vitest';
import { planOf } from '@/lib/domain/room/plans';
import {
  addStep,
  carriedOver,
  changeStep,
  draftOf,
  faultIn,
  isChanged,
  moveStep,
  planIn,
  removeStep,
  repeatStep,
} from './draft-plan';

const NOW = Date.UTC(2026, 0, 5, 9);
const plan = planOf('oxford', NOW);
const stagesOf = (draft: ReturnType<typeof draftOf>) => planIn(draft).plan.map(({ stage }) => stage);

describe('a plan that is being changed', () => {
  it('is unchanged at first, and knows where its steps come from after', () => {
    const draft = draftOf(plan);
    expect(isChanged(draft, plan)).toBe(false);
    const changed = repeatStep(moveStep(removeStep(draft, 0), 2, 1), 3);
    expect(planIn(changed).origins).toEqual([1, 3, null, 2, 4, 5]);
    expect(isChanged(changed, plan)).toBe(true);
  });

  it('takes a new step before the reveal, and a reveal at the end', () => {
    expect(stagesOf(addStep(draftOf(plan), 'vote')).slice(-2)).toEqual(['vote', 'reveal']);
    expect(stagesOf(addStep(draftOf(plan), 'reveal')).slice(-2)).toEqual(['reveal', 'reveal']);
  });

  it('moves no step beyond its ends', () => {
    const draft = draftOf(plan);
    expect(moveStep(draft, 0, -1)).toBe(draft);
    expect(moveStep(draft, 5, 1)).toBe(draft);
  });

  it('says what does not fit, and in which step', () => {
    const room = { plan, step: 0 };
    expect(faultIn(draftOf(plan), room, NOW)).toBeNull();
    const draft = changeStep(draftOf(plan), 2, { minutes: null, movesOn: true });
    expect(faultIn(draft, room, NOW)).toEqual({ step: 2, field: 'movesOn' });
  });

  it('says that a date is over already, or comes before that of an earlier step', () => {
    const seminar = planOf('seminar', NOW);
    const until = (step: number, date: string) => changeStep(draftOf(seminar), step, { until: date });
    const room = { plan: seminar, step: 0 };
    expect(faultIn(until(1, '2020-01-01T00:00:00.000Z'), room, NOW)).toEqual({ step: 1, field: 'past' });
    expect(faultIn(until(1, '2026-01-06T00:00:00.000Z'), room, NOW)).toEqual({ step: 1, field: 'order' });
    // Left as it was while it went by: nothing to mend before another step's words can change.
    expect(faultIn(draftOf(seminar), { ...room, step: 1 }, NOW + 8 * 24 * 60 * 60 * 1000)).toBeNull();
  });
});

describe('a plan that two people change', () => {
  const minutesOf = (draft: ReturnType<typeof draftOf>) => planIn(draft).plan.map(({ minutes }) => minutes);

  it('keeps what either of them changed', () => {
    const mine = changeStep(draftOf(plan), 1, { task: 'Answer alone.', minutes: 4 });
    const theirs = planIn(changeStep(changeStep(draftOf(plan), 1, { minutes: 9 }), 3, { minutes: 17 })).plan;
    const both = carriedOver({ ...mine, was: plan }, theirs);
    expect(both.was).toEqual(theirs);
    expect(planIn(both).plan[1]).toMatchObject({ task: 'Answer alone.', minutes: 4 });
    expect(minutesOf(both)[3]).toBe(17);
    expect(planIn(both).origins).toEqual(plan.map((_, index) => index));
  });
  it('has the steps that either added, and not those that either took out', () => {
    const mine = repeatStep(removeStep(draftOf(plan), 0), 2);
    const theirs = planIn(removeStep(addStep(draftOf(plan), 'explore'), 4)).plan;
    const both = carriedOver({ ...mine, was: plan }, theirs);
    expect(stagesOf(both)).toEqual(['first_stance', 'explore', 'explore', 'vote', 'explore', 'reveal']);
    expect(planIn(both).origins).toEqual([1, 2, null, 3, 4, 5]);
    expect(new Set(both.steps.map(({ key }) => key)).size).toBe(both.steps.length);
  });
  it('keeps a step that one took out while the other changed it', () => {
    const mine = changeStep(draftOf(plan), 2, { task: 'Read the second part.' });
    const theirs = planIn(removeStep(draftOf(plan), 2)).plan;
    const both = carriedOver({ ...mine, was: plan }, theirs);
    expect(planIn(both).plan[2]?.task).toBe('Read the second part.');
    expect(planIn(both).origins[2]).toBeNull();
  });
  it('is theirs where nothing was changed', () => {
    const theirs = planIn(moveStep(repeatStep(draftOf(plan), 2), 1, 1)).plan;
    const both = carriedOver({ ...draftOf(plan), was: plan }, theirs);
    expect([...both.steps].map(({ origin }) => origin).sort()).toEqual(theirs.map((_, index) => index));
  });
});
