import { z } from 'zod';
import { languageTag } from '../debate/schema';
import { soundMap } from '../formats/sound-map';
import { line } from '../text/input';
import { LIMITS } from '../text/limits';
import type { ImportDefaults } from './plan-map';

/** Bodies of the import routes: a whole map in our own format, and words for what it does not say. */

export const IMPORT_LIMITS = {
  claims: 5000,
  relations: 25_000,
  sources: 100,
  sourceText: 1_000_000,
} as const;

const boundedMap = soundMap.superRefine((map, context) => {
  const tooMany = (field: 'claims' | 'relations' | 'sources') =>
    context.addIssue({ code: 'too_big', path: [field], origin: 'array', maximum: IMPORT_LIMITS[field] });
  if (map.claims.length > IMPORT_LIMITS.claims) tooMany('claims');
  if (map.relations.length > IMPORT_LIMITS.relations) tooMany('relations');
  if (map.sources.length > IMPORT_LIMITS.sources) tooMany('sources');
  for (const [index, { text }] of map.sources.entries()) {
    if (text.length > IMPORT_LIMITS.sourceText)
      context.addIssue({
        code: 'too_big',
        path: ['sources', index, 'text'],
        origin: 'string',
        maximum: IMPORT_LIMITS.sourceText,
      });
  }
});

const defaults = z.strictObject({
  language: languageTag,
  sides: z.strictObject({ a: line(LIMITS.sideName), b: line(LIMITS.sideName) }),
});

export const importMapInput = z.strictObject({ map: boundedMap, defaults: defaults.optional() });

export type ImportMap = z.infer<typeof importMapInput>;

/** What stands in where the person gave no words of their own. */
export const importDefaults = (given: ImportMap['defaults']): ImportDefaults =>
  given
    ? { language: given.language, sides: [given.sides.a, given.sides.b] }
    : { language: 'en', sides: ['For', 'Against'] };
