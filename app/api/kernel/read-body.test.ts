import { describe, expect, test } from 'vitest';
import { readJson } from './read-body';

const MEGABYTE = 1_000_000;

const sent = (body: string, limit = MEGABYTE, type = 'application/json') =>
  readJson(
    new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } }),
    limit,
  );

describe('a JSON body', () => {
  test('may hold any number of brackets in its texts', async () => {
    const kialo = Array.from({ length: 41 }, (_, index) => `1.${index + 1}. Pro: The share lies in [0, 5).`);
    const value = { fileName: 'a.txt', text: ['Discussion Title: T', '', '1. A.', ...kialo].join('\n') };
    expect(await sent(JSON.stringify(value))).toMatchObject({ ok: true, value: { value } });
  });

  test('may hold a file that nests too deep: to refuse it with its line is for its reader', async () => {
    const value = { fileName: 'a.json', text: '['.repeat(40), said: '\\"{{{{' };
    expect(await sent(JSON.stringify(value))).toMatchObject({ ok: true, value: { value } });
  });

  test('is refused when it nests deeper than any body of ours', async () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(await sent(deep(32))).toMatchObject({ ok: true });
    expect(await sent(deep(33))).toEqual({ ok: false, error: { code: 'malformed-json' } });
    // A bracket behind an escaped quotation mark is still within the text; one behind the text is not.
    expect(await sent(`["\\"[", ${deep(32)}]`)).toEqual({ ok: false, error: { code: 'malformed-json' } });
  });

  test('is refused when it is broken, too large, or no JSON by its type', async () => {
    expect(await sent('{"a": ')).toEqual({ ok: false, error: { code: 'malformed-json' } });
    expect(await sent('"ab"', 3)).toEqual({ ok: false, error: { code: 'body-too-large' } });
    expect(await sent('{}', MEGABYTE, 'text/plain')).toEqual({
      ok: false,
      error: { code: 'wrong-content-type' },
    });
  });
});
