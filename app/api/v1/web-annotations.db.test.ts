import { beforeAll, describe, expect, test } from 'vitest';
import { readWebAnnotations } from '@/lib/domain/annotation/web/read-web-annotations';
import type { AnyContract } from '@/lib/domain/api/contract';
import { contracts } from '@/lib/domain/api/contracts';
import { sessionCookieOf } from '@/lib/server/testing/session-cookie';
import { aWorld, requests } from './testing/a-world';
import { call } from './testing/call';
import type { World } from './testing/stage';

/** What the W3C Web Annotation Protocol asks of a server of annotations, beside what every route owes. */

let world: World;
let cookie: string | null;
beforeAll(async () => {
  world = await aWorld();
  cookie = await sessionCookieOf(world.people.author);
});

const stage = () => ({ world, place: 'commons', roomId: world.debate.roomId }) as const;
const container = (query = '', prefer: string | null = null) =>
  call(contracts.webAnnotations as unknown as AnyContract, {
    params: { roomId: world.debate.roomId },
    query,
    cookie,
    headers: { prefer },
  });
const note = async () =>
  call(contracts.webAnnotation as unknown as AnyContract, {
    ...(await requests.webAnnotation(stage())),
    cookie,
  });

const body = async (answer: ReturnType<typeof container>) => (await answer).body as Record<string, unknown>;
const read = (value: unknown) => {
  const result = readWebAnnotations(new TextEncoder().encode(JSON.stringify(value)));
  if (!result.ok) throw new Error(result.error.message);
  return result.value.document;
};

const LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const oa = (name: string) => `return=representation;include="http://www.w3.org/ns/oa#${name}"`;

describe('an annotation', () => {
  test('says what it is, and is one that our own reader takes', async () => {
    const { headers, body: annotation } = await note();
    expect(headers.get('content-type')).toBe(LD);
    expect(headers.get('link')).toBe('<http://www.w3.org/ns/ldp#Resource>; rel="type"');
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(headers.get('vary')).toBe('Accept');
    expect(read(annotation)).toMatchObject({ kind: 'annotation', isPart: false });
  });

  test('has a tag that changes when it does', async () => {
    const ask = { ...(await requests.webAnnotation(stage())), cookie };
    const tagOf = async () =>
      (await call(contracts.webAnnotation as unknown as AnyContract, ask)).headers.get('etag');
    const tag = await tagOf();
    expect(tag).toMatch(/^"[\w-]{20,}"$/);
    expect(await tagOf()).toBe(tag);
    expect((await note()).headers.get('etag')).not.toBe(tag);
  });
});

describe('the container', () => {
  beforeAll(async () => {
    await note();
  });

  test('says that it is one, what binds it, and which picture of it this is', async () => {
    const { headers, body: shown } = await container();
    expect(headers.get('content-type')).toBe(LD);
    expect(headers.get('link')).toContain('<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"');
    expect(headers.get('link')).toContain('rel="http://www.w3.org/ns/ldp#constrainedBy"');
    expect(headers.get('vary')).toBe('Accept, Prefer');
    expect(headers.get('content-location')).toBe((shown as { id: string }).id);
    expect(shown).toMatchObject({ type: ['BasicContainer', 'AnnotationCollection'] });
  });

  test('holds its first page, names only, or neither, as the client prefers', async () => {
    const held = await body(container());
    const { annotations, references } = read(held);
    expect(annotations.length).toBe(held.total);
    const named = await body(container('', oa('PreferContainedIRIs')));
    expect(read(named).references).toEqual([...references, ...annotations.map(({ id }) => id)]);
    expect(await body(container('?iris=1'))).toEqual(named);
    expect(await body(container('', oa('PreferContainedDescriptions')))).toEqual(held);
    const minimal = await body(
      container('', 'return=representation;include="http://www.w3.org/ns/ldp#PreferMinimalContainer"'),
    );
    expect(minimal).toMatchObject({ total: held.total, first: expect.stringContaining('page=0') });
  });

  test('has pages, and no others', async () => {
    const { headers, body: page } = await container('?iris=0&page=0');
    expect(headers.get('link')).toBeNull();
    expect(page).toMatchObject({
      type: 'AnnotationPage',
      startIndex: 0,
      partOf: { total: expect.any(Number) },
    });
    expect(read(page).kind).toBe('page');
    expect((await container('?iris=0&page=1')).status).toBe(404);
    for (const query of ['?page=-1', '?page=1.5', '?iris=2', '?more=1'])
      expect((await container(query)).code, query).toBe('invalid-input');
  });
});
