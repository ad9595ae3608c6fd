import type { ContributionStatus, RelationClosing, RelationKind } from '../debate/view';

/**
 * What becomes of the lines of a map when one claim is merged into another. Pure: the database is told what this says.
 */

export interface MergeLine {
  id: string;
  roomId: string;
  fromClaimId: string;
  kind: RelationKind;
  toClaimId: string | null;
  toRelationId: string | null;
  groupId: string | null;
  status: ContributionStatus;
}

/** A line that changes: where it leads from and to now, or why it is closed. */
export interface MergedLine extends MergeLine {
  closing: Exclude<RelationClosing, 'alone'> | null;
  /** The line that stays and says what this one said; for `repeated` only. */
  twinId: string | null;
  /** Whether it ties other ends than before, so that how much it matters is asked again. */
  isMoved: boolean;
}

const endsOf = ({ roomId, fromClaimId, toClaimId, toRelationId }: MergeLine): string =>
  `${roomId}/${fromClaimId}/${toClaimId ?? toRelationId ?? ''}`;

/**
 * Leads every line of `fromId` to or from `intoId`. A line that would tie a claim to itself, or that would let a claim
 * undercut its own line, is closed; of several that would say the same the one that was there is kept, and what undercuts
 * the closed one meets the kept one. One that would attack what the kept one supports, or the reverse, is closed too, since
 * a claim is not a reason both for a thing and against it; what undercuts it stays with it. Linked premises move together;
 * one that is left alone is linked no more.
 * @param lines all lines of the debate that stand, in the author's order
 * @returns the lines that change
 */
export function mergeLines(lines: readonly MergeLine[], fromId: string, intoId: string): MergedLine[] {
  const now = new Map<string, MergedLine>(
    lines.map((line) => [
      line.id,
      {
        ...line,
        fromClaimId: line.fromClaimId === fromId ? intoId : line.fromClaimId,
        toClaimId: line.toClaimId === fromId ? intoId : line.toClaimId,
        closing: null,
        twinId: null,
        isMoved: false,
      },
    ]),
  );
  const before = new Map(lines.map((line) => [line.id, line]));
  const isMoved = ({ id }: MergedLine): boolean =>
    endsOf(before.get(id) as MergeLine) !== endsOf(now.get(id) as MergedLine);
  const close = (line: MergedLine, closing: MergedLine['closing'], twin: MergedLine | null = null): void => {
    Object.assign(line, { closing, groupId: null, twinId: twin?.id ?? null });
  };

  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    const kept = new Map<string, MergedLine>();
    // What stands where it stood comes before what moved, which gives way; what only waits gives way to both.
    const rank = (line: MergedLine): number =>
      (line.status === 'published' ? 0 : 2) + (isMoved(line) ? 1 : 0);
    const standing = [...now.values()].filter(({ closing }) => closing === null);
    for (const line of standing.sort((one, other) => rank(one) - rank(other))) {
      const met = line.toRelationId === null ? undefined : now.get(line.toRelationId);
      if (line.fromClaimId === line.toClaimId || met?.fromClaimId === line.fromClaimId) {
        close(line, 'itself');
        continue;
      }
      const twin = kept.get(endsOf(line));
      if (!twin) {
        kept.set(endsOf(line), line);
        continue;
      }
      if (twin.kind !== line.kind) {
        close(line, 'opposed');
        continue;
      }
      close(line, 'repeated', twin);
      for (const undercut of now.values()) {
        if (undercut.toRelationId === line.id) {
          undercut.toRelationId = twin.id;
          isSettled = false;
        }
      }
    }
  }
  withoutLoneGroups(now);
  for (const line of now.values()) {
    line.isMoved = line.closing === null && isMoved(line);
    // The twin may have met one itself.
    for (
      let twin = now.get(line.twinId ?? '');
      twin?.closing === 'repeated';
      twin = now.get(line.twinId ?? '')
    )
      line.twinId = twin.twinId;
  }
  return [...now.values()].filter((line) => {
    const then = before.get(line.id);
    return (
      line.closing !== null ||
      line.fromClaimId !== then?.fromClaimId ||
      line.toClaimId !== then.toClaimId ||
      line.toRelationId !== then.toRelationId ||
      line.groupId !== then.groupId
    );
  });
}

function withoutLoneGroups(lines: ReadonlyMap<string, MergedLine>): void {
  const sizes = new Map<string, number>();
  for (const { groupId } of lines.values()) if (groupId) sizes.set(groupId, (sizes.get(groupId) ?? 0) + 1);
  for (const line of lines.values()) {
    if (line.groupId && sizes.get(line.groupId) === 1) line.groupId = null;
  }
}
