/** A debate that takes a map in: its claims come beside those that are there. */
export interface ImportTarget {
  slug: string;
  roomId: string;
  sides: { a: string; b: string };
}
