import { DocumentRefusedError } from './document-refusal';

/** The list of a zip's entries, read and judged before anything is unpacked. */

export interface ZipEntry {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  compressed: number;
  size: number;
  /** Where the entry's own header begins. */
  offset: number;
}

const MOST_ENTRIES = 2_000;
/** Of all entries unpacked. */
const MOST_BYTES = 60_000_000;
/** Words in XML shrink to a twentieth; only emptiness shrinks to a hundredth. */
const MOST_RATIO = 100;
/** Small entries may shrink as they like. */
const RATIO_FROM_BYTES = 200_000;

const END_OF_LIST = 0x06054b50;
const LIST_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * @throws DocumentRefusedError `broken` for what is no zip or lies about where things are, `encrypted`, or
 *   `unpacks-too-large` for too many entries, too many bytes, or more than a document shrinks by
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const end = endOfList(view);
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw new DocumentRefusedError('unpacks-too-large');
  if (start + length > end) throw new DocumentRefusedError('broken');
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== LIST_ENTRY) throw new DocumentRefusedError('broken');
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new DocumentRefusedError('encrypted');
    const nameLength = view.getUint16(at + 28, true);
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/^\//, ''),
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (names.has(entry.name)) throw new DocumentRefusedError('broken');
    names.add(entry.name);
    entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  judge(entries, start);
  return entries;
}

function judge(entries: readonly ZipEntry[], end: number): void {
  const sum = (of: (entry: ZipEntry) => number) => entries.reduce((total, entry) => total + of(entry), 0);
  // Entries that share their bytes are how a small zip holds much.
  if (sum(({ compressed }) => compressed) > end) throw new DocumentRefusedError('broken');
  if (sum(({ size }) => size) > MOST_BYTES) throw new DocumentRefusedError('unpacks-too-large');
  for (const { size, compressed, offset } of entries) {
    if (offset + 30 + compressed > end) throw new DocumentRefusedError('broken');
    if (size > RATIO_FROM_BYTES && size > compressed * MOST_RATIO)
      throw new DocumentRefusedError('unpacks-too-large');
  }
}

function endOfList(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= least; at -= 1)
    if (view.getUint32(at, true) === END_OF_LIST) return at;
  throw new DocumentRefusedError('broken');
}

/** The packed bytes of an entry. */
export function packedBytes(bytes: Uint8Array, { offset, compressed }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  if (view.getUint32(offset, true) !== LOCAL_HEADER) throw new DocumentRefusedError('broken');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressed > bytes.length) throw new DocumentRefusedError('broken');
  return bytes.subarray(start, start + compressed);
}
