import { expect, test } from 'vitest';
import { passageLabel } from './passage-label';

test.each([
  ['p9', '9'],
  ['p12', '12'],
  ['art-5', 'Art. 5'],
  ['art-20-3', 'Art. 20(3)'],
  ['art-1-1-a', 'Art. 1(1)(a)'],
  ['preface', 'preface'],
])('%s is named %s', (key, label) => expect(passageLabel(key)).toBe(label));
