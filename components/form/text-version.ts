/** A short name for a wording, so that a draft knows what it was written against; FNV-1a, 32 bits. */
export function textVersion(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
