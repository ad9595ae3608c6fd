import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anchor } from './anchor';

// Cases with known answers, from real texts. They are not ours to hand on, so they lie beside the repository; without that
// folder there is nothing to compare with, and the tests beside this one stand alone.
const file = resolve(import.meta.dirname, '../../../../shared/data/annotation/anchoring.json');
const isThere = existsSync(file);

const range = z.object({ start: z.number(), end: z.number() });
const schema = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      note: z.string(),
      original: z.string(),
      edited: z.string(),
      selector: range.extend({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
      expected: range.nullable(),
      textChanged: z.boolean().nullable(),
      minIoU: z.number().nullable(),
    }),
  ),
});

const { cases } = isThere ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : { cases: [] };

describe('cases of ../shared/data/annotation (needs that folder)', () => {
  for (const { id, note, original, edited, selector, expected, minIoU, textChanged } of cases) {
    test.each([
      ['with the original', original],
      ['without it', undefined],
    ])(`${id}, ${note}, %s`, (_, from) => {
      const answer = anchor(edited, selector, from);
      if (!expected || answer.start === null) {
        expect(answer.start).toBe(expected);
        return;
      }
      const common = Math.min(expected.end, answer.end) - Math.max(expected.start, answer.start);
      const all = Math.max(expected.end, answer.end) - Math.min(expected.start, answer.start);
      expect(common / all).toBeGreaterThanOrEqual(minIoU ?? 1);
      expect(answer.status === 'changed').toBe(textChanged);
    });
  }

  test('are all there, or the folder is not', () => {
    expect(isThere ? cases.length : 23).toBe(23);
  });
});
