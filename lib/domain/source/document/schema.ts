import { z } from 'zod';
import { DOCUMENT_LIMITS } from './document';

/** A file as its bytes in base64, or pasted text; never both. */
export const readDocumentInput = z
  .strictObject({
    /** Its ending says which kind of text it is. */
    fileName: z.string().max(255).optional(),
    /** Base64 (RFC 4648, section 4) of at most 5,000,000 bytes. */
    content: z
      .string()
      .min(1)
      .max(Math.ceil(DOCUMENT_LIMITS.bytes / 3) * 4)
      .optional(),
    text: z.string().min(1).max(DOCUMENT_LIMITS.bytes).optional(),
    /** How pasted text is meant. */
    format: z.enum(['text', 'markdown']).optional(),
  })
  .refine(({ content, text }) => (content === undefined) !== (text === undefined), { path: ['content'] })
  .refine(({ content, format }) => content === undefined || format === undefined, { path: ['format'] });

export type ReadDocumentInput = z.infer<typeof readDocumentInput>;
