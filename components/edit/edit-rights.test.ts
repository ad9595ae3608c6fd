import { describe, expect, it } from 'vitest';
import { claimOf, debateOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import type { DebateView } from '@/lib/domain/debate/view';
import {
  isOnItsOwn,
  linkChoices,
  linkedWith,
  mayRelate,
  mayReshape,
  movableLines,
  opposedLines,
} from './edit-rights';

const viewer = {
  alias: 'Wren',
  role: 'participant',
  isMaintainer: false,
  isAdministrator: false,
  canPublish: false,
} as const;
const own = { canEdit: true };
const lines = {
  d1: relationOf('D1', 'supports', 'M', own),
  d2: relationOf('D2', 'supports', 'M', own),
  d3: relationOf('D3', 'supports', 'M'),
  h1: relationOf('H1', 'attacks', 'M', own),
  d4: relationOf('D4', 'supports', 'D1', own),
};
const debate = (more: Partial<DebateView> = {}): DebateView => ({
  ...debateOf(
    ['D1', 'D2', 'D3', 'D4', 'H1'].map((code) => claimOf(code)),
    Object.values(lines),
  ),
  isOpen: true,
  viewer,
  ...more,
});

describe('giving a claim as a reason elsewhere', () => {
  it('is for those who take part in an open room, with a claim that stands', () => {
    expect(mayRelate(debate(), claimOf('D1'))).toBe(true);
    expect(mayRelate(debate({ viewer: null }), claimOf('D1'))).toBe(false);
    expect(mayRelate(debate({ viewer: { ...viewer, role: 'observer' } }), claimOf('D1'))).toBe(false);
    expect(mayRelate(debate({ isOpen: false }), claimOf('D1'))).toBe(false);
    expect(mayRelate(debate(), claimOf('D1', { status: 'suggested' }))).toBe(false);
  });
});

describe('linking', () => {
  it('offers changeable lines of the same kind to the same claim', () => {
    expect(linkChoices(debate(), lines.d1)).toEqual([lines.d2]);
    expect(linkChoices(debate(), lines.d4)).toEqual([]);
    expect(linkChoices(debate(), lines.d3)).toEqual([]);
  });

  it('does not offer what is linked already', () => {
    const [one, two] = [
      { ...lines.d1, group: 'g' },
      { ...lines.d2, group: 'g' },
    ];
    const linked = debate({ relations: [one, two] });
    expect(linkChoices(linked, one)).toEqual([]);
    expect(linkedWith(linked, one)).toEqual([two]);
    expect(linkedWith(linked, lines.h1)).toEqual([]);
  });
});

describe('the rest', () => {
  it('moves only open lines that the reader may edit', () => {
    expect(movableLines(debate(), claimOf('D1'))).toEqual([lines.d1]);
    expect(movableLines(debate(), claimOf('D3'))).toEqual([]);
    const closed = { ...lines.d1, status: 'archived' as const };
    expect(movableLines(debate({ relations: [closed] }), claimOf('D1'))).toEqual([]);
  });

  it('merges and splits where the reader decides and the room is open', () => {
    expect(mayReshape(debate(), claimOf('D1', { canReview: true }))).toBe(true);
    expect(mayReshape(debate(), claimOf('D1'))).toBe(false);
    expect(mayReshape(debate({ isOpen: false }), claimOf('D1', { canReview: true }))).toBe(false);
    expect(mayReshape(debate(), claimOf('D1', { canReview: true, status: 'archived' }))).toBe(false);
  });

  it('decides on a line alone only when its claim stands', () => {
    expect(isOnItsOwn(debate(), lines.d1)).toBe(true);
    const waiting = debate({ claims: [claimOf('D1', { status: 'suggested' })] });
    expect(isOnItsOwn(waiting, lines.d1)).toBe(false);
  });
});

describe('merging', () => {
  it('names the lines that would say the opposite of what is there', () => {
    const named = (code: string, into: string) => opposedLines(debate(), claimOf(code), claimOf(into));
    expect(named('H1', 'D1')).toEqual([lines.h1]);
    expect(named('D1', 'H1')).toEqual([lines.d1]);
    expect(named('D1', 'D2')).toEqual([]);
  });
});
