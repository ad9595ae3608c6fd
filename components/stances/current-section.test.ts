import { describe, expect, it } from 'vitest';
import { currentSection } from './current-section';

const heads = (...tops: number[]) =>
  (['stance', 'map', 'groups'] as const).map((name, index) => ({ name, top: tops[index] ?? 0 }));

describe('the section at which one is', () => {
  const inside = { isAtFoot: false, chosen: null };

  it('is the one whose head stands where a link to it stops', () => {
    expect(currentSection(heads(-900, 80, 700), inside)).toBe('map');
  });

  it('stays until the next head has come up', () => {
    expect(currentSection(heads(-900, -600, 300), inside)).toBe('map');
    expect(currentSection(heads(400, 900, 1500), inside)).toBe('stance');
  });

  it('is the one that was gone to at the foot of the page, where several heads stand below', () => {
    expect(currentSection(heads(-100, 300, 500), { isAtFoot: true, chosen: 'map' })).toBe('map');
    expect(currentSection(heads(-100, 300, 500), { isAtFoot: true, chosen: 'stance' })).toBe('groups');
  });
});
