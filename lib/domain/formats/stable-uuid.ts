/** UUIDs for formats that want them, made from ids: the same id always gives the same UUID. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** 32 bits of a text (FNV-1a, then mixed as murmur3 does), different for each seed. */
function hash32(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The text itself when it is a UUID, else one of version 4 form made from it. Not secret, not random. */
export function stableUuid(text: string): string {
  if (UUID.test(text)) return text.toLowerCase();
  const hex = [0x9e3779b9, 0x7f4a7c15, 0xf39cc060, 0x5cedc834]
    .map((seed) => hash32(text, seed).toString(16).padStart(8, '0'))
    .join('');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
