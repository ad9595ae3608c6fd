import { MAP_FORMAT, type MapDocument } from '../../formats/map-document';

const SUBJECTS = [
  'The treaty',
  'A border',
  'Every village',
  'The army',
  'A harvest',
  'The court',
  'One winter',
  'The road',
];
const VERBS = ['protects', 'costs', 'delays', 'invites', 'outlasts', 'weakens', 'repays', 'divides'];
const OBJECTS = [
  'children',
  'neighbours',
  'the budget',
  'trust',
  'the retreat',
  'farm work',
  'later talks',
  'the law',
];

/** Numbers in 0..1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** The claim that tests search for; it stands deep in the map. */
export const NEEDLE = 'A lighthouse keeper counted seventeen cranes';

/**
 * A large map for tests and benches, the same for the same size: a tree of mixed families (one of them of 130 claims),
 * down to about ten levels, with cross-links of one claim in ten and some undercuts. The sides follow from the lines.
 * @param size claims without the motion, at least 200
 */
export function largeMap(size = 3000, title = 'A large debate'): MapDocument {
  const next = numbers(size);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const wide = 17;
  const parentOf = (index: number): number => {
    if (index < 16) return -1;
    if (index >= 60 && index < 190) return wide;
    // Mostly near the end of the list, so that branches grow deep; sometimes anywhere, so that they differ in size.
    return next() < 0.75 ? Math.floor(index * (0.2 + next() * 0.5)) : Math.floor(next() * index);
  };
  const claims: MapDocument['claims'] = [
    {
      id: 'm',
      code: 'M1',
      text: 'The convention should be kept.',
      isMotion: true,
      side: null,
      citations: [],
    },
  ];
  const relations: MapDocument['relations'] = [];
  for (let index = 0; index < size; index += 1) {
    const words = `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} and ${pick(VERBS)} ${pick(OBJECTS)}`;
    const tail =
      next() < 0.3 ? `, as the ${index % 90} records of that year go on to show in some detail` : '';
    claims.push({
      id: `c${index}`,
      code: `C${index + 1}`,
      text: index === size - 7 ? `${NEEDLE}.` : `${words}${tail}.`,
      isMotion: false,
      side: null,
      evidence: pick(['quoted', 'reported', 'asserted', 'inferred']),
      citations: [],
    });
    const parent = parentOf(index);
    const isUndercut = parent >= 0 && index % 37 === 0;
    relations.push({
      id: `r${index}`,
      from: `c${index}`,
      to: parent < 0 ? 'm' : isUndercut ? `r${parent}` : `c${parent}`,
      kind: isUndercut
        ? 'undercuts'
        : (index < 16 ? index % 2 === 0 : next() < 0.55)
          ? 'supports'
          : 'attacks',
    });
  }
  for (let index = 30; index < size; index += 10) {
    const target = Math.floor(next() * index);
    relations.push({
      id: `x${index}`,
      from: `c${index}`,
      to: `c${target}`,
      kind: next() < 0.5 ? 'supports' : 'attacks',
    });
  }
  return {
    format: MAP_FORMAT,
    title,
    question: 'Should the convention be kept?',
    language: 'en',
    sides: [],
    sources: [],
    claims,
    relations,
  };
}
