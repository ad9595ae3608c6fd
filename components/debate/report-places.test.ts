import { expect, test } from 'vitest';
import { notSaidAgain, reportPlace } from './report-places';

test('a place is named as people name it, and the whole map is no place', () => {
  expect(reportPlace('line 12')).toEqual({ kind: 'line', name: '12' });
  expect(reportPlace('claim c1')).toEqual({ kind: 'claim', name: 'c1' });
  for (const whole of ['/language', '/short-title', 'map', 'relations', ''])
    expect(reportPlace(whole)).toBeNull();
  expect(reportPlace('/nodes/3')).toBe('/nodes/3');
});

test('that a file does not say its language is told once, with what is done about it', () => {
  const read = [{ reason: 'language-unknown' }, { reason: 'title-missing' }];
  expect(notSaidAgain(read, [{ reason: 'language-missing' }])).toEqual([{ reason: 'title-missing' }]);
  expect(notSaidAgain(read, [])).toEqual(read);
});
