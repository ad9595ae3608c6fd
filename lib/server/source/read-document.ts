import type { Result } from '../../domain/result';
import { err, ok } from '../../domain/result';
import { decodeText } from '../../domain/source/document/decode-text';
import {
  DOCUMENT_LIMITS,
  type DocumentKind,
  type ParsedDocument,
  type ReadDocument,
} from '../../domain/source/document/document';
import { documentKind } from '../../domain/source/document/document-kind';
import {
  type DocumentRefusal,
  DocumentRefusedError,
  documentRefusal,
} from '../../domain/source/document/document-refusal';
import { documentText } from '../../domain/source/document/document-text';
import { Losses } from '../../domain/source/document/losses';
import { textBlocks } from '../../domain/source/document/text-blocks';
import { docxDocument } from './docx-document';
import { htmlDocument } from './html-blocks';
import { markdownDocument } from './markdown-blocks';
import { pdfDocument } from './pdf-document';

export interface DocumentFile {
  bytes: Uint8Array;
  /** Decides between kinds of text, and is compared with the content otherwise. May be empty. */
  fileName: string;
  /** Pasted text has no name: its kind is said. */
  kind?: DocumentKind | undefined;
}

/**
 * A document as the text of a source, with what was lost. It may take any time and memory: call it through
 * `readDocumentInWorker`.
 */
export async function readDocument({
  bytes,
  fileName,
  kind: said,
}: DocumentFile): Promise<Result<ReadDocument, DocumentRefusal>> {
  try {
    if (bytes.length > DOCUMENT_LIMITS.bytes)
      throw new DocumentRefusedError('too-large', { limit: DOCUMENT_LIMITS.bytes });
    if (bytes.length === 0) throw new DocumentRefusedError('empty');
    const kind = said ?? documentKind(bytes, fileName);
    const losses = new Losses();
    return ok(documentText(kind, await parsed(kind, bytes, losses), losses));
  } catch (error) {
    if (error instanceof DocumentRefusedError) return err(error.refusal);
    // The stack is the only range that a parser runs out of.
    if (error instanceof RangeError) return err(documentRefusal('too-deep'));
    throw error;
  }
}

async function parsed(kind: DocumentKind, bytes: Uint8Array, losses: Losses): Promise<ParsedDocument> {
  switch (kind) {
    case 'docx':
      return docxDocument(bytes, losses);
    case 'pdf':
      return pdfDocument(bytes, losses);
    case 'html':
      return htmlDocument(decodeText(bytes, losses, charsetOf(bytes)), losses);
    case 'markdown':
      return markdownDocument(decodeText(bytes, losses), losses);
    case 'text':
      return textBlocks(decodeText(bytes, losses), losses);
  }
}

/** The encoding that a page names in its head. */
const charsetOf = (bytes: Uint8Array): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 4096)),
  )?.[1] ?? null;
