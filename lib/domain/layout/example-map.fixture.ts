import { screenGeometry } from './geometry';
import type { LayoutClaim, LayoutInput, LayoutRelation, Wing } from './types';

type Row = readonly [id: string, wing: Wing, textLines: number, votes: number, relations: string];

/** Claims of the worked debate: id, side, lines of text on its card, votes, and relations as "kind>target". */
const ARTICLE: readonly Row[] = [
  ['D1', 'start', 3, 24, 'supports>M'],
  ['D1a', 'start', 4, 23, 'supports>D1'],
  ['D1b', 'start', 3, 20, 'supports>D1a'],
  ['D1c', 'start', 3, 21, 'supports>D1'],
  ['D1d', 'start', 3, 23, 'supports>D1'],
  ['D2', 'start', 3, 22, 'supports>M'],
  ['D3', 'start', 3, 25, 'supports>M'],
  ['D4', 'start', 3, 22, 'supports>M'],
  ['D4a', 'start', 3, 19, 'supports>D4'],
  ['D4b', 'start', 4, 18, 'supports>D4 supports>D3'],
  ['D5', 'start', 3, 21, 'supports>M'],
  ['D5a', 'start', 3, 18, 'supports>D5 supports>D1c'],
  ['D6', 'start', 3, 19, 'supports>M'],
  ['D7', 'start', 3, 22, 'attacks>H2'],
  ['H1', 'end', 4, 25, 'attacks>M'],
  ['H1a', 'end', 3, 22, 'supports>H1 attacks>D3'],
  ['H2', 'end', 3, 23, 'attacks>M'],
  ['H2a', 'end', 3, 23, 'supports>H2'],
  ['H3', 'end', 3, 21, 'attacks>M'],
  ['H3a', 'end', 4, 18, 'supports>H3'],
  ['H4', 'end', 3, 22, 'attacks>M'],
  ['H4a', 'end', 4, 19, 'supports>H4'],
  ['H4b', 'end', 4, 20, 'supports>H4 attacks>D4'],
  ['H5', 'end', 3, 24, 'undercuts>D1/M'],
  ['H6', 'end', 3, 21, 'undercuts>D1d/D1'],
  ['X1', 'none', 4, 22, 'attacks>D5'],
  ['X2', 'none', 3, 17, 'attacks>D3'],
];

const BEYOND: readonly Row[] = [
  ['B1', 'none', 5, 12, 'attacks>D3 attacks>D1'],
  ['B2', 'none', 5, 11, 'supports>H6'],
  ['B3', 'none', 5, 12, 'supports>H2'],
  ['B4', 'none', 5, 13, 'attacks>D1'],
  ['B5', 'none', 3, 10, 'supports>H1'],
];

const relationId = (from: string, target: string) => `${from}/${target}`;

function relationsOf([from, , , , relations]: Row, firstOrder: number): LayoutRelation[] {
  return relations.split(' ').map((text, index) => {
    const [kind = '', target = ''] = text.split('>');
    if (kind !== 'supports' && kind !== 'attacks' && kind !== 'undercuts')
      throw new Error(`Unknown kind ${kind}`);
    const to = kind === 'undercuts' ? { relationId: target } : { claimId: target };
    return { id: relationId(from, target), kind, fromClaimId: from, to, order: firstOrder + index };
  });
}

/** The worked debate as layout input, on the canvas of a 1440 x 900 window with the panel open. */
export function exampleMap(options: { readonly beyond?: boolean } & Partial<LayoutInput> = {}): LayoutInput {
  const { beyond = false, ...rest } = options;
  const rows = beyond ? [...ARTICLE, ...BEYOND] : ARTICLE;
  const claims: LayoutClaim[] = rows.map(([id, wing, lines, votes], order) => ({
    id,
    wing,
    order,
    votes,
    heightPx: { inner: 35 + 18 * lines, outer: 33 + 17 * lines },
  }));
  return {
    rootId: 'M',
    rootHeightPx: 242,
    claims,
    relations: rows.flatMap((row, index) => relationsOf(row, index * 10)),
    folded: new Set<string>(),
    unfolded: new Set<string>(),
    autoFold: true,
    geometry: screenGeometry(1096, 848),
    ...rest,
  };
}
