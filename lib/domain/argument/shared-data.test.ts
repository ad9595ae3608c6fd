import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compileGraph } from './compiled-graph';
import { completeLabellings } from './complete-labellings';
import type { ArgumentGraph } from './graph';
import { groundedLabelling, groundedLabels, IN, UNDECIDED } from './labels';
import { LENSES } from './lens';
import { openParts } from './preferred';
import { strengthsOf } from './strength';
import { undecidedParts } from './undecided-parts';

// Cases with known answers of other tools. They are not ours to hand on, so they lie beside the repository; without that
// folder there is nothing to compare with, and the tests beside this one stand alone.
const folder = resolve(import.meta.dirname, '../../../../shared/data/semantics');
const isThere = existsSync(folder);

const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');
const parsed = <T>(schema: z.ZodType<T>, ...path: string[]): T | null =>
  isThere ? schema.parse(JSON.parse(read(...path))) : null;

const byId = z.record(z.string(), z.number());
const published = z.object({ model: z.enum(LENSES), values: byId, tol: z.number() });
const weighted = parsed(
  z.object({
    cases: z.array(
      z.object({
        id: z.string(),
        args: z.array(z.object({ id: z.string(), base: z.number() })),
        relations: z.array(
          z.object({
            id: z.string(),
            from: z.string(),
            to: z.string(),
            type: z.enum(['support', 'attack', 'undercut']),
            weight: z.number().optional(),
          }),
        ),
        published: z.union([published, z.array(published)]).optional(),
        expected: z.record(z.enum(LENSES), byId),
      }),
    ),
  }),
  'qbaf',
  'cases.json',
);

describe('weighted bipolar graphs of ../shared/data/semantics (needs that folder)', () => {
  const kinds = { support: 'supports', attack: 'attacks', undercut: 'undercuts' } as const;
  for (const { id, args, relations, published: told = [], expected } of weighted?.cases ?? []) {
    const graph: ArgumentGraph = {
      claims: args,
      relations: relations.map(({ type, weight = 1, ...relation }) => ({
        ...relation,
        kind: kinds[type],
        weight,
        group: null,
      })),
    };
    test.each(LENSES)(`${id} has its strengths by %s, to 1e-6`, (lens) => {
      const { strengths, converged, damped } = strengthsOf(graph, lens);
      expect({ converged, damped }).toEqual({ converged: true, damped: [] });
      expect(strengths.size).toBe(args.length);
      for (const [claim, value] of Object.entries(expected[lens])) {
        expect(Math.abs((strengths.get(claim) ?? Number.NaN) - value), claim).toBeLessThan(1e-6);
      }
    });
    for (const { model, values, tol } of [told].flat()) {
      test(`${id} has the strengths that are published for ${model}`, () => {
        const { strengths } = strengthsOf(graph, model);
        for (const [claim, value] of Object.entries(values)) {
          expect(Math.abs((strengths.get(claim) ?? Number.NaN) - value), claim).toBeLessThanOrEqual(tol);
        }
      });
    }
  }

  test('are all there, or the folder is not', () => {
    expect(weighted?.cases.length ?? 16).toBe(16);
  });
});

interface Framework {
  name: string;
  names: string[];
  attacks: [string, string][];
}

const attackGraph = ({ names, attacks }: Framework): ArgumentGraph => ({
  claims: names.map((id) => ({ id, base: 0.5 })),
  relations: attacks.map(([from, to], index) => ({
    id: `r${index}`,
    from,
    to,
    kind: 'attacks',
    weight: 1,
    group: null,
  })),
});

const files = (end: string): string[] =>
  isThere ? readdirSync(join(folder, 'dung')).filter((name) => name.endsWith(end)) : [];

const apx = (file: string): Framework => {
  const text = read('dung', file);
  return {
    name: file,
    names: [...text.matchAll(/^arg\((\w+)\)/gm)].map(([, name = '']) => name),
    attacks: [...text.matchAll(/^att\((\w+),\s*(\w+)\)/gm)].map(([, from = '', to = '']) => [from, to]),
  };
};

const tgf = (file: string): Framework => {
  const [names = '', attacks = ''] = read('dung', file).split('#');
  const lines = (text: string) => text.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []));
  return {
    name: file,
    names: lines(names),
    attacks: lines(attacks).map((line) => {
      const [from = '', to = ''] = line.split(/\s+/);
      return [from, to];
    }),
  };
};

/** Extensions as one text each, in an order of their own, so that two lists compare. */
const canonical = (extensions: readonly (readonly string[])[]): string[] =>
  extensions.map((ids) => [...ids].sort().join(' ')).sort();

const groundedOf = (graph: ArgumentGraph): string[] =>
  [...groundedLabels(graph)].filter(([, label]) => label === 'in').map(([id]) => id);

