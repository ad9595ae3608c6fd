/**
 * How far somebody has heard: the number of the last event of each room on the path, the commons first, e.g. `12.5`. Sent as
 * the id of each message, and back by the browser when it opens the stream again.
 */
export type LiveCursor = readonly number[];

const SHAPE = /^\d{1,15}(\.\d{1,15}){0,3}$/;

export const writeCursor = (cursor: LiveCursor): string => cursor.join('.');

/** @param rooms how many rooms are on the path. @returns null when the text is no cursor of such a path */
export function readCursor(text: string | null | undefined, rooms: number): LiveCursor | null {
  if (!text || !SHAPE.test(text)) return null;
  const cursor = text.split('.').map(Number);
  return cursor.length === rooms ? cursor : null;
}

/** The farther of two cursors of one path: nothing is told twice to who has heard one of them. */
export const latestCursor = (a: LiveCursor, b: LiveCursor): LiveCursor =>
  a.map((ordinal, index) => Math.max(ordinal, b[index] ?? 0));
