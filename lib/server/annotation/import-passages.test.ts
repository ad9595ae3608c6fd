import { expect, test } from 'vitest';
import { searchesFor } from './import-passages';

const chosen = { id: 'v2', text: 'Mines kill.' };
const older = { id: 'v1', text: 'Mines kill long after.' };
const target = (source: string) =>
  ({ type: 'passage', source, exact: 'Mines', prefix: '', suffix: '', start: null, end: null }) as const;

test('a text is prepared once, however many names a file has for it', () => {
  const targets = Array.from({ length: 1_000 }, (_, index) => target(`urn:text:${index}`));
  const searches = searchesFor(targets, () => ({ version: chosen, original: null, isNamed: false }));
  expect(searches.map(({ home, sought }) => [home.version.id, sought.length])).toEqual([['v2', 1_000]]);
});

test('what names an older version is looked for apart, and what names the text as ours counts by its offsets', () => {
  const searches = searchesFor(['urn:one', 'our:v1', 'our:v2', 'our:v1'].map(target), (iri) => ({
    version: chosen,
    original: iri === 'our:v1' ? older : null,
    isNamed: iri.startsWith('our:'),
  }));
  expect(searches.map(({ home, sought }) => [home.original?.id, sought.map((one) => one.isNamed)])).toEqual([
    [undefined, [false, true]],
    ['v1', [true, true]],
  ]);
});
