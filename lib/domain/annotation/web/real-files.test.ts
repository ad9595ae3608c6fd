import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readWebAnnotations } from './read-web-annotations';

// The W3C group's own samples. Their licence keeps them out of the project; where they lie beside the checkout, each is
// read here. Elsewhere the fixtures of the same shape in the other test must do.

const folder = resolve(import.meta.dirname, '../../../../../shared/data/annotation/w3c');
const isHere = existsSync(folder);

const expected = z.record(
  z.string(),
  z.record(z.string(), z.object({ expected: z.enum(['valid', 'invalid', 'should-warn']) })),
);

function samples(): void {
  const groups = expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
  const all = Object.entries(groups).flatMap(([group, files]) =>
    Object.entries(files).map(([name, verdict]) => [`${group}/${name}`, verdict.expected] as const),
  );

  test('are all expected', () => {
    const found = Object.keys(groups).flatMap((group) =>
      readdirSync(join(folder, group)).map((name) => `${group}/${name}`),
    );
    expect(found.sort()).toEqual(all.map(([name]) => name).sort());
  });

  test.each(all)('%s is %s', (name, verdict) => {
    const read = readWebAnnotations(readFileSync(join(folder, name)));
    if (verdict === 'invalid') {
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.error.message).toMatch(/^\S.*\.$/);
      return;
    }
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(read.value.warnings.length > 0).toBe(verdict === 'should-warn');
  });
}

if (isHere) {
  describe('samples of the Web Annotation group', () => samples());
} else {
  test('samples of the Web Annotation group are not here, so none is read', () => {
    expect(isHere).toBe(false);
  });
}
