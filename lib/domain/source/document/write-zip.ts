/** A zip of stored (not packed) files: what has been unpacked and judged is handed on in one. */

/** A file of a zip. */
export interface ZipFile {
  name: string;
  bytes: Uint8Array;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

/** @returns the bytes of the zip; dates are left at 0, so the same files make the same zip */
export function writeZip(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const nameBytes = new TextEncoder().encode(name);
    const facts = new DataView(new ArrayBuffer(26));
    facts.setUint16(0, 20, true);
    facts.setUint16(2, 0x0800, true);
    facts.setUint32(10, crc32(bytes), true);
    facts.setUint32(14, bytes.length, true);
    facts.setUint32(18, bytes.length, true);
    facts.setUint16(22, nameBytes.length, true);
    const shared = new Uint8Array(facts.buffer);
    parts.push(signature(0x04034b50), shared, nameBytes, bytes);
    const place = new DataView(new ArrayBuffer(14));
    place.setUint32(10, offset, true);
    list.push(signature(0x02014b50), Uint8Array.of(20, 0), shared, new Uint8Array(place.buffer), nameBytes);
    offset += 30 + nameBytes.length + bytes.length;
  }
  const listLength = list.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(18));
  end.setUint16(4, files.length, true);
  end.setUint16(6, files.length, true);
  end.setUint32(8, listLength, true);
  end.setUint32(12, offset, true);
  return joined([...parts, ...list, signature(0x06054b50), new Uint8Array(end.buffer)]);
}

function signature(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
