import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../formats/limits';
import { refusalLine } from '../formats/refusal';
import { readGraph } from './read-graph';
import { strengthsOf } from './strength';

const read = (value: unknown) =>
  readGraph(
    new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
    DEFAULT_LIMITS,
  );

/** The line of a refusal; fails when the file is taken. */
const refused = (value: unknown): string => {
  const result = read(value);
  if (result.ok) throw new Error('the file was taken');
  return refusalLine(result.error);
};

const claims = [
  { id: 'a', base: 0.5 },
  { id: 'b', base: 1 },
];
const line = { id: 'r', from: 'b', to: 'a', kind: 'supports' };

describe('the short form', () => {
  test('is read with weights in full and no groups unless it says so', () => {
    expect(read({ claims, relations: [line] })).toEqual({
      ok: true,
      value: { claims, relations: [{ ...line, weight: 1, group: null }] },
    });
  });

  test('may have votes, weights, groups and texts', () => {
    const votes = { agree: 3, disagree: 1 };
    expect(
      read({
        claims: [{ id: 'a', votes, text: 'It is so.' }, claims[1]],
        relations: [{ ...line, weight: 0.25, group: 'g' }],
      }),
    ).toEqual({
      ok: true,
      value: {
        claims: [{ id: 'a', base: 0.625 }, claims[1]],
        relations: [{ ...line, weight: 0.25, group: 'g' }],
      },
    });
  });

  test('may name claims and relations alike, and claims as objects are', () => {
    const graph = read({
      claims: [
        { id: '__proto__', base: 0.5 },
        { id: 'r', base: 1 },
      ],
      relations: [
        { id: 'r', from: 'r', to: '__proto__', kind: 'attacks' },
        { id: 'constructor', from: 'r', to: 'r', kind: 'undercuts' },
      ],
    });
    expect(graph.ok && strengthsOf(graph.value).strengths.get('__proto__')).toBe(0.5);
  });

  test('may be empty', () => {
    expect(read({ claims: [], relations: [] })).toEqual({ ok: true, value: { claims: [], relations: [] } });
  });

  test.each([
    ['', 'line 1: The file is empty.'],
    ['{"claims":[', 'line 1: The JSON ends in the middle.'],
    ['{"claims":[]}', 'line 1: /relations: "relations" is not what'],
    ['[]', '"claims" is not what'],
    ['"x"', '"claims" is not what'],
    [{ claims, relations: [line], more: 1 }, '"more" is not what'],
    [{ claims: [{ id: 'a' }], relations: [] }, 'a claim has either a base score or votes'],
    [{ claims: [{ ...claims[0], wieght: 1 }], relations: [] }, '/claims/0/wieght: "wieght" is not what'],
    [{ claims: [{ id: 'a', base: 2 }], relations: [] }, '/claims/0/base'],
    ['{"claims":[{"id":"a","base":1e999}],"relations":[]}', '/claims/0/base'],
    [{ claims: [{ id: 'a', base: '0.5' }], relations: [] }, '/claims/0/base'],
    [{ claims: [{ id: '', base: 0.5 }], relations: [] }, '/claims/0/id'],
    [{ claims: [...claims, claims[0]], relations: [] }, '/claims/2: The claim "a" is there twice.'],
    [{ claims, relations: [line, line] }, '/relations/1: The relation "r" is there twice.'],
    [{ claims, relations: [{ ...line, kind: 'support' }] }, '/relations/0/kind'],
    [{ claims, relations: [{ ...line, to: 'x' }] }, 'leads from or to a claim that is not there'],
    [{ claims, relations: [{ ...line, kind: 'undercuts' }] }, 'leads to a relation that is not there'],
    [
      {
        claims,
        relations: [
          { ...line, to: 's', kind: 'undercuts' },
          { ...line, id: 's', to: 'r', kind: 'undercuts' },
        ],
      },
      'leads back to itself',
    ],
    [
      {
        claims,
        relations: [
          { ...line, group: 'g' },
          { ...line, id: 's', kind: 'attacks', group: 'g' },
        ],
      },
      'is linked with one of another kind or target',
    ],
    [`${'['.repeat(100_000)}`, 'The nesting is deeper than 64 levels.'],
    [`{"claims":[${'{"id":"a","base":0.5},'.repeat(20_000)}{}],"relations":[]}`, 'more than 20000 claims'],
  ])('that says %.60j is refused', (value, part) => {
    const told = refused(value);
    expect(told).toContain(part);
    expect(told).not.toMatch(/[\n\r]/);
  });

  test('of bytes that are no text is refused', () => {
    const result = readGraph(Uint8Array.of(0x7b, 0xff), DEFAULT_LIMITS);
    expect(!result.ok && result.error.code).toBe('not-utf-8');
  });
});

describe('own JSON', () => {
  const map = {
    format: 'standpoint/map@1',
    title: 'Map',
    language: 'en',
    sides: [],
    sources: [],
    claims: [
      { id: 'm', text: 'It is so.', isMotion: true, side: null, citations: [] },
      {
        id: 'a',
        text: 'One reason.',
        isMotion: false,
        side: null,
        base: 0.9,
        votes: { agree: 1, disagree: 0, pass: 4 },
        citations: [],
      },
      {
        id: 'b',
        text: 'Another.',
        isMotion: false,
        side: null,
        base: 0.9,
        votes: { agree: 0, disagree: 0, pass: 4 },
        citations: [],
      },
      { id: 'c', text: 'Not taken.', isMotion: false, side: null, status: 'declined', citations: [] },
    ],
    relations: [
      { id: 'r', from: 'a', to: 'm', kind: 'supports', impact: { mean: 2, count: 4 }, weight: 0.1 },
      { id: 's', from: 'b', to: 'r', kind: 'undercuts', weight: 0.5 },
      { id: 't', from: 'c', to: 'm', kind: 'attacks' },
    ],
  };

  test('gives votes and impacts where there are any, then base scores and weights, then the middle and in full', () => {
    expect(read(map)).toEqual({
      ok: true,
      value: {
        claims: [
          { id: 'm', base: 0.5 },
          { id: 'a', base: 0.6 },
          { id: 'b', base: 0.9 },
        ],
        relations: [
          { id: 'r', from: 'a', to: 'm', kind: 'supports', weight: 0.75, group: null },
          { id: 's', from: 'b', to: 'r', kind: 'undercuts', weight: 0.5, group: null },
        ],
      },
    });
  });

  test('of another version, or unsound, is refused', () => {
    expect(refused({ ...map, format: 'standpoint/map@2' })).toContain('standpoint/map@2');
    expect(refused({ ...map, relations: [{ ...map.relations[0], to: 'x' }] })).toContain('"x"');
  });
});
