import { expect, it } from 'vitest';
import { zoneNamed } from './time-zone';

it('a zone is taken by a name that there is, and is UTC otherwise', () => {
  expect(zoneNamed('Europe/Kyiv')).toBe('Europe/Kyiv');
  for (const none of [undefined, '', 'Mars/Olympus', 'x'.repeat(500), '<script>'])
    expect(zoneNamed(none)).toBe('UTC');
});
