import { expect, it } from 'vitest';
import { LIMITS } from '@/lib/domain/text/limits';
import { quotedNote } from './quoted-note';

it('a note that proposes a passage quotes every line of it, and says where it stands and why', () => {
  expect(quotedNote('One.\n\nTwo.', 'Paragraph 3', ' It says so. ')).toBe(
    '> One.\n>\n> Two.\n\nParagraph 3\n\nIt says so.',
  );
  expect(quotedNote('One.', 'Paragraph 3', '')).toBe('> One.\n\nParagraph 3');
});

it('a long passage is cut, so that the note can be sent', () => {
  const note = quotedNote('word '.repeat(4000), 'Paragraph 3', 'Why.');
  expect(note.length).toBeLessThanOrEqual(LIMITS.annotationBody);
  expect(note).toMatch(/…\n\nParagraph 3\n\nWhy\.$/);
});
