import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mineBanDebate } from '@/prisma/content/mine-ban/debate';
import { type Outline, outlineOf, relationTarget } from './outline';
import {
  type ClaimSketch,
  type DebateSketch,
  type RelationSketch,
  sketchDebate,
} from './testing/debate-sketch';

const workedDebate = sketchDebate(
  mineBanDebate.claims.map(({ code, sideKey, layer }) => ({
    code,
    layer,
    side: sideKey === null ? 'n' : sideKey === 'defence' ? 'a' : 'b',
  })),
  mineBanDebate.relations.map(({ fromCode, kind, toCode }) => ({
    from: fromCode,
    kind,
    to: toCode,
    layer: fromCode.startsWith('B') ? 'beyond' : 'article',
  })),
);

const claims = (...codes: string[]): ClaimSketch[] => codes.map((code) => ({ code }));
const supports = (from: string, to: string): RelationSketch => ({ from, kind: 'supports', to });

const numbers = (outline: Outline): string[] =>
  outline.nodes.map(({ number, claim }) => `${number ?? '-'} ${claim.code}`);
const articleOnly = (debate: DebateSketch): Outline => outlineOf(debate, { isBeyondOn: false });
const withBeyond = (debate: DebateSketch): Outline => outlineOf(debate, { isBeyondOn: true });

describe('the outline of the worked debate', () => {
  it('numbers side a from 1 and lets side b continue', () => {
    expect(numbers(articleOnly(workedDebate))).toEqual([
      '1 D1',
      '1.1 D1a',
      '1.1.1 D1b',
      '1.2 D1c',
      '1.3 D1d',
      '1.3.1 H6',
      '1.4 H5',
      '2 D2',
      '3 D3',
      '3.1 X2',
      '4 D4',
      '4.1 D4a',
      '4.2 D4b',
      '5 D5',
      '5.1 D5a',
      '5.2 X1',
      '6 D6',
      '7 H1',
      '7.1 H1a',
      '8 H2',
      '8.1 H2a',
      '8.2 D7',
      '9 H3',
      '9.1 H3a',
      '10 H4',
      '10.1 H4a',
      '10.2 H4b',
    ]);
  });

  it('keeps every number of the article when the layer beyond it is switched on', () => {
    const shown = new Set(numbers(withBeyond(workedDebate)));
    expect(numbers(articleOnly(workedDebate)).filter((line) => !shown.has(line))).toEqual([]);
    expect([...shown].filter((line) => line.includes(' B'))).toEqual([
      '1.3.1.1 B2',
      '1.5 B4',
      '3.2 B1',
      '7.2 B5',
      '8.3 B3',
    ]);
    expect(articleOnly(workedDebate).hiddenByLayer).toBe(5);
  });

  it('tells both ends of a relation that is nobody’s place', () => {
    const { nodeById } = articleOnly(workedDebate);
    const links = (code: string) =>
      nodeById
        .get(code)
        ?.crossLinks.map(({ relation, direction, otherId }) => [direction, relation.kind, otherId]);
    expect(links('H4b')).toEqual([['out', 'attacks', 'D4']]);
    expect(links('D3')).toEqual([
      ['in', 'supports', 'D4b'],
      ['in', 'attacks', 'H1a'],
    ]);
    expect(links('D1c')).toEqual([['in', 'supports', 'D5a']]);
    // B1 also attacks D1, but only where the layer is shown.
    expect(links('D1')).toEqual([]);
    expect(withBeyond(workedDebate).nodeById.get('D1')?.crossLinks).toHaveLength(1);
  });

  it('says what a relation answers: motion, claim, or the line between two', () => {
    const targetOf = (id: string) => {
      const relation = workedDebate.relations.find((one) => one.id === id);
      return relation && relationTarget(workedDebate, relation);
    };
    expect(targetOf('D1>M')).toEqual({ type: 'motion' });
    expect(targetOf('D1a>D1')).toEqual({ type: 'claim', claimId: 'D1' });
    expect(targetOf('H5>D1>M')).toEqual({ type: 'line', fromClaimId: 'D1', toClaimId: null });
    expect(targetOf('H6>D1d>D1')).toEqual({ type: 'line', fromClaimId: 'D1d', toClaimId: 'D1' });
  });
});

