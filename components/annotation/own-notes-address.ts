import type { OwnNotesFilter } from '@/lib/domain/annotation/own-notes';
import { KINDS, VISIBILITIES } from '@/lib/domain/annotation/schema';
import { LIMITS } from '@/lib/domain/text/limits';

/** What the address of the page of study notes asks for; what it cannot mean is left out. */
export function ownNotesFilter(query: Record<string, string | string[] | undefined>): OwnNotesFilter {
  const text = (name: string, most: number): string => {
    const value = query[name];
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  return {
    words: text('q', LIMITS.searchQuery).trim(),
    kind: KINDS.find((kind) => kind === query.kind) ?? null,
    visibility: VISIBILITIES.find((visibility) => visibility === query.visibility) ?? null,
    tag: text('tag', LIMITS.tag).trim() || null,
  };
}

export const isFiltering = ({ words, kind, visibility, tag }: OwnNotesFilter): boolean =>
  words !== '' || kind !== null || visibility !== null || tag !== null;

export const ownNotesHref = (slug: string): string => `/debates/${encodeURIComponent(slug)}/notes`;
