import { expect, test } from 'vitest';
import { voteMatrix } from '../opinion-map/vote-matrix';
import { factsOf } from './camp-facts.fixture';
import { drawOpinions } from './draw-map';
import { votingPriorities } from './voting-priorities';

test('a claim that nobody answered is asked before one that divides, that before one that all agree on, and that before one that all pass on', () => {
  const triples = { person: [] as number[], claim: [] as number[], vote: [] as number[] };
  const cast = (person: number, claim: number, vote: number) => {
    triples.person.push(person);
    triples.claim.push(claim);
    triples.vote.push(vote);
  };
  for (let person = 0; person < 20; person += 1) {
    for (let claim = 0; claim < 8; claim += 1)
      cast(person, claim, person < 10 === ((person * 3) % 8 !== claim) ? 1 : -1);
    cast(person, 8, 1);
    cast(person, 9, 0);
  }
  const facts = factsOf(voteMatrix(20, 11, triples));
  const priorities = votingPriorities(facts, drawOpinions({ facts, before: null }));
  const [divides, shared, passed, unseen] = [0, 8, 9, 10].map((c) => priorities.get(`claim-${c}`) ?? 0);
  expect([unseen, divides, shared, passed]).toEqual(
    [unseen, divides, shared, passed].toSorted((a, b) => (b ?? 0) - (a ?? 0)),
  );
  // ((1 - 1/2) * 1 * 1/2 * (1 + 8))², as of a claim that came after the map.
  expect(unseen).toBeCloseTo(5.0625, 12);
});
