import { describe, expect, test } from 'vitest';
import type { RoomPlan } from '../../domain/room/plan';
import { planOf } from '../../domain/room/plans';
import { changePlanInput, openRoomInput } from '../../domain/room/setup';
import { aDebate, aPerson } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { openRoom } from './open-room';
import { changePlan } from './plan-command';

const with2020 = (plan: RoomPlan): RoomPlan =>
  plan.map((step, index) => (index === 1 ? { ...step, until: '2020-01-01T00:00:00.000Z' } : step));

describe('a date that is over', () => {
  test('begins no class, and is named', async () => {
    const debate = await aDebate();
    const plan = with2020(planOf('seminar', Date.now()));
    const input = openRoomInput.parse({ name: 'Seminar', debate: debate.slug, plan });
    const refused = await openRoom(await aPerson(), input);
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'plan.1.until' } });
  });

  test('comes into no plan of a class that runs, and one that went by may stay', async () => {
    const debate = await aDebate();
    const teacher = await aPerson();
    const plan = planOf('seminar', Date.now());
    const input = openRoomInput.parse({ name: 'Seminar', debate: debate.slug, plan });
    const { roomId } = valueIn(await openRoom(teacher, input));
    const change = (next: RoomPlan) =>
      changePlan(
        teacher,
        roomId,
        changePlanInput.parse({ was: plan, plan: next, origins: next.map((_, index) => index) }),
      );
    expect(await change(with2020(plan))).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', field: 'plan.1.until' },
    });
    const swapped = plan.map((step, index) =>
      index === 1 ? { ...step, until: plan[2]?.until ?? null } : step,
    );
    expect(codeOf(await change(swapped))).toBe('invalid-input');
    const titled = plan.map((step, index) => (index === 1 ? { ...step, title: 'A first word' } : step));
    expect(valueIn(await change(titled)).plan[1]?.title).toBe('A first word');
  });
});
