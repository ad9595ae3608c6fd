import { describe, expect, test } from 'vitest';
import type { FormatName } from '../../domain/formats/format-names';
import { claim, mapOf } from '../../domain/formats/reading.fixture';
import { IMPORT_LIMITS } from '../../domain/import/schema';
import { makeActor } from '../../policy/actor';
import { readFile } from './read-file';

const person = makeActor.person({ userId: 'u', sessionId: 's', isAdministrator: false });
const read = (text: string, from: Exclude<FormatName, 'graphml' | 'dot' | 'svg' | 'markdown'>) =>
  readFile(person, { fileName: 'file', text, from });

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('a file that no import takes is refused on the line where it becomes too much', () => {
  test('for its claims', async () => {
    const rows = numbers(IMPORT_LIMITS.claims + 1).map((index) => `c${index},Words`);
    expect(await read(['id,text', ...rows].join('\n'), 'csv')).toMatchObject({
      error: {
        code: 'file-refused',
        current: { code: 'too-many-claims', line: 5002, values: { limit: 5000 } },
      },
    });
    const claims = numbers(IMPORT_LIMITS.claims + 1).map((index) => claim(`c${index}`));
    expect(await read(JSON.stringify(mapOf(claims)).replaceAll('{"id"', '\n{"id"'), 'json')).toMatchObject({
      error: { current: { code: 'too-many-claims', line: 5002, pointer: '/claims/5000' } },
    });
  }, 60_000);

  test('for its sources', async () => {
    const links = numbers(IMPORT_LIMITS.sources + 1).map(
      (index) => `1.${index + 1}. Pro: [a](https://x.test/${index})`,
    );
    const kialo = ['Discussion Title: T', '', '1. A.', ...links].join('\n');
    expect(await read(kialo, 'kialo')).toMatchObject({
      error: { current: { code: 'too-many-sources', line: IMPORT_LIMITS.sources + 4 } },
    });
  }, 60_000);

  test('for the length of a source', async () => {
    const source = { key: 's', title: 'S', text: 'a'.repeat(IMPORT_LIMITS.sourceText + 1) };
    expect(await read(JSON.stringify(mapOf([claim('a')], [], { sources: [source] })), 'json')).toMatchObject({
      error: { current: { code: 'text-too-long', pointer: '/sources/0/text' } },
    });
  }, 60_000);
});
