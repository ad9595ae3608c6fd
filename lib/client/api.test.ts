import { expect, test } from 'vitest';
import { parseRetryAfter } from './api';

test('Retry-After is read as seconds or as a date', () => {
  const now = Date.parse('2025-09-02T10:00:00Z');
  expect(parseRetryAfter('2', now)).toBe(2_000);
  expect(parseRetryAfter('Tue, 02 Sep 2025 10:00:05 GMT', now)).toBe(5_000);
  expect(parseRetryAfter('Tue, 02 Sep 2025 09:00:00 GMT', now)).toBe(0);
});

test('an absent or unreadable Retry-After asks for nothing', () => {
  expect(parseRetryAfter(null, 0)).toBeNull();
  expect(parseRetryAfter('', 0)).toBeNull();
  expect(parseRetryAfter('soon', 0)).toBeNull();
});
