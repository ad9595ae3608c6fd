import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportMap } from './export-map';
import type { FormatName } from './format-names';
import { importMap } from './import-map';
import type { MapClaim, MapDocument, MapRelation } from './map-document';
import { randomMapDocument } from './random-map.fixture';
import { claim, mapOf } from './reading.fixture';
import { soundMap } from './sound-map';
import { reasonsOf } from './writing';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const sizes = fc.integer({ min: 1, max: 14 });

/** Out and in again. */
async function through(map: MapDocument, format: FormatName, pretty = false) {
  const written = exportMap(map, format, { writtenAt: '2026-11-23T08:00:00', pretty });
  if (!written.ok) throw new Error(written.error.message);
  const [first, second] = written.value.files;
  const encode = (text: string) => new TextEncoder().encode(text);
  const read = await importMap(encode(first.text), {
    from: format,
    fileName: 'map',
    ...(second ? { relations: encode(second.text) } : {}),
  });
  if (!read.ok) throw new Error(`${JSON.stringify(read.error)}\n${first.text}`);
  return { ...read.value, text: first.text, lost: written.value.report };
}

/** In the order of ids: formats with linked premises write these together. */
const byId = (relations: readonly MapRelation[]): MapRelation[] =>
  [...relations].sort((a, b) => (a.id < b.id ? -1 : 1));

const trimmed = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Same words, same links between them: ids, order and data apart. */
function skeleton({ claims, relations }: MapDocument): unknown {
  const words = new Map(claims.map(({ id, text }) => [id, text]));
  const reasons = new Map(reasonsOf(relations).map((reason) => [reason.id, reason]));
  const describeReason = (id: string): unknown => {
    const reason = reasons.get(id);
    if (!reason) return words.get(id);
    const from = reason.members.map((member) => words.get(member.from)).sort();
    return [reason.kind, from, describeReason(reason.to)];
  };
  return {
    claims: [...words.values()].sort(),
    relations: [...reasons.keys()].map((id) => JSON.stringify(describeReason(id))).sort(),
  };
}

/** What every reader does to a text. */
const tidy = (map: MapDocument, text: (text: string) => string = trimmed): MapDocument => ({
  ...map,
  claims: map.claims.map((claim) => ({ ...claim, text: text(claim.text) })),
});

/** Two claims of the same words cannot be told apart without ids. */
const hasTwins = ({ claims }: MapDocument): boolean =>
  new Set(claims.map(({ text }) => text)).size < claims.length;

/** Exact repetitions of a relation, once linked premises have lost their names. */
const withoutDoubles = (map: MapDocument): boolean => {
  const all = reasonsOf(map.relations).map(({ kind, to, members }) =>
    JSON.stringify([kind, to, members.map(({ from }) => from).sort()]),
  );
  return new Set(all).size === all.length;
};

describe('random maps are sound', () => {
  test('and stay the same for the same seed', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const map = randomMapDocument(seed, size);
        expect(soundMap.parse(map)).toEqual(map);
        expect(randomMapDocument(seed, size)).toEqual(map);
      }),
      { numRuns: 200 },
    );
  });

  test('and hold what round trips must keep', () => {
    const maps = Array.from({ length: 60 }, (_, seed) => randomMapDocument(seed + 1));
    const relations = maps.flatMap((map) => map.relations);
    const undercuts = new Set(relations.filter(({ kind }) => kind === 'undercuts').map(({ id }) => id));
    expect(
      maps.some((map) => map.relations.some(({ to, kind }) => kind === 'undercuts' && undercuts.has(to))),
    ).toBe(true);
    expect(relations.some(({ group, kind }) => group !== undefined && kind === 'undercuts')).toBe(true);
    expect(maps.some((map) => map.sources.some(({ passages }) => passages?.length === 2))).toBe(true);
  });
});

