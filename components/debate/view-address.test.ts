import { expect, test } from 'vitest';
import { versionIri } from '@/lib/domain/annotation/web/addresses';
import { selectionOf, versionHref, viewHref, withSelection } from './view-address';

test('a selection reads back as it was written', () => {
  const selection = {
    claim: 'D1d',
    motion: 'M2',
    isBeyondOn: true,
    passage: 'p9.s2',
    source: 'digest',
    whatIf: '1.cD1',
    showsClosed: false,
    showsEffects: true,
    cameFrom: null,
    tourStep: 3,
  };
  expect(selectionOf(new URLSearchParams(withSelection('', selection)))).toEqual(selection);
});

test('what is not changed stays, and an empty query has no question mark', () => {
  expect(withSelection('?layer=beyond&focus=1', { claim: 'H2' })).toBe('?layer=beyond&focus=1&claim=H2');
  expect(withSelection('?claim=H2', { claim: null })).toBe('');
  expect(withSelection('?layer=beyond', { isBeyondOn: false })).toBe('');
});

test('an unknown layer is the article', () => {
  expect(selectionOf(new URLSearchParams('layer=all&claim='))).toEqual({
    claim: null,
    motion: null,
    isBeyondOn: false,
    passage: null,
    source: null,
    whatIf: null,
    showsClosed: false,
    showsEffects: false,
    cameFrom: null,
    tourStep: null,
  });
});

test('a step of a tour is a number from 1, or there is none', () => {
  const stepIn = (query: string) => selectionOf(new URLSearchParams(query)).tourStep;
  expect(stepIn('tour=12')).toBe(12);
  for (const query of ['tour=0', 'tour=-1', 'tour=1.5', 'tour=100', 'tour=a', 'tour='])
    expect(stepIn(query)).toBe(null);
});

test('an address says what is selected and no more', () => {
  expect(viewHref('mine-ban', 'map')).toBe('/debates/mine-ban/map');
  expect(viewHref('mine-ban', 'text', { claim: 'D1', isBeyondOn: false, passage: 'p9' })).toBe(
    '/debates/mine-ban/text?claim=D1&passage=p9',
  );
});

test('a version is read where exports name it, and goes when another text is asked for', () => {
  const address = versionHref('mine-ban', { sourceKey: 'digest', version: 2 });
  expect(`https://here${address}`).toBe(versionIri({ home: 'https://here', slug: 'mine-ban' }, 'digest', 2));
  expect(withSelection('?source=digest&version=2', { claim: 'D1' })).toBe(
    '?source=digest&version=2&claim=D1',
  );
  expect(withSelection('?source=digest&version=2', { source: 'treaty' })).toBe('?source=treaty');
  expect(withSelection('?source=digest&version=2', { source: null })).toBe('');
});

test('what the address tells of a merged claim goes with the next selection', () => {
  const merged = withSelection('', { claim: 'C1', cameFrom: 'C4' });
  expect(merged).toBe('?claim=C1&was=C4');
  expect(selectionOf(new URLSearchParams(merged)).cameFrom).toBe('C4');
  expect(withSelection(merged, { isBeyondOn: true })).toContain('was=C4');
  expect(withSelection(merged, { claim: 'C2' })).toBe('?claim=C2');
});

test('what is archived is shown only when the address says so', () => {
  expect(selectionOf(new URLSearchParams('archived=shown')).showsClosed).toBe(true);
  expect(withSelection('?archived=shown', { showsClosed: false })).toBe('');
});
