import { expect, test } from 'vitest';
import { readSkeleton } from '../../domain/debate/skeleton';
import { largeMap } from '../../domain/debate/testing/large-map.fixture';
import { makeActor } from '../../policy/actor';
import { testDatabase } from '../database/testing';
import { aPerson } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { castVote } from '../vote/commands';
import { setDebateAccess } from './commands';
import { importDebate } from './import-commands';
import { mapPage, mapSkeleton } from './map-pages';
import { debateView, openedDebate } from './queries';

testDatabase();

test('a debate of two hundred and forty claims is answered in a part, pages and a skeleton that agree with the whole', {
  timeout: 120_000,
}, async () => {
  const owner = await aPerson();
  const { slug, roomId } = valueIn(await importDebate(owner, { map: largeMap(240) }));
  const whole = await debateView(owner, slug);
  const opened = await openedDebate(owner, slug, undefined, 'c234');
  expect(whole?.part).toBeNull();
  expect(whole?.claims).toHaveLength(240);
  expect(opened?.claims.length).toBeLessThanOrEqual(150);
  expect(opened?.claims.some(({ code }) => code === 'C234')).toBe(true);
  expect(opened?.part?.claimCount).toBe(240);

  // Every claim comes over all pages, each as the whole has it, with every relation that starts at it.
  const claims = new Map<string, unknown>();
  const relations = new Set<string>();
  const hosts: (string | undefined)[] = [undefined];
  for (let host = 0; host < hosts.length; host += 1) {
    const under = hosts[host];
    for (let after: string | null | undefined; after !== null; ) {
      const query = { ...(under && { under }), ...(after && { after }) };
      const page = valueIn(await mapPage(owner, roomId, query));
      expect(page.claims.length).toBeLessThanOrEqual(50);
      for (const claim of page.claims) {
        claims.set(claim.id, claim);
        if ((page.part.places[claim.id]?.children ?? 0) > 0) hosts.push(claim.id);
      }
      for (const { id } of page.relations) relations.add(id);
      expect(page.part.hash).toBe(opened?.part?.hash);
      after = page.next;
    }
  }
  expect(claims.size).toBe(240);
  for (const claim of whole?.claims ?? []) expect(claims.get(claim.id)).toEqual(claim);
  expect([...relations].sort()).toEqual(whole?.relations.map(({ id }) => id).sort());

  // Votes are in the skeleton for whoever may see them, and only for them.
  const [voted] = whole?.claims ?? [];
  if (!voted) throw new Error('No claim');
  valueIn(
    await castVote(owner, roomId, voted.id, {
      choice: 'agree',
      revision: voted.revision,
      seq: 1,
      eventId: crypto.randomUUID(),
    }),
  );
  const skeleton = readSkeleton(valueIn(await mapSkeleton(owner, roomId, {})));
  const after = await debateView(owner, slug);
  const tallies = new Map(after?.claims.map(({ id, tally }) => [id, tally]));
  expect(skeleton.claims.map(({ id, tally }) => [id, tally])).toEqual(
    skeleton.claims.map(({ id }) => [id, tallies.get(id)]),
  );

  // A page has the rights of the debate.
  const stranger = await aPerson();
  expect(codeOf(await mapPage(stranger, roomId, {}))).toBe('not-found');
  expect(codeOf(await mapSkeleton(makeActor.visitor(), roomId, {}))).toBe('not-found');
  valueIn(await setDebateAccess(owner, slug, { access: 'public' }));
  expect(valueIn(await mapPage(stranger, roomId, { claim: 'C234' })).claims.length).toBeGreaterThan(1);
  expect(codeOf(await mapPage(stranger, roomId, { claim: 'nothing' }))).toBe('not-found');
});
