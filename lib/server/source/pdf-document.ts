import { getDocumentProxy } from 'unpdf';
import { DOCUMENT_LIMITS, type ParsedDocument } from '../../domain/source/document/document';
import { DocumentRefusedError } from '../../domain/source/document/document-refusal';
import type { Losses } from '../../domain/source/document/losses';
import { pdfBlocks } from '../../domain/source/document/pdf-blocks';
import { type PdfLine, type PdfPiece, pageLines } from '../../domain/source/document/pdf-lines';

/** A PDF: it has no paragraphs, only letters at places. What they make is guessed from where they stand. */

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;
type Items = Awaited<ReturnType<Page['getTextContent']>>['items'];

/** A page with more pieces than this is a drawing. */
const MOST_PIECES = 60_000;
/** Glyphs without a letter come as private or replacement characters. */
const NO_LETTERS = /[\ufffd\ue000-\uf8ff\p{Cc}]/gu;
const MOST_UNREADABLE = 0.2;

export async function pdfDocument(bytes: Uint8Array, losses: Losses): Promise<ParsedDocument> {
  const pdf = await opened(bytes);
  if (pdf.numPages > DOCUMENT_LIMITS.pages)
    throw new DocumentRefusedError('too-many-pages', { pages: pdf.numPages, limit: DOCUMENT_LIMITS.pages });
  const lines: PdfLine[] = [];
  let letters = 0;
  let withoutText = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const pieces = await piecesOf(pdf, number, losses);
    if (pieces.length === 0) withoutText += 1;
    const found = pageLines(pieces, number - 1, losses);
    for (const line of found) {
      letters += line.text.length;
      lines.push(line);
    }
    if (letters > DOCUMENT_LIMITS.text * 1.2)
      throw new DocumentRefusedError('text-too-long', { limit: DOCUMENT_LIMITS.text });
  }
  if (lines.length === 0) throw new DocumentRefusedError('scanned');
  const unreadable = lines.reduce((sum, { text }) => sum + (text.match(NO_LETTERS)?.length ?? 0), 0);
  if (unreadable > letters * MOST_UNREADABLE) throw new DocumentRefusedError('font-unreadable');
  losses.add('unreadable', unreadable);
  losses.add('pages-without-text', withoutText);
  losses.add('pages-laid-out', pdf.numPages - withoutText);
  const title = await titleOf(pdf);
  const blocks = pdfBlocks(lines, losses);
  return { title: title ?? blocks.find(({ kind }) => kind === 'heading')?.text ?? null, blocks };
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, {
      // Only the text is wanted: no fonts of this machine, no forms of scripts, no warnings on the console.
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      useWasm: false,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new DocumentRefusedError(name === 'PasswordException' ? 'encrypted' : 'broken');
  }
}

async function itemsOf(pdf: Pdf, number: number): Promise<Items> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items;
  } catch {
    throw new DocumentRefusedError('broken');
  }
}

async function piecesOf(pdf: Pdf, number: number, losses: Losses): Promise<PdfPiece[]> {
  const pieces: PdfPiece[] = [];
  let isTurned = false;
  for (const item of await itemsOf(pdf, number)) {
    if (!('str' in item) || item.str === '') continue;
    if (pieces.length >= MOST_PIECES)
      throw new DocumentRefusedError('text-too-long', { limit: DOCUMENT_LIMITS.text });
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[];
    // A stamp up the side of the page is no line of it.
    if (Math.abs(b) > Math.abs(a)) {
      isTurned = item.str.trim() !== '' || isTurned;
      continue;
    }
    pieces.push({ text: item.str, x, y, width: item.width, size: item.height || Math.hypot(a, b) });
  }
  if (isTurned) losses.add('turned-text');
  return pieces.some(({ text }) => text.trim() !== '') ? pieces : [];
}

/** What the file calls itself, unless that is only the name of a file. */
async function titleOf(pdf: Pdf): Promise<string | null> {
  try {
    const { info } = await pdf.getMetadata();
    const said = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
    const isFileName =
      /\.(?:docx?|pdf|odt|rtf|tex|indd|dvi)$/i.test(said) || /^(?:untitled|microsoft word\b.*)$/i.test(said);
    return said === '' || isFileName ? null : said;
  } catch {
    return null;
  }
}
