import { describe, expect, test } from 'vitest';
import { importMapInWorker } from './import-map-in-worker';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Thousands of statements below one another: work, but nothing that a look at the text could forbid. */
const long = Array.from(
  { length: 9_000 },
  (_, index) => `[S${index}]: Words of statement ${index}.\n  + [S${index + 1}]\n`,
).join('\n');

describe('a file that is read in a thread of its own', () => {
  test('comes back as a map', async () => {
    const result = await importMapInWorker(bytesOf('[A]: One.\n  + [B]: Two.\n'), {
      fileName: 'bells.argdown',
    });
    expect(result).toMatchObject({
      ok: true,
      value: { from: 'argdown', map: { title: 'bells', relations: [{ kind: 'supports' }] } },
    });
  }, 60_000);

  test('is refused as elsewhere', async () => {
    const result = await importMapInWorker(bytesOf('{"nodes": ['), { from: 'aif' });
    expect(result).toMatchObject({ ok: false, error: { code: 'json-truncated', line: 1 } });
  }, 60_000);

  test('is refused when its time is over', async () => {
    const result = await importMapInWorker(bytesOf(long), { from: 'argdown' }, { deadlineMs: 1 });
    expect(result).toMatchObject({ ok: false, error: { code: 'out-of-time', values: { seconds: 0 } } });
  }, 60_000);

  test.each([
    ['one list', `{"nodes":[${'0,'.repeat(2_400_000)}0],"edges":[]}`, 'list-too-long'],
    ['many lists', `{"nodes":[${'[[],[],[]],'.repeat(400_000)}0],"edges":[]}`, 'too-much-work'],
    ['a key again and again', `{"nodes":[{${'"a":{},'.repeat(600_000)}"b":0}],"edges":[]}`, 'key-repeated'],
  ])(
    'is refused before it takes much memory: %s',
    async (_, text, code) => {
      const result = await importMapInWorker(bytesOf(text), { from: 'aif' }, { memoryMb: 64 });
      expect(result).toMatchObject({ ok: false, error: { code, line: 1 } });
    },
    60_000,
  );

  test('is refused when it takes too much memory', async () => {
    const result = await importMapInWorker(
      bytesOf(long),
      { from: 'argdown' },
      { memoryMb: 48, deadlineMs: 60_000 },
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'out-of-memory' } });
  }, 60_000);
});
