import { z } from 'zod';
import { MAP_FORMAT, mapDocumentShape } from './map-document';

/** The JSON Schema of own JSON, for other programs. What it cannot say stands in docs/formats/README.md. */
export function mapJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(mapDocumentShape);
  return `${JSON.stringify({ $schema, $id: `urn:${MAP_FORMAT.replace(/[/@]/g, ':')}`, title: MAP_FORMAT, ...schema }, null, 2)}\n`;
}
