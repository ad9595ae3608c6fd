import { expect, test } from 'vitest';
import { preferenceIn } from './preference';

const oa = 'http://www.w3.org/ns/oa#';
const prefer = (...names: string[]) => `return=representation;include="${names.join(' ')}"`;

test.each([
  [null, null],
  ['respond-async', null],
  [prefer('https://a.example/'), null],
  [prefer(`${oa}PreferContainedIRIs`), 'names'],
  [prefer(`${oa}PreferContainedDescriptions`), 'descriptions'],
  [prefer('http://www.w3.org/ns/ldp#PreferMinimalContainer'), 'minimal'],
  // Section 4.2.1: names or descriptions besides the container itself.
  [prefer('http://www.w3.org/ns/ldp#PreferMinimalContainer', `${oa}PreferContainedIRIs`), 'names'],
  [prefer(`${oa}PreferContainedIRIs`, `${oa}PreferContainedDescriptions`), null],
  ['return=representation; include="constructor"', null],
])('%s asks for %s', (header, preference) => expect(preferenceIn(header)).toBe(preference));
