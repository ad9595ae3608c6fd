import { expect, test } from 'vitest';
import { MAP_FORMAT, type MapDocument } from '../../domain/formats/map-document';
import { importMapInput } from '../../domain/import/schema';
import { testDatabase } from '../database/testing';
import { aClaim, aDebate, aParticipant, aPerson, aRelation } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { exportedDebate } from './export-query';
import { importDebate } from './import-commands';

const { prisma } = testDatabase();

const options = { isPretty: false, now: new Date(0) };

test('a debate too deep for a format is refused with the reason, and written in another', async () => {
  const owner = await aPerson();
  const claims = Array.from({ length: 70 }, (_, index) => ({
    id: `c${index}`,
    text: `Step ${index}.`,
    isMotion: index === 0,
    side: null,
    citations: [],
  }));
  const map: MapDocument = {
    format: MAP_FORMAT,
    title: 'Steps',
    question: 'How deep?',
    language: 'en',
    sides: [],
    sources: [],
    claims,
    relations: claims
      .slice(1)
      .map(({ id }, index) => ({ id: `r${index}`, from: id, to: `c${index}`, kind: 'supports' })),
  };
  const { slug } = valueIn(await importDebate(owner, { map }));
  expect(await exportedDebate(owner, slug, { ...options, format: 'kialo' })).toMatchObject({
    ok: false,
    error: { code: 'export-refused', field: 'format', current: { code: 'too-deep', values: { limit: 64 } } },
  });
  expect(valueIn(await exportedDebate(owner, slug, { ...options, format: 'json' })).files).toHaveLength(1);
});

test('what a maintainer exports after archiving a claim is taken back', async () => {
  const debate = await aDebate();
  const maintainer = await aParticipant(debate.roomId, 'owner');
  const [from, archived, other] = [await aClaim(debate), await aClaim(debate), await aClaim(debate)];
  const line = await aRelation(debate, from, archived);
  await prisma.relation.create({
    data: {
      debateId: debate.id,
      roomId: debate.roomId,
      fromClaimId: other,
      toRelationId: line,
      kind: 'undercuts',
      status: 'published',
      position: 9,
    },
  });
  const exported = async () =>
    importMapInput.parse({
      map: JSON.parse(
        valueIn(await exportedDebate(maintainer, debate.slug, { ...options, format: 'json' })).files[0].text,
      ),
    }).map.relations;
  expect(await exported()).toHaveLength(2);
  await prisma.claim.update({ where: { id: archived }, data: { status: 'archived' } });
  expect(await exported()).toEqual([]);
});

test('a debate that is not there, or not for this reader, is not found', async () => {
  const debate = await aDebate({ access: 'private' });
  const stranger = await aPerson();
  for (const slug of ['nowhere', debate.slug]) {
    expect(codeOf(await exportedDebate(stranger, slug, { ...options, format: 'json' }))).toBe('not-found');
  }
});
