import { describe, expect, it } from 'vitest';
import type { OpinionFrame, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { drawnMap } from './drawn-map';
import { dotsPath, outlinePath } from './outline-path';

const SIZE = { width: 776, height: 560 };

function camps(people: number): ShownOpinions {
  const dots = Array.from({ length: people }, (_, i) => {
    const camp = i % 2;
    const turn = i * 2.4;
    const far = Math.sqrt((i % 97) / 97);
    return {
      x: (camp === 0 ? -2 : 2) + far * Math.cos(turn),
      y: far * Math.sin(turn),
      group: camp,
      isUnsettled: false,
      stance: null,
    };
  });
  return {
    state: 'shown',
    motion: { id: 'm', code: 'M1', text: 'Motion' },
    version: '1',
    isBehind: false,
    hidesStances: false,
    isWaiting: false,
    counts: { people, claims: 3, votes: people * 3 },
    dots,
    groups: [0, 1].map((id) => ({
      id,
      letter: 'AB'.charAt(id),
      people: people / 2,
      unsettled: 0,
      isSmall: people < 10,
      center: { x: id === 0 ? -2 : 2, y: 0 },
      outline: [],
      stance: null,
      representative: [],
    })),
    unsettled: 0,
    ungrouped: 0,
    alike: 0,
    axes: { explained: [0.3, 0.1], ends: { left: [], right: [], up: [], down: [] } },
    claims: [],
    commonGround: [],
    cruxes: [],
    bridges: [],
    own: null,
  };
}

describe('an opinion map on a picture', () => {
  it('has each outline around its people, and none around a small group', () => {
    const { points, groups } = drawnMap(camps(28), null, SIZE);
    const rights = points.flatMap((point, i) => (point && i % 2 === 1 ? [point.x] : []));
    expect(Math.min(...(groups[1]?.corners.map(({ x }) => x) ?? []))).toBe(Math.min(...rights));
    expect(groups.every(({ hasOutline }) => hasOutline)).toBe(true);
    expect(drawnMap(camps(8), null, SIZE).groups.some(({ hasOutline }) => hasOutline)).toBe(false);
  });
  it('is replayed with those who had voted by then, in the frame of the present map', () => {
    const shown = camps(28);
    const dots = shown.dots.map(({ stance: _, ...dot }, i) => (i < 6 ? dot : null));
    const frame: OpinionFrame = { at: '2026-11-02T10:00:00Z', votes: 18, people: 6, dots, groups: [] };
    const { points, origin } = drawnMap(shown, frame, SIZE);
    expect(points.filter((point) => point !== null)).toHaveLength(6);
    expect(origin).toEqual(drawnMap(shown, null, SIZE).origin);
  });
  it('has its reader where their votes put them, also among others on one place', () => {
    const shown = camps(14);
    const dots = shown.dots.map((dot, i) => ({ ...dot, x: i % 2 === 0 ? -5 : 5, y: 0 }));
    const own = {
      x: 5,
      y: 0,
      dot: 3,
      group: 1,
      isUnsettled: false,
      between: null,
      confidence: 1,
      pulls: [],
      wouldMove: [],
    };
    const { points } = drawnMap({ ...shown, dots, own }, null, SIZE);
    const at = points[own.dot];
    const others = points.filter((point, i) => i % 2 === 1 && point !== at);
    expect(at?.y).toBe(SIZE.height / 2);
    for (const other of others)
      expect(Math.hypot((other?.x ?? 0) - (at?.x ?? 0), (other?.y ?? 0) - (at?.y ?? 0))).toBeLessThan(24);
  });
  it('of 33,000 people has a dot for each of them', () => {
    const crowd = camps(33_000);
    const { points, groups } = drawnMap(crowd, null, { width: 1136, height: 640 });
    const path = dotsPath(points) + groups.map(({ corners }) => outlinePath(corners, 6)).join('');
    expect(path.match(/h0/g)).toHaveLength(33_000);
  });
});
