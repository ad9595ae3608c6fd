import { seededRandom } from '../layout/random-map.fixture';
import type { MapCitation, MapClaim, MapDocument, MapRelation, MapSource } from './map-document';
import { MAP_FORMAT } from './map-document';

/** Random maps for round trips: every field, every kind of relation, and texts full of other formats' markup. */

const PIECES = [
  'mines',
  'Україна',
  'the treaty',
  'costs lives',
  'œuvre',
  '日本',
  '🙂',
  '👩‍👩‍👧',
  'é',
  'a',
  'II',
  '5',
  '[1]',
  '[2]',
  '[sic]',
  '(x)',
  '<b>',
  '{y}',
  '}',
  '"q"',
  "'",
  '`c`',
  '*w*',
  '_i_',
  '#1',
  '@z',
  '&amp;',
  '~',
  '|',
  '=SUM(A1)',
  '-',
  '+',
  '->',
  '<-',
  '><',
  '_>',
  '//',
  'https://x.test/a_(b)?c=d',
  'III.A. Foo',
  ':up:',
  '--',
  '===',
  '\\',
  'a\\b',
  '%',
  ';',
  ',',
  '.',
  '1.2. Con:',
  '-> See 1.',
  'Sources:',
  '/* c */',
  '<!-- d -->',
  '$&',
  'cause =>: effect',
  '<a>: b',
  ']:',
] as const;