describe('the layer beyond the article', () => {
  const beyond = { layer: 'beyond' as const };

  it('comes after the article under each claim, so a later answer keeps the same number with and without it', () => {
    const debate = sketchDebate(
      [...claims('D1', 'H1'), { code: 'B1', ...beyond }],
      [
        supports('D1', 'M'),
        { from: 'B1', kind: 'attacks', to: 'D1', ...beyond },
        { from: 'H1', kind: 'attacks', to: 'D1' },
      ],
    );
    expect(numbers(withBeyond(debate))).toEqual(['1 D1', '1.1 H1', '1.2 B1']);
  });

  it('hides no claim of the article that also answers something inside it', () => {
    const debate = sketchDebate(
      [...claims('D1', 'D2'), { code: 'B1', ...beyond }],
      [
        supports('D1', 'M'),
        { ...supports('B1', 'D1'), ...beyond },
        supports('D2', 'B1'),
        supports('D2', 'D1'),
      ],
    );
    expect(numbers(articleOnly(debate))).toEqual(['1 D1', '1.1 D2']);
    expect(numbers(withBeyond(debate))).toEqual(['1 D1', '1.1 D2', '1.2 B1']);
  });
});

describe('claims that only some readers see', () => {
  it('puts a suggestion last among its siblings, without a number', () => {
    const debate = sketchDebate(
      [{ code: 'D1' }, { code: 'D2', status: 'suggested' }, { code: 'D3' }, { code: 'H1' }],
      [
        supports('D1', 'M'),
        { ...supports('D2', 'M'), status: 'suggested' },
        supports('D3', 'M'),
        { from: 'H1', kind: 'attacks', to: 'M' },
      ],
    );
    expect(numbers(articleOnly(debate))).toEqual(['1 D1', '2 D3', '- D2', '3 H1']);
  });

  it('gives the answers to an archived claim the same place for readers who see it and who do not', () => {
    const relations = [supports('D1', 'M'), supports('D2', 'M'), supports('D2a', 'D2')];
    const seen = sketchDebate(
      [{ code: 'D1' }, { code: 'D2', status: 'archived' }, { code: 'D2a' }],
      relations,
    );
    const unseen = sketchDebate(claims('D1', 'D2a'), relations);
    expect(numbers(articleOnly(unseen))).toEqual(['1 D1', '2 D2a']);
    expect(numbers(articleOnly(seen)).filter((line) => !line.startsWith('-'))).toEqual(['1 D1', '2 D2a']);
  });

  it('does not move a claim when a suggested relation names an earlier target', () => {
    const debate = sketchDebate(claims('D1', 'D2', 'D3'), [
      { ...supports('D3', 'D1'), status: 'suggested' },
      supports('D1', 'M'),
      supports('D2', 'M'),
      supports('D3', 'D2'),
    ]);
    expect(numbers(articleOnly(debate))).toEqual(['1 D1', '2 D2', '2.1 D3']);
  });
});

describe('maps without a clear root', () => {
  it('breaks a circle at the first relation that leads out of it', () => {
    const debate = sketchDebate(claims('D1', 'D2', 'D3'), [
      supports('D1', 'D2'),
      supports('D2', 'D1'),
      supports('D2', 'M'),
      supports('D3', 'D1'),
    ]);
    expect(numbers(articleOnly(debate))).toEqual(['1 D2', '1.1 D1', '1.1.1 D3']);
  });

  it('opens a circle that leads nowhere at its first claim, after the reasons', () => {
    const debate = sketchDebate(claims('D1', 'D2', 'D3'), [
      supports('D1', 'D2'),
      supports('D2', 'D1'),
      supports('D3', 'M'),
    ]);
    expect(numbers(articleOnly(debate))).toEqual(['1 D3', '2 D1', '2.1 D2']);
    expect(articleOnly(debate).nodeById.get('D1')?.relation).toBeNull();
  });

  it('shows both sides even when nobody has given a reason', () => {
    const outline = articleOnly(sketchDebate([], []));
    expect(outline.sections.map(({ role }) => role)).toEqual(['a', 'b']);
    expect(outline.nodes).toEqual([]);
  });
});

