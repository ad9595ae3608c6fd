/**
 * How the claims bear on each other. The order is the author's, and the outline's: under each claim its answers
 * appear in the order of this list, and a claim that answers two others is shown in full under the first.
 */
import type { RelationContent } from '../types';

const supports = (fromCode: string, toCode: string): RelationContent => ({
  code: `${fromCode}>${toCode}`,
  fromCode,
  kind: 'supports',
  toCode,
});

const attacks = (fromCode: string, toCode: string): RelationContent => ({
  code: `${fromCode}>${toCode}`,
  fromCode,
  kind: 'attacks',
  toCode,
});

const undercuts = (fromCode: string, relationCode: string): RelationContent => ({
  code: `${fromCode}>(${relationCode})`,
  fromCode,
  kind: 'undercuts',
  toCode: relationCode,
});

export const relations: readonly RelationContent[] = [
  supports('D1', 'M'),
  supports('D1a', 'D1'),
  supports('D1b', 'D1a'),
  supports('D1c', 'D1'),
  supports('D1d', 'D1'),
  supports('D2', 'M'),
  supports('D3', 'M'),
  supports('D4', 'M'),
  supports('D4a', 'D4'),
  supports('D4b', 'D4'),
  supports('D4b', 'D3'),
  supports('D5', 'M'),
  supports('D5a', 'D5'),
  supports('D5a', 'D1c'),
  supports('D6', 'M'),
  attacks('H1', 'M'),
  supports('H1a', 'H1'),
  attacks('H1a', 'D3'),
  attacks('H2', 'M'),
  supports('H2a', 'H2'),
  attacks('D7', 'H2'),
  attacks('H3', 'M'),
  supports('H3a', 'H3'),
  attacks('H4', 'M'),
  supports('H4a', 'H4'),
  supports('H4b', 'H4'),
  attacks('H4b', 'D4'),
  undercuts('H5', 'D1>M'),
  undercuts('H6', 'D1d>D1'),
  attacks('X1', 'D5'),
  attacks('X2', 'D3'),
  attacks('B1', 'D3'),
  attacks('B1', 'D1'),
  supports('B2', 'H6'),
  supports('B3', 'H2'),
  attacks('B4', 'D1'),
  supports('B5', 'H1'),
];
