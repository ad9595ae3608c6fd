import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path';

describe('the page to return to after signing in', () => {
  it.each([
    ['/debates/mine-ban/text?claim=D1&layer=beyond#p9', '/debates/mine-ban/text?claim=D1&layer=beyond#p9'],
    ['/account', '/account'],
    ['/debates/міни', '/debates/%D0%BC%D1%96%D0%BD%D0%B8'],
  ])('%s is kept', (asked, expected) => {
    expect(nextPath(asked)).toBe(expected);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '/a/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n//evil.example',
    'evil.example',
    '',
    '/sign-in?next=/sign-in',
    '/api/v1/account',
  ])('%j leads home', (asked) => {
    expect(nextPath(asked)).toBe('/');
  });

  it.each([[undefined], [null], [['/a', '/b']], [`/${'a'.repeat(3000)}`]])('%j leads home', (asked) => {
    expect(nextPath(asked)).toBe('/');
  });

  it('whatever is asked for, a browser stays on the site', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('/', '\\', '.', '@', ':', '?', '#', '\t', '%2f', '%2e', 'a', 'http'),
    });
    fc.assert(
      fc.property(hostile, (asked) => {
        const path = nextPath(`/${asked}`);
        expect(new URL(path, 'https://our.example').origin).toBe('https://our.example');
        expect(new URL(nextPath(path), 'https://our.example').origin).toBe('https://our.example');
      }),
    );
  });
});
