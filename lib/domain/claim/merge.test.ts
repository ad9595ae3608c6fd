import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MergeLine, mergeLines } from './merge';

const line = (id: string, fromClaimId: string, to: string, more: Partial<MergeLine> = {}): MergeLine => ({
  id,
  roomId: 'room',
  fromClaimId,
  kind: 'supports',
  toClaimId: to,
  toRelationId: null,
  groupId: null,
  status: 'published',
  ...more,
});
const undercut = (id: string, fromClaimId: string, toRelationId: string): MergeLine =>
  line(id, fromClaimId, '', { kind: 'undercuts', toClaimId: null, toRelationId });
const told = (lines: readonly MergeLine[]) =>
  Object.fromEntries(
    mergeLines(lines, 'A', 'B').map(({ id, fromClaimId, toClaimId, toRelationId, closing }) => [
      id,
      closing ?? `${fromClaimId}>${toClaimId ?? toRelationId}`,
    ]),
  );

describe('merging A into B', () => {
  test('leads lines from and to A to B, and leaves others alone', () => {
    expect(told([line('1', 'A', 'M'), line('2', 'X', 'A'), line('3', 'X', 'M')])).toEqual({
      '1': 'B>M',
      '2': 'X>B',
    });
  });

  test('keeps what B said already, whichever was drawn first; another room says it for itself', () => {
    const lines = [line('1', 'A', 'M'), line('2', 'B', 'M'), line('3', 'A', 'M', { roomId: 'class' })];
    expect(told(lines)).toEqual({ '1': 'repeated', '3': 'B>M' });
  });

  test('closes what says the opposite of what is there for that reason, and leaves its undercuts with it', () => {
    const lines = [
      line('1', 'A', 'M', { kind: 'attacks' }),
      line('2', 'B', 'M'),
      undercut('3', 'X', '1'),
      line('4', 'X', 'A'),
      line('5', 'X', 'B', { kind: 'attacks' }),
    ];
    expect(told(lines)).toEqual({ '1': 'opposed', '4': 'opposed' });
  });

  test('keeps what is on the map rather than what still waits for it', () => {
    const lines = [line('1', 'A', 'M'), line('2', 'B', 'M', { status: 'suggested' })];
    expect(told(lines)).toEqual({ '1': 'B>M', '2': 'repeated' });
  });

  test('says which lines are moved, and which one says what a closed one said', () => {
    const lines = [
      line('stays', 'B', 'M'),
      line('goes', 'A', 'M'),
      line('moves', 'X', 'A'),
      undercut('u', 'X', 'goes'),
      undercut('v', 'X', 'stays'),
      undercut('w', 'Y', 'u'),
      line('between', 'A', 'B'),
    ];
    const moved = mergeLines(lines, 'A', 'B').map(({ id, twinId, isMoved }) => [id, twinId ?? isMoved]);
    expect(Object.fromEntries(moved)).toEqual({
      goes: 'stays',
      moves: true,
      u: 'v',
      w: true,
      between: false,
    });
  });

  test('closes a line between the two, and an undercut that would meet its own claim’s line', () => {
    const lines = [
      line('1', 'A', 'B'),
      line('2', 'A', 'M'),
      undercut('3', 'B', '2'),
      undercut('4', 'X', '1'),
    ];
    expect(told(lines)).toEqual({ '1': 'itself', '2': 'B>M', '3': 'itself' });
  });

  test('what undercuts a line that repeats meets the one that stays, down to undercuts of undercuts', () => {
    const lines = [
      line('stays', 'B', 'M'),
      line('goes', 'A', 'M'),
      undercut('u', 'X', 'goes'),
      undercut('v', 'X', 'stays'),
      undercut('w', 'Y', 'u'),
      undercut('z', 'Z', 'goes'),
    ];
    expect(told(lines)).toEqual({ goes: 'repeated', u: 'repeated', w: 'Y>v', z: 'Z>stays' });
  });

  test('linked premises move together; one that is left alone is linked no more', () => {
    const group = { groupId: 'g' };
    const moved = mergeLines([line('1', 'X', 'A', group), line('2', 'Y', 'A', group)], 'A', 'B');
    expect(moved.map(({ id, toClaimId, groupId }) => [id, toClaimId, groupId])).toEqual([
      ['1', 'B', 'g'],
      ['2', 'B', 'g'],
    ]);
    const alone = mergeLines([line('1', 'X', 'A', group), line('2', 'B', 'A', group)], 'A', 'B');
    expect(alone.map(({ id, closing, groupId }) => [id, closing, groupId])).toEqual([
      ['1', null, null],
      ['2', 'itself', null],
    ]);
  });

  test('whatever the map, nothing leads to A, nothing ties a claim to itself and nothing is said twice', () => {
    const claims = ['A', 'B', 'C', 'M'];
    const maps = fc
      .array(
        fc.record({
          from: fc.constantFrom(...claims),
          to: fc.nat(12),
          isUndercut: fc.boolean(),
          kind: fc.constantFrom('supports' as const, 'attacks' as const),
          status: fc.constantFrom('published' as const, 'suggested' as const),
        }),
        {
          maxLength: 12,
        },
      )
      .map((drawn) => {
        const lines: MergeLine[] = [];
        const seen = new Set<string>();
        for (const [index, { from, to, isUndercut, kind, status }] of drawn.entries()) {
          const met = isUndercut ? lines[to % Math.max(1, lines.length)] : undefined;
          const next = met
            ? undercut(`${index}`, from, met.id)
            : line(`${index}`, from, claims[to % 4] ?? 'M', { kind, status });
          const key = `${from}/${next.toClaimId ?? next.toRelationId}`;
          if (seen.has(key) || next.fromClaimId === next.toClaimId || met?.fromClaimId === from) continue;
          seen.add(key);
          lines.push(next);
        }
        return lines;
      });
    fc.assert(
      fc.property(maps, (lines) => {
        const changed = new Map(mergeLines(lines, 'A', 'B').map((one) => [one.id, one]));
        const standing = lines
          .map((one) => changed.get(one.id) ?? { ...one, closing: null })
          .filter(({ closing }) => closing === null);
        const keys = standing.map(
          ({ fromClaimId, toClaimId, toRelationId }) => `${fromClaimId}/${toClaimId ?? toRelationId}`,
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const { fromClaimId, toClaimId, toRelationId } of standing) {
          expect([fromClaimId, toClaimId]).not.toContain('A');
          expect(fromClaimId).not.toBe(toClaimId);
          const met = standing.find(({ id }) => id === toRelationId);
          if (met) expect(met.fromClaimId).not.toBe(fromClaimId);
        }
        for (const { twinId, closing, kind } of changed.values()) {
          expect(twinId !== null).toBe(closing === 'repeated');
          const twin = lines.find(({ id }) => id === twinId);
          if (twin) expect(twin.kind).toBe(kind);
          if (twin) expect(changed.get(twin.id)?.closing).not.toBe('repeated');
        }
      }),
    );
  });
});
