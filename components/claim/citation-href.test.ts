import { expect, test } from 'vitest';
import type { CitationView } from '@/lib/domain/debate/view';
import { citationHref } from './citation-href';

const citation: CitationView = {
  id: 'c',
  sourceKey: 'digest',
  sourceVersionId: 'v1',
  versionNumber: 1,
  standing: 'here',
  isUndecided: false,
  passageKey: 'p2',
  passageLabel: '2',
  start: 0,
  end: 1,
  exact: 'A',
};

test('a passage leads to its place in the text, one that is gone to the version that had it', () => {
  expect(citationHref('trains', { code: 'C2', layer: 'beyond' }, citation)).toBe(
    '/debates/trains/text?claim=C2&layer=beyond&passage=p2',
  );
  expect(citationHref('trains', { code: 'C2', layer: 'beyond' }, { ...citation, standing: 'lost' })).toBe(
    '/debates/trains/text?source=digest&version=1&claim=C2&passage=p2',
  );
});
