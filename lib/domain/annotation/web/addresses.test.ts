import { describe, expect, test } from 'vitest';
import { claimIri, noteIri, relationIri, sourceIri, thingNamed, versionIri } from './addresses';

const home = 'https://debates.example.org';
const base = { home, slug: 'mines' };
const id = '01890000-0000-7000-8000-000000000001';
const other = '01890000-0000-7000-8000-000000000002';

describe('the address of a thing', () => {
  test.each([
    [noteIri(home, id, other), { type: 'note', roomId: id, noteId: other }],
    [claimIri(base, 'D1 d'), { type: 'claim', slug: 'mines', code: 'D1 d' }],
    [relationIri(base, 'D1d', id), { type: 'relation', slug: 'mines', relationId: id }],
    [sourceIri(base, 'digest'), { type: 'source', slug: 'mines', sourceKey: 'digest' }],
    [versionIri(base, 'digest', 3), { type: 'version', slug: 'mines', sourceKey: 'digest', version: 3 }],
  ])('%s names it', (iri, thing) => {
    expect(thingNamed(home, iri)).toEqual(thing);
    // The same path of another host is another's.
    expect(thingNamed('https://others.example.org', iri)).toBeNull();
  });

  test('of an app below a path is within that path', () => {
    const below = `${home}/standpoint`;
    const iri = claimIri({ home: below, slug: 'mines' }, 'D1');
    expect(thingNamed(below, iri)).toMatchObject({ type: 'claim' });
    expect(thingNamed(home, iri)).toBeNull();
  });

  test.each([
    'urn:uuid:1',
    'mines',
    `${home}/debates/mines/map`,
    `${home}/debates/mines/text?source=digest&version=0`,
    `${home}/debates/MINES/map?claim=D1`,
    `${home}/api/v1/rooms/${id}/web-annotations/1`,
  ])('%s is none', (iri) => expect(thingNamed(home, iri)).toBeNull());
});
