import { describe, expect, it } from 'vitest';
import { formatters } from './formatters';

describe('dates and times', () => {
  const moment = '2025-09-01T23:30:00Z';

  it('are shown in UTC unless a zone is named', () => {
    expect(formatters('en').dateTime(moment)).toBe('1 Sept 2025, 23:30 UTC');
    expect(formatters('en', 'Europe/Kyiv').date(moment)).toBe('2 Sept 2025');
  });

  it('follow the language', () => {
    expect(formatters('uk').date(moment)).toMatch(/^1 вер\. 2025/);
    expect(formatters('en').date(moment)).toBe('1 Sept 2025');
  });

  it('an impossible moment is an error, not a blank', () => {
    expect(() => formatters('en').date('yesterday')).toThrow(RangeError);
  });
});
