import { describe, expect, it } from 'vitest';
import { cardHeightPx, countLines, motionHeightPx, textWidthPx } from './text-metrics';

describe('textWidthPx', () => {
  it('grows with the text and the size', () => {
    expect(textWidthPx('mine', 'serif-regular', 14)).toBeGreaterThan(textWidthPx('min', 'serif-regular', 14));
    expect(textWidthPx('mine', 'serif-regular', 28)).toBeCloseTo(
      2 * textWidthPx('mine', 'serif-regular', 14),
    );
    expect(textWidthPx('mine', 'serif-strong', 14)).toBeGreaterThan(textWidthPx('mine', 'serif-regular', 14));
  });

  it('knows Ukrainian letters and takes what it does not know as a full square', () => {
    expect(textWidthPx('їжак', 'serif-regular', 10)).toBeLessThan(4 * 10 * 0.8);
    expect(textWidthPx('雷', 'serif-regular', 10)).toBeGreaterThanOrEqual(10);
  });

  it('gives no room to combining marks and soft hyphens', () => {
    expect(textWidthPx('а\u0301\u00ad', 'serif-regular', 10)).toBe(textWidthPx('а', 'serif-regular', 10));
  });
});

describe('countLines', () => {
  it('breaks between words and after a hyphen', () => {
    const width = textWidthPx('anti-', 'serif-regular', 14) + 0.1;
    expect(countLines('anti-tank', 'serif-regular', 14, width)).toBe(2);
  });

  it('takes the indent from the first line', () => {
    const width = textWidthPx('one two', 'serif-regular', 14) + 1;
    expect(countLines('one two', 'serif-regular', 14, width)).toBe(1);
    expect(countLines('one two', 'serif-regular', 14, width, 10)).toBe(2);
  });

  it('breaks a word that is longer than the line', () => {
    expect(countLines('m'.repeat(30), 'serif-regular', 14, 100)).toBeGreaterThan(3);
  });

  it('takes one line for no text', () => {
    expect(countLines('', 'serif-regular', 14, 100)).toBe(1);
  });
});

describe('cardHeightPx', () => {
  // Heights as a browser measures them with the app's fonts.
  it.each([
    ['D1', 'Bound by the ban, Ukraine’s forces fight at a tactical disadvantage', 'inner', 89],
    ['H1', 'Anti-personnel mines do devastating harm to civilians and do not discriminate', 'inner', 107],
    ['H1a', 'The danger outlives the war by decades', 'outer', 84],
    ['H4a', 'The treaty bans use, stockpiling and production, not use alone', 'outer', 101],
    ['D1d', 'A state cannot stay bound by limits that its enemy does not have', 'outer', 84],
  ] as const)('is that of the real card for %s', (code, text, ring, height) => {
    expect(cardHeightPx(text, code, ring)).toBe(height);
  });
});

it('gives the motion card a line of text more where the text needs one', () => {
  const short = motionHeightPx('Ukraine was right to begin withdrawing from the Ottawa Convention.');
  const long = motionHeightPx(
    'Ukraine was right to begin withdrawing from the whole Ottawa Convention of 1997.',
  );
  expect(long - short).toBe(21);
  expect(short).toBeGreaterThan(230);
});
