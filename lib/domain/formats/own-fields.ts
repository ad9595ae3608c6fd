import type { z } from 'zod';
import { mapClaim, mapDocumentShape, mapRelation, mapSource } from './map-document';

/**
 * What own files carry in the metadata of other formats, so that a map comes back whole. Read like everything else of
 * a file: checked, and left out when it is not sound.
 */

/** All of a claim but its words. */
export const ownClaim = mapClaim
  .omit({ text: true })
  .partial({ isMotion: true, side: true, citations: true });

/** All of a relation but its kind. */
export const ownRelation = mapRelation
  .omit({ kind: true, to: true })
  .extend({ to: mapRelation.shape.to.exactOptional() });

/** All of a source but its text. */
export const ownSource = mapSource.omit({ text: true });

/** What stands above the claims, but the texts of the sources. */
export const ownHead = mapDocumentShape.pick({ question: true, language: true, sides: true }).partial();

export type OwnClaim = z.infer<typeof ownClaim>;
export type OwnRelation = z.infer<typeof ownRelation>;
export type OwnSource = z.infer<typeof ownSource>;
export type OwnHead = z.infer<typeof ownHead>;

/** The namespace of own metadata. */
export const OWN_NAMESPACE = 'standpoint';

/** The value when it is what the schema says. */
export function soundOrNothing<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}
