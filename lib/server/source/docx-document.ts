import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { DOCUMENT_LIMITS, type ParsedDocument } from '../../domain/source/document/document';
import { DocumentRefusedError } from '../../domain/source/document/document-refusal';
import type { Losses } from '../../domain/source/document/losses';
import { writeZip, type ZipFile } from '../../domain/source/document/write-zip';
import { packedBytes, type ZipEntry, zipEntries } from '../../domain/source/document/zip-entries';
import { htmlBlocks } from './html-blocks';

/**
 * A Word file (.docx). The zip is judged and unpacked here; the parser gets only the parts that hold words, each within
 * bounds and without entities of its own.
 */

/** Of one part unpacked. */
const MOST_PART_BYTES = 24_000_000;
const WORD_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels)|docProps\/core\.xml)$/;
const OTHER_OFFICE: readonly [part: RegExp, name: string][] = [
  [/^xl\//, 'Excel'],
  [/^ppt\//, 'PowerPoint'],
  [/^(?:content\.xml|META-INF\/manifest\.xml)$/, 'OpenDocument'],
  [/^META-INF\/container\.xml$/, 'EPUB'],
  [/^Index\/Document\.iwa$/, 'Pages'],
];

export async function docxDocument(bytes: Uint8Array, losses: Losses): Promise<ParsedDocument> {
  const entries = zipEntries(bytes);
  if (!entries.some(({ name }) => name === 'word/document.xml')) throw notWord(entries);
  const parts = entries
    .filter(({ name }) => WORD_PART.test(name))
    .map((entry): ZipFile => ({ name: entry.name, bytes: unpacked(bytes, entry) }));
  const text = new Map(parts.map(({ name, bytes: part }) => [name, new TextDecoder().decode(part)]));
  for (const xml of text.values()) checkXml(xml);
  countLosses(text, losses);
  losses.add('embedded', entries.filter(({ name }) => /^word\/embeddings\/./.test(name)).length);
  const html = await htmlOf(writeZip(parts));
  const blocks = htmlBlocks(html, losses);
  const said = /<dc:title>([^<]{1,600})<\/dc:title>/.exec(text.get('docProps/core.xml') ?? '')?.[1];
  const title = said === undefined ? null : unescaped(said).trim();
  return { title: title || (blocks.find(({ kind }) => kind === 'heading')?.text ?? null), blocks };
}

function notWord(entries: readonly ZipEntry[]): DocumentRefusedError {
  const found = OTHER_OFFICE.find(([part]) => entries.some(({ name }) => part.test(name)));
  return found
    ? new DocumentRefusedError('other-office', { found: found[1] })
    : new DocumentRefusedError('kind-unknown');
}

function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedBytes(bytes, entry);
  const most = Math.min(entry.size, MOST_PART_BYTES);
  if (entry.size > MOST_PART_BYTES) throw new DocumentRefusedError('unpacks-too-large');
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new DocumentRefusedError('broken');
  try {
    // An entry may say that it is small and be large: it is unpacked no further than it says.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isLarger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new DocumentRefusedError(isLarger ? 'unpacks-too-large' : 'broken');
  }
}

/** Entities could unfold to anything, and nesting costs the parser its stack. */
function checkXml(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new DocumentRefusedError('xml-entities');
  let depth = 0;
  for (const [tag] of xml.matchAll(/<\/?[^<>!?][^<>]{0,20000}>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > DOCUMENT_LIMITS.depth) throw new DocumentRefusedError('too-deep');
  }
}

const count = (xml: string | undefined, pattern: RegExp): number => xml?.match(pattern)?.length ?? 0;

/** What the parser leaves out without a word. */
function countLosses(parts: ReadonlyMap<string, string>, losses: Losses): void {
  const body = parts.get('word/document.xml');
  losses.add('comments', count(parts.get('word/comments.xml'), /<w:comment[\s>]/g));
  losses.add('tracked-changes', count(body, /<w:(?:ins|del|moveFrom|moveTo)\s[^>]*[^/]>/g));
  losses.add('formulas', count(body, /<m:oMath[\s>]/g));
  const fallbacks = count(body, /<mc:Fallback[\s>]/g);
  const boxes = count(body, /<w:txbxContent[\s>]/g);
  losses.add('text-boxes', fallbacks > 0 ? Math.ceil(boxes / 2) : boxes);
  for (const [name, xml] of parts)
    if (/^word\/(?:header|footer)\d*\.xml$/.test(name) && /<w:t[\s>][^<]*\S/.test(xml))
      losses.add('headers-footers');
}

async function htmlOf(zip: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zip.buffer) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
        // Pictures are counted as elements of the HTML; their files are not even there.
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch (error) {
    throw error instanceof RangeError
      ? new DocumentRefusedError('too-deep')
      : new DocumentRefusedError('broken');
  }
}

const NAMED: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => NAMED[entity] ?? entity);