/** Any graph at all: circles, self-relations, dangling targets, undercuts of undercuts, every status and layer. */
const anyDebate = fc
  .uniqueArray(fc.tuple(fc.constantFrom('D', 'H', 'X'), fc.nat(30)), {
    selector: ([letter, number]) => `${letter}${number}`,
    maxLength: 14,
  })
  .map((pairs) => pairs.map(([letter, number]) => `${letter}${number}`))
  .chain((codes) => {
    const end = fc.constantFrom('M', 'gone', ...codes);
    const status = fc.constantFrom(
      'published' as const,
      'published' as const,
      'suggested' as const,
      'archived' as const,
    );
    const layer = fc.constantFrom('article' as const, 'article' as const, 'beyond' as const);
    const sketches = fc.tuple(...codes.map((code) => fc.record({ code: fc.constant(code), status, layer })));
    const links = fc.uniqueArray(
      fc.record({
        from: end,
        kind: fc.constantFrom('supports' as const, 'attacks' as const),
        to: end,
        status,
        layer,
      }),
      { selector: ({ from, to }) => `${from}>${to}`, maxLength: 40 },
    );
    return fc.tuple(sketches, links, fc.array(fc.tuple(end, fc.nat(60)), { maxLength: 8 }));
  })
  .map(([sketches, links, cuts]) => {
    const relations: RelationSketch[] = [...links];
    for (const [from, index] of cuts) {
      const line = relations[index % (relations.length || 1)];
      const id = line && `${line.from}>${line.to}`;
      if (id && !relations.some((one) => one.from === from && one.to === id)) {
        relations.push({ from, kind: 'undercuts', to: id });
      }
    }
    return sketchDebate(sketches, relations);
  });

describe('any outline', () => {
  it('holds every claim exactly once, and hides only by the layer', () => {
    fc.assert(
      fc.property(anyDebate, (debate) => {
        const shown = withBeyond(debate).nodes.map(({ claim }) => claim.id);
        expect([...shown].sort()).toEqual(debate.claims.map(({ id }) => id).sort());
        const { nodes, hiddenByLayer } = articleOnly(debate);
        expect(nodes.length + hiddenByLayer).toBe(debate.claims.length);
        expect(nodes.every(({ claim }) => claim.layer === 'article')).toBe(true);
      }),
    );
  });

  it('numbers siblings without a gap, and the first level across both sides', () => {
    fc.assert(
      fc.property(anyDebate, (debate) => {
        const { sections, nodes } = withBeyond(debate);
        const lastPlaces = (group: readonly { number: string | null }[]): number[] =>
          group.flatMap(({ number }) => (number === null ? [] : [Number(number.split('.').at(-1))]));
        const fromOne = (places: number[]) => expect(places).toEqual(places.map((_, index) => index + 1));
        fromOne(lastPlaces(sections.flatMap((section) => section.nodes)));
        for (const { children } of nodes) fromOne(lastPlaces(children));
        for (const node of nodes) expect(node.number === null).toBe(node.claim.status !== 'published');
      }),
    );
  });

  it('does not depend on what only some readers see', () => {
    fc.assert(
      fc.property(anyDebate, (debate) => {
        const published = debate.claims.filter(({ status }) => status === 'published');
        const shared = { ...debate, claims: published };
        const numbered = (outline: Outline) => numbers(outline).filter((line) => !line.startsWith('-'));
        expect(numbered(withBeyond(debate))).toEqual(numbered(withBeyond(shared)));
      }),
    );
  });

  it('keeps the place of a claim when the layer is switched', () => {
    fc.assert(
      fc.property(anyDebate, (debate) => {
        const on = withBeyond(debate).nodeById;
        for (const { claim, parentId } of articleOnly(debate).nodes) {
          expect(on.get(claim.id)?.parentId).toBe(parentId);
        }
      }),
    );
  });
});
