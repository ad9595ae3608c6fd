import { z } from 'zod';
import { DOCUMENT_KINDS, type ReadDocument } from '../source/document/document';
import { LOSS_CODES } from '../source/document/losses';
import { readDocumentInput } from '../source/document/schema';
import { and, none, write } from './contract-parts';

const count = z.int().min(0);
/** 5,000,000 bytes in base64, or as much text, with the rest of the body. */
const MOST_BODY_BYTES = 8_000_000;

const document = z
  .object({
    kind: z.enum(DOCUMENT_KINDS),
    title: z.string().nullable(),
    text: z.string(),
    paragraphs: z.array(z.object({ heading: z.string().nullable(), start: count, end: count })),
    losses: z.array(z.object({ code: z.enum(LOSS_CODES), count, name: z.string().optional() })),
  })
  .meta({ id: 'ReadDocument' }) as z.ZodType<ReadDocument>;

/** The route that makes text of documents. */
export const documentContracts = {
  readDocument: write({
    method: 'POST',
    path: 'sources/read',
    name: 'readDocument',
    summary:
      'A document (.txt, .md, .html, .docx, .pdf, or pasted text) as text in paragraphs, with what was lost; writes nothing',
    group: 'debates',
    params: none,
    body: readDocumentInput,
    bodyLimit: MOST_BODY_BYTES,
    answer: document,
    failures: and('file-refused'),
  }),
} as const;
