import { z } from 'zod';
import { IMPORT_REASONS, type ImportReport } from '../import/report';

/** What the import routes answer. */

const count = z.int().min(0);

const importEntries = <L extends keyof typeof IMPORT_REASONS>(list: L) =>
  z.array(
    z.object({
      place: z.string(),
      reason: z.enum(IMPORT_REASONS[list]),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  );
const importReport = z
  .object({
    dropped: importEntries('dropped'),
    guessed: importEntries('guessed'),
    merged: importEntries('merged'),
  })
  .meta({ id: 'ImportReport' }) as z.ZodType<ImportReport>;

const plannedSide = z.object({ key: z.string(), name: z.string(), speaks: z.enum(['for', 'against']) });
const conversionEntry = z.object({
  place: z.string(),
  reason: z.string(),
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  step: z.enum(['read', 'write']),
});
const conversionReport = z.object({
  from: z.string(),
  to: z.string().optional(),
  found: z.record(z.string(), count),
  dropped: z.array(conversionEntry),
  guessed: z.array(conversionEntry),
  merged: z.array(conversionEntry),
});
export const exportedMap = z.object({
  files: z.array(z.object({ name: z.string(), mediaType: z.string(), text: z.string() })),
  report: conversionReport,
});
export const importPreview = z.object({
  title: z.string(),
  question: z.string(),
  language: z.string(),
  sides: z.tuple([plannedSide, plannedSide]),
  motions: z.array(z.string()),
  counts: z.object({ claims: count, relations: count, sources: count, citations: count }),
  report: importReport,
});
export const importedDebate = z.object({ slug: z.string(), roomId: z.uuid(), report: importReport });
export const importedConversation = z.object({
  slug: z.string(),
  room: z.object({ id: z.uuid(), slug: z.string() }),
  counts: z.object({ people: count, claims: count, declined: count, votes: count }),
  report: importReport,
});
export const importedMap = z.object({ report: importReport });
