import { expect, it } from 'vitest';
import { withCount } from './planned-group';

it('keeps who was put where when the number of groups changes', () => {
  const groups = [
    { name: 'Owls', participantIds: ['p', 'q'] },
    { name: 'Group 2', participantIds: ['r'] },
  ];
  const nameOf = (number: number) => `Group ${number}`;
  expect(withCount(groups, groups, 3, nameOf)).toEqual([...groups, { name: 'Group 3', participantIds: [] }]);
  const one = withCount(groups, groups, 1, nameOf);
  expect(one).toEqual(groups.slice(0, 1));
  expect(withCount(one, groups, 2, nameOf)).toEqual(groups);
  const moved = [{ name: 'Owls', participantIds: ['p', 'q', 'r'] }];
  expect(withCount(moved, groups, 2, nameOf)[1]).toEqual({ name: 'Group 2', participantIds: [] });
});