export interface Random {
  /** In [0, 1). */
  next: () => number;
  chance: (share: number) => boolean;
  /** 0 to most, both included. */
  upTo: (most: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
}

export function randomOf(seed: number): Random {
  const next = seededRandom(seed);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return {
    next,
    upTo,
    chance: (share) => next() < share,
    pick: (items) => items[upTo(items.length - 1)] as (typeof items)[number],
  };
}

/** Words on one line; with `wild`, line breaks and double spaces inside. */
export function randomText({ pick, upTo, chance }: Random, wild: boolean): string {
  let text: string = pick(PIECES);
  for (let more = upTo(7); more > 0; more--) {
    text += `${wild && chance(0.15) ? pick(['\n', '\n\n', '  ', '\t', ' \n ']) : ' '}${pick(PIECES)}`;
  }
  return text;
}

const sometimes = <Fields extends object>({ chance }: Random, fields: () => Fields): Fields | object =>
  chance(0.4) ? fields() : {};

function randomSource(random: Random, index: number): MapSource {
  const text = random.chance(0.15)
    ? ''
    : Array.from({ length: 6 }, () => randomText(random, true)).join('. ');
  const cut = random.upTo(text.length);
  const passages = [
    { key: 'p1', start: 0, end: cut, sentences: [{ key: 'p1.s1', start: 0, end: cut, isContext: true }] },
    { key: 'p2', heading: 'Two', start: cut, end: text.length },
  ];
  return {
    key: `source ${index}${random.chance(0.5) ? '' : ` ${random.pick(PIECES)}`}`,
    title: randomText(random, false),
    text,
    ...sometimes(random, () => ({ kind: 'digest', attribution: randomText(random, true) })),
    ...sometimes(random, () => ({ url: `https://x.test/${index}`, language: 'uk' })),
    ...sometimes(random, () => ({ passages })),
  };
}

function randomCitation(random: Random, sources: readonly MapSource[]): MapCitation {
  const { key, text } = random.pick(sources);
  if (text === '' || random.chance(0.2))
    return { source: key, ...sometimes(random, () => ({ exact: randomText(random, true) })) };
  const [a, b] = [random.upTo(text.length), random.upTo(text.length)];
  const [start, end] = [Math.min(a, b), Math.max(a, b)];
  // A range may not cut a character of two units: no text could quote it.
  const cuts = [start, end].some((at) => /^[\udc00-\udfff]/.test(text.slice(at)));
  return cuts || start === end
    ? { source: key }
    : { source: key, start, end, ...sometimes(random, () => ({ exact: text.slice(start, end) })) };
}

function randomClaim(random: Random, index: number, sources: readonly MapSource[]): MapClaim {
  const citations =
    sources.length === 0 ? [] : Array.from({ length: random.upTo(3) }, () => randomCitation(random, sources));
  return {
    id: random.chance(0.5)
      ? `c${index}`
      : `${random.pick(['claim', 'Теза', 'x.y', 'a>: b', '<c>'])}-${index}`,
    text: randomText(random, true),
    isMotion: index === 0 || random.chance(0.08),
    side: random.pick(['a', 'b', null]),
    citations,
    ...sometimes(random, () => ({ code: `D${index}`, shortTitle: randomText(random, false) })),
    ...sometimes(random, () => ({
      evidence: random.pick(['quoted', 'reported', 'inferred'] as const),
      speaker: randomText(random, false),
    })),
    ...sometimes(random, () => ({ layer: 'beyond' as const, status: 'suggested' as const })),
    ...sometimes(random, () => ({ base: Math.round(random.next() * 1000) / 1000 })),
    ...sometimes(random, () => ({
      votes: { agree: random.upTo(9), disagree: random.upTo(9), pass: random.upTo(9) },
    })),
  };
}

function randomDetails(random: Random) {
  return {
    ...sometimes(random, () => ({ weight: Math.round(random.next() * 100) / 100 })),
    ...sometimes(random, () => ({ impact: { mean: 2.5, count: random.upTo(30) } })),
    ...sometimes(random, () => ({ scheme: randomText(random, false) })),
  };
}

/** The beginning of a text, without half a character at the cut. */
const cutWhole = (text: string, longest: number): string =>
  text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');

function randomRelations(random: Random, claims: readonly MapClaim[]): MapRelation[] {
  const relations: MapRelation[] = [];
  const ends = new Set<string>();
  const add = (from: string, to: string, kind: MapRelation['kind'], group?: string) => {
    const end = JSON.stringify([from, to, kind, group]);
    if (from === to || ends.has(end)) return;
    ends.add(end);
    const wish = random.pick([`${from}>${to}`, `${from}>: ${to}`, randomText(random, false)]);
    const id = `${random.chance(0.5) ? 'r' : `${cutWhole(wish, 60)}#`}${relations.length}`;
    relations.push({
      id,
      from,
      to,
      kind,
      ...(group === undefined ? {} : { group }),
      ...randomDetails(random),
      ...(kind === 'undercuts' ? sometimes(random, () => ({ question: randomText(random, false) })) : {}),
    });
  };
  const claimId = () => random.pick(claims).id;
  for (let more = Math.floor(claims.length * 1.3); more > 0; more--) {
    const kind = random.pick(['supports', 'attacks'] as const);
    if (relations.length > 0 && random.chance(0.25)) add(claimId(), random.pick(relations).id, 'undercuts');
    else if (random.chance(0.2)) {
      const to = claimId();
      const name = random.chance(0.5) ? '' : ` ${random.pick(PIECES)}`;
      for (let premises = 1 + random.upTo(2); premises >= 0; premises--)
        add(claimId(), to, kind, `g ${more}${name}`);
    } else add(claimId(), claimId(), kind);
  }
  // Linked premises that undercut together.
  const [met] = relations;
  if (met && random.chance(0.3))
    for (const from of [claimId(), claimId()]) add(from, met.id, 'undercuts', 'g u');
  return relations;
}

/** A sound map of `size` claims, the same for the same seed. */
export function randomMapDocument(seed: number, size = 12): MapDocument {
  const random = randomOf(seed);
  const sources = Array.from({ length: random.upTo(3) }, (_, index) => randomSource(random, index));
  const claims = Array.from({ length: size }, (_, index) => randomClaim(random, index, sources));
  return {
    format: MAP_FORMAT,
    title: randomText(random, false),
    language: random.pick(['en', 'uk', 'de-AT', 'und']),
    sides: [
      { key: 'a', name: 'Defence', speaks: 'for' },
      { key: 'b', name: 'Humanitarian', speaks: 'against' },
    ],
    sources,
    claims,
    relations: randomRelations(random, claims),
    ...sometimes(random, () => ({ question: randomText(random, true) })),
    ...sometimes(random, () => ({ summary: randomText(random, true) })),
  };
}

/** The same map through `change`, for claims and relations alike. */
export const changed = (
  map: MapDocument,
  change: { claim?: (claim: MapClaim) => MapClaim; relation?: (relation: MapRelation) => MapRelation },
): MapDocument => ({
  ...map,
  claims: map.claims.map(change.claim ?? ((claim) => claim)),
  relations: map.relations.map(change.relation ?? ((relation) => relation)),
});
