import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type PresenterView, REVEAL_SCENES, type RevealView, sceneBeside } from '@/lib/domain/room/presenter';
import messages from '@/lib/i18n/messages/en/presenter.json';
import { PresenterReveal } from './presenter-reveal';

const movedBy = { direction: 'for', movers: 0, ranks: null, left: 0, namedOnce: 0 } as const;
const reveal = {
  shift: {
    people: 6,
    pairs: 6,
    first: { placed: 6, unsure: 0, none: 0 },
    second: { placed: 6, unsure: 0, none: 0 },
    onlyFirst: 0,
    onlySecond: 0,
    stayed: 0,
    towardsFor: 0,
    towardsAgainst: 6,
    mean: { first: 0, second: -40, shift: -40, decimals: 0, least: -40, most: -40, direction: 'against' },
  },
  dots: null,
  movedBy: { for: movedBy, against: { ...movedBy, direction: 'against' } },
  shared: [],
  divided: [],
  rounds: { first: null, second: null },
  claims: {},
} as unknown as RevealView;
const view = { motion: null, frame: { debate: { language: 'en', sides: [] } } } as unknown as PresenterView;

const wallAt = (scene: number, of: PresenterView = view, told: RevealView = reveal): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ presenter: messages }}>
      <PresenterReveal view={of} reveal={told} scene={scene} onScene={() => undefined} />
    </NextIntlClientProvider>,
  );

describe('the reveal on the wall', () => {
  it('tells of no shift where nobody was asked a second time', () => {
    const { shift } = reveal;
    const once = { ...reveal, shift: { ...shift, pairs: 0, onlyFirst: 6, mean: null } };
    const walls = [0, 1, 2].map((scene) => wallAt(scene, view, once));
    expect(walls[0]).toContain('Where we stand<');
    expect(walls[1]).toContain('What most of us agree on');
    expect(walls[2]).toContain('Contested: many for, many against');
    for (const wall of walls) expect(wall).not.toMatch(/shift|moved us|Pale|Second stance/);
  });

  it('is gone through by pressing alone, each scene after the other', () => {
    const seen = [0];
    while (seen.length < 9 && sceneBeside(seen.at(-1) ?? 0, 1) !== seen.at(-1)) {
      seen.push(sceneBeside(seen.at(-1) ?? 0, 1));
    }
    expect(seen).toEqual(REVEAL_SCENES.map((_, scene) => scene));
    expect(sceneBeside(0, -1)).toBe(0);
    expect(wallAt(0)).toMatch(/<button[^>]*aria-label="Next"(?![^>]*disabled)/);
    expect(wallAt(0)).toMatch(/<button[^>]*aria-label="Back"[^>]*disabled/);
    expect(wallAt(REVEAL_SCENES.length - 1)).toMatch(/<button[^>]*aria-label="Next"[^>]*disabled/);
  });
  it('names one place where nobody left out changes the shift', () => {
    expect(wallAt(1)).toContain('the shift stays at 40 points.');
  });
  it('says once that too few answered twice', () => {
    const few = { ...reveal, shift: { ...reveal.shift, pairs: null, mean: null } } as RevealView;
    expect(wallAt(1, view, few).split('Too few answered twice')).toHaveLength(2);
  });
  it('ends with the conclusion of a class that was closed with one', () => {
    const at = (stage: string) =>
      ({ ...view, frame: { ...view.frame, stage, conclusion: 'We agreed on little.' } }) as PresenterView;
    const last = REVEAL_SCENES.length;
    expect(wallAt(last, at('closed'))).toContain('We agreed on little.');
    expect(wallAt(last - 1, at('closed'))).toMatch(/<button[^>]*aria-label="Next"(?![^>]*disabled)/);
    // Opened again while the wall stood there: the last idea, and no way on.
    expect(wallAt(last, at('reveal'))).not.toContain('We agreed on little.');
    expect(wallAt(last, at('reveal'))).toMatch(/<button[^>]*aria-label="Next"[^>]*disabled/);
  });
});