describe('own JSON', () => {
  test('comes back exactly', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, sizes, async (seed, size) => {
        const map = randomMapDocument(seed, size);
        const { map: read, report, lost } = await through(map, 'json');
        expect(read).toEqual(map);
        expect([report.dropped, report.guessed, report.merged, lost.dropped]).toEqual([[], [], [], []]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('Argdown', () => {
  test('comes back whole, linked premises standing together', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, sizes, async (seed, size) => {
        const map = randomMapDocument(seed, size);
        const { map: read, report, lost } = await through(map, 'argdown');
        expect({ ...read, relations: byId(read.relations) }).toEqual({
          ...tidy(map),
          relations: byId(map.relations),
        });
        expect([report.dropped, report.guessed, report.merged, lost.dropped]).toEqual([[], [], [], []]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test('keeps what looks like the end of a title inside the data of a relation', async () => {
    const map = mapOf(
      ['a', 'b', 'c'].map((id) => claim(id, { isMotion: id === 'a' })),
      [
        { id: 'r>: 1', from: 'b', to: 'a', kind: 'attacks', scheme: 'cause =>: effect' },
        { id: 'u]: 2', from: 'c', to: 'r>: 1', kind: 'undercuts', question: '<a>: b [c]: d' },
      ],
    );
    expect((await through(map, 'argdown')).map.relations).toEqual(map.relations);
  });

  test('the pretty form keeps words and links', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, sizes, async (seed, size) => {
        const map = tidy(randomMapDocument(seed, size), (text) => text.replace(/\s+/g, ' ').trim());
        fc.pre(!hasTwins(map) && withoutDoubles(map));
        const { map: read } = await through(map, 'argdown', true);
        expect(skeleton(read)).toEqual(skeleton(map));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

/** What AIF keeps of a claim. */
const aifClaim = ({ id, text, speaker }: MapClaim) => ({
  id,
  text,
  ...(speaker === undefined ? {} : { speaker }),
});

/** Linked premises get ids of their own, and undercuts of one meet the first. */
function aifRelations({ relations }: MapDocument) {
  return reasonsOf(relations)
    .map(({ id, kind, to, members }) => {
      const scheme = members.find((member) => member.scheme !== undefined)?.scheme;
      return {
        kind,
        to,
        id: members.length === 1 ? id : null,
        from: members.map(({ from }) => from),
        scheme,
      };
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The same with ids of linked premises as they were given out on reading. */
function asRead(map: MapDocument) {
  const firsts = new Map(reasonsOf(map.relations).map((reason) => [reason.id, reason]));
  const name = (id: string): string => firsts.get(id)?.members[0].group ?? id;
  return aifRelations(map).map((reason) => ({ ...reason, to: name(reason.to) }));
}

describe.each(['aif', 'xaif'] as const)('%s', (format) => {
  test('keeps claims with their ids, speakers, relations, linked premises and undercuts', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, sizes, async (seed, size) => {
        const map = tidy(randomMapDocument(seed, size));
        fc.pre(withoutDoubles(map));
        const { map: read } = await through(map, format);
        expect(read.claims.map(aifClaim)).toEqual(map.claims.map(aifClaim));
        const sorted = (list: unknown[]) => list.map((item) => JSON.stringify(item)).sort();
        expect(sorted(asRead(read))).toEqual(sorted(aifRelations(map)));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe('xAIF', () => {
  test('keeps passages of one source, but for those that cross', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, sizes, async (seed, size) => {
        const full = randomMapDocument(seed, size);
        const [source] = full.sources.filter(({ text }) => text.trim() !== '' && !/[\r\t]/.test(text));
        fc.pre(source !== undefined);
        const claims = full.claims.map((claim) => ({
          ...claim,
          citations: claim.citations.filter(
            (citation) => citation.source === source?.key && citation.end !== undefined,
          ),
        }));
        const map = { ...full, sources: source ? [source] : [], claims };
        const { map: read, lost } = await through(map, 'xaif');
        expect(read.sources[0]?.text).toBe(source?.text);
        const ranges = ({ claims }: MapDocument) =>
          claims.flatMap(({ id, citations }) =>
            citations.flatMap(({ start, end }) => (start === end ? [] : [`${id} ${start} ${end}`])),
          );
        const crossing = lost.dropped.filter(({ reason }) => reason === 'passage-crosses').length;
        expect(ranges(map)).toEqual(expect.arrayContaining(ranges(read)));
        expect(ranges(map).length - ranges(read).length).toBe(crossing);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('SADFace', () => {
  test('comes back whole, linked premises standing together', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, sizes, async (seed, size) => {
        const map = tidy(randomMapDocument(seed, size));
        const { map: read, report } = await through(map, 'sadface');
        const plain = ({ claims, relations, ...head }: MapDocument) => ({
          ...head,
          // A quotation that follows from the range is written out.
          claims: claims.map((claim) => ({
            ...claim,
            citations: claim.citations.map(({ exact: _, ...rest }) => rest),
          })),
          relations: byId(relations),
        });
        expect(plain(read)).toEqual(plain(map));
        expect([report.dropped, report.guessed, report.merged]).toEqual([[], [], []]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe('the CSV pair', () => {
  test('keeps claims and relations; of sources and sides only the keys', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, sizes, async (seed, size) => {
        const map = tidy(randomMapDocument(seed, size));
        const { map: read } = await through(map, 'csv');
        expect(read.claims).toEqual(map.claims);
        expect(read.relations).toEqual(map.relations.map(({ question: _, ...rest }) => rest));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe('Kialo text', () => {
  test('keeps words, theses and the ways between claims', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, sizes, async (seed, size) => {
        const full = tidy(randomMapDocument(seed, size), (text) => text.replace(/\s+/g, ' ').trim());
        const relations = full.relations
          .filter(({ kind }) => kind !== 'undercuts')
          .map(({ group: _, ...relation }) => relation);
        const map = { ...full, relations };
        fc.pre(!hasTwins(map) && withoutDoubles(map));
        const { map: read, lost } = await through(map, 'kialo');
        fc.pre(!lost.dropped.some(({ reason }) => reason === 'text-guarded'));
        expect(skeleton(read)).toEqual(skeleton(map));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
