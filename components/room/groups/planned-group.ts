/** A group as it would be opened; seats are those of the class. */
export interface PlannedGroup {
  name: string;
  participantIds: string[];
}

/**
 * As many groups as are asked for: those that stay keep their names and their people, and whoever was in one that goes is in
 * none. A group that went while a number was typed (1 before 12) comes back with those whom nobody has put elsewhere since.
 * @param before the groups that there were when there were most of them
 */
export function withCount(
  groups: readonly PlannedGroup[],
  before: readonly PlannedGroup[],
  count: number,
  nameOf: (number: number) => string,
): PlannedGroup[] {
  const placed = new Set(groups.flatMap(({ participantIds }) => participantIds));
  return Array.from({ length: count }, (_, index) => {
    const known = groups[index];
    if (known) return known;
    const { name, participantIds } = before[index] ?? { name: nameOf(index + 1), participantIds: [] };
    return { name, participantIds: participantIds.filter((one) => !placed.has(one)) };
  });
}
