import { expect, test } from 'vitest';
import { passageLabel } from './passage-label';

test.each([
  ['p9', 8, '9'],
  ['p13', 0, '1'],
  ['p1', 1, '2'],
  ['art-5', 0, 'Art. 5'],
  ['art-20-3', 7, 'Art. 20(3)'],
  ['art-1-1-a', 2, 'Art. 1(1)(a)'],
  ['preface', 3, 'preface'],
])('%s at place %i is named %s', (key, position, label) => expect(passageLabel(key, position)).toBe(label));