function completeOf(graph: ArgumentGraph): { complete: string[][]; stable: string[][] } {
  const compiled = compileGraph(graph);
  let complete = [groundedOf(graph)];
  let stable = complete;
  for (const part of undecidedParts(compiled, groundedLabelling(compiled))) {
    const labellings = [...completeLabellings(part, 1_000_000)];
    const inside = (labels: Uint8Array) =>
      part.claims.filter((_, node) => labels[node] === IN).map((claim) => compiled.claimIds[claim] ?? '');
    const extend = (before: string[][], more: Uint8Array[]) =>
      before.flatMap((ids) => more.map((labels) => [...ids, ...inside(labels)]));
    complete = extend(complete, labellings);
    stable = extend(
      stable,
      labellings.filter((labels) => !labels.includes(UNDECIDED)),
    );
  }
  return { complete, stable };
}

const preferredOf = (graph: ArgumentGraph): string[][] =>
  openParts(graph).reduce<string[][]>(
    (before, { positions }) =>
      before.flatMap((ids) =>
        (positions ?? []).map((labels) => [
          ...ids,
          ...[...labels].flatMap(([id, l]) => (l === 'in' ? [id] : [])),
        ]),
      ),
    [groundedOf(graph)],
  );

describe('frameworks of ../shared/data/semantics/dung (needs that folder)', () => {
  for (const file of files('.apx')) {
    const extensions = (kind: string): string[] =>
      canonical(
        [
          ...read('dung', file.replace('.apx', `.EE-${kind}`))
            .slice(1, -1)
            .matchAll(/\[([^[\]]*)\]/g),
        ].map(([, ids = '']) => ids.split(',').flatMap((id) => (id.trim() ? [id.trim()] : []))),
      );
    test(`${file} has its grounded, complete, preferred and stable extensions`, () => {
      const graph = attackGraph(apx(file));
      const { complete, stable } = completeOf(graph);
      expect(canonical([groundedOf(graph)])).toEqual(extensions('GR'));
      expect(canonical(complete)).toEqual(extensions('CO'));
      expect(canonical(stable)).toEqual(extensions('ST'));
      expect(canonical(preferredOf(graph))).toEqual(extensions('PR'));
    });
  }

  for (const file of files('.answer.txt')) {
    test(`${file} is what the semantics in its name gives`, () => {
      const graph = attackGraph(tgf(file.replace('.answer.txt', '.tgf')));
      const answer = canonical(
        read('dung', file)
          .split('\n')
          .map((line) => line.split(/\s+/).filter(Boolean)),
      );
      const found = file.includes('preferred')
        ? preferredOf(graph)
        : completeOf(graph)[file.includes('stable') ? 'stable' : 'complete'];
      expect(canonical(found)).toEqual(answer);
    });
  }

  const extension = z.array(z.string());
  const expectation = z.object({
    grounded: extension,
    complete: z.array(extension),
    preferred: z.array(extension),
    stable: z.array(extension),
  });
  const carneades = parsed(z.record(z.string(), expectation), 'dung', 'carneades-expected.json');
  for (const [file, expected] of Object.entries(carneades ?? {})) {
    test(`${file} has its grounded, complete, preferred and stable extensions`, () => {
      const graph = attackGraph(tgf(file));
      const { complete, stable } = completeOf(graph);
      expect(canonical([groundedOf(graph)])).toEqual(canonical([expected.grounded]));
      expect(canonical(complete)).toEqual(canonical(expected.complete));
      expect(canonical(stable)).toEqual(canonical(expected.stable));
      expect(canonical(preferredOf(graph))).toEqual(canonical(expected.preferred));
    });
  }

  const undercuts = parsed(
    z.object({
      cases: z.record(
        z.string(),
        z.object({
          arguments: extension,
          attacks: z.record(z.string(), z.tuple([z.string(), z.string()])),
          grounded_arguments_only: z.object({ in: extension, out: extension, undec: extension }),
        }),
      ),
    }),
    'dung',
    'undercut-afra.json',
  );
  for (const [name, { arguments: names, attacks, grounded_arguments_only: expected }] of Object.entries(
    undercuts?.cases ?? {},
  )) {
    test(`${name}, attacks on attacks, has its grounded labels`, () => {
      const labels = groundedLabels({
        claims: names.map((id) => ({ id, base: 0.5 })),
        relations: Object.entries(attacks).map(([id, [from, to]]) => ({
          id,
          from,
          to,
          kind: names.includes(to) ? 'attacks' : 'undercuts',
          weight: 1,
          group: null,
        })),
      });
      const all = (wanted: string) =>
        [...labels].flatMap(([id, label]) => (label === wanted ? [id] : [])).sort();
      expect(all('in')).toEqual([...expected.in].sort());
      expect(all('out')).toEqual([...expected.out].sort());
      expect(all('undecided')).toEqual([...expected.undec].sort());
    });
  }

  test('are all there, or the folder is not', () => {
    const count = files('.apx').length + files('.answer.txt').length + Object.keys(carneades ?? {}).length;
    expect([0, 20]).toContain(count);
  });
});
