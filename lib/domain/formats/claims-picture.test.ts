import { describe, expect, it } from 'vitest';
import { type ClaimsPicture, claimsPicture } from './claims-picture';

const PICTURE: ClaimsPicture = {
  question: 'What divides us?',
  about: ['Keep the ban & its words', 'Class 9b'],
  legend: [{ bar: 'agree', name: 'agree' }],
  sections: [
    {
      title: 'Cruxes',
      lines: [],
      claims: [
        {
          code: 'D1',
          tone: 'a',
          about: 'For',
          text: 'Mines kill <long> after wars.',
          bars: [
            { name: 'Group A, 12 people', votes: { agree: 11, pass: 0, disagree: 1 } },
            { name: 'Group B, 4 people', words: 'too few to show' },
          ],
        },
      ],
    },
  ],
  notes: ['n = 28 people, 744 votes.', 'As of 24 November 2026.'],
  language: 'en',
};

const widthsOf = (svg: string, height: number): number[] =>
  [...svg.matchAll(new RegExp(`<rect[^>]* width="([\\d.]+)" height="${height}"`, 'g'))].map(([, width]) =>
    Number(width),
  );

describe('claims as a picture in a file', () => {
  const svg = claimsPicture(PICTURE);

  it('says what is asked, of which motion, of how many and when, and breaks no markup', () => {
    for (const words of [
      'What divides us?',
      'Keep the ban &amp; its words',
      'Class 9b',
      'Mines kill &lt;long&gt; after wars.',
      'n = 28 people, 744 votes.',
      'As of 24 November 2026.',
      'too few to show',
    ]) {
      expect(svg).toContain(words);
    }
    expect(svg).not.toContain('var(');
  });

  it('draws votes as shares of those who voted', () => {
    const [, agree] = widthsOf(svg, 9);
    const [disagree] = widthsOf(svg, 7.5);
    expect((agree ?? 0) / ((disagree ?? 0) + 1.5)).toBeCloseTo(11, 0);
    // All votes together take half of the bar, less the room for the number.
    expect((agree ?? 0) + (disagree ?? 0) + 1.5).toBeCloseTo(100, 0);
  });

  it('has room for all that it says', () => {
    const height = Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1]);
    const ys = [...svg.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(Math.max(...ys)).toBeLessThan(height);
  });

  it('sets what is written from right to left at the right edge', () => {
    const claim = PICTURE.sections[0]?.claims[0];
    const hebrew = claimsPicture({
      ...PICTURE,
      sections: [{ title: null, lines: [], claims: claim ? [{ ...claim, text: 'הטענה הזאת.' }] : [] }],
    });
    expect(hebrew).toMatch(/direction="rtl"[^>]*><tspan x="462"/);
  });
});
