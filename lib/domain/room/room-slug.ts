/**
 * What names a room in addresses: the debate's slug for its commons, `mine-ban~k3f9x2ab7c` for a room of it. The key after the
 * tilde says nothing and opens nothing: who may read the room is asked of its seats.
 */
export interface NamedRoom {
  debateSlug: string;
  /** Null for the commons. */
  key: string | null;
}

const SHAPE = /^([a-z0-9-]{1,80})(?:~([a-z0-9]{6,16}))?$/;

/** Longest slug of a room, in characters. */
export const LONGEST_SLUG = 97;

export const roomSlug = (debateSlug: string, key: string | null): string =>
  key === null ? debateSlug : `${debateSlug}~${key}`;

/** What a slug names, or null when it can name nothing. */
export function parseRoomSlug(slug: string): NamedRoom | null {
  const [, debateSlug, key] = SHAPE.exec(slug) ?? [];
  return debateSlug === undefined ? null : { debateSlug, key: key ?? null };
}
