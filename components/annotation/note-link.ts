const hashOf = (noteId: string): string => `#note-${noteId}`;

/** The address of a note on the page that is open: its claim or text is part of that address already. */
export function noteAddress(noteId: string, { origin, pathname, search }: Location): string {
  return `${origin}${pathname}${search}${hashOf(noteId)}`;
}

/** Adds a note to the address of the place where it hangs. */
export const withNote = (href: string, noteId: string): string => href + hashOf(noteId);

/** Whether the address of the page asks for this note. */
export const isAskedFor = (noteId: string): boolean => window.location.hash === hashOf(noteId);
