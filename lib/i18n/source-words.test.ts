import { expect, test } from 'vitest';
import { DOCUMENT_REFUSAL_CODES } from '@/lib/domain/source/document/document-refusal';
import { LOSS_CODES } from '@/lib/domain/source/document/losses';
import { messagesOf } from './catalogue';
import { LOCALES } from './locales';

test.each(LOCALES)('every loss and refusal of a document has its words: %s', (locale) => {
  const { losses, refusal } = messagesOf(locale).sources;
  expect(Object.keys(losses)).toEqual(expect.arrayContaining([...LOSS_CODES]));
  expect(Object.keys(refusal).sort()).toEqual([...DOCUMENT_REFUSAL_CODES].sort());
});
