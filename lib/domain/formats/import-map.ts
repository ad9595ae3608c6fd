import type { Result } from '../result';
import { err, ok } from '../result';
import { readAif } from './aif-reader';
import { checkArgdownText } from './argdown-parse';
import { readArgdown } from './argdown-reader';
import { readCsv } from './csv-reader';
import { detectFormat } from './detect-format';
import type { FormatName, ReadableFormat } from './format-names';
import { FORMATS, isReadable } from './format-names';
import { readJson } from './json';
import { jsonPlace, parseJson } from './json-text';
import { readKialo } from './kialo-reader';
import type { ConversionLimits } from './limits';
import { DEFAULT_LIMITS } from './limits';
import type { MapDocument } from './map-document';
import type { ReadContext, Reader } from './reading';
import type { Refusal } from './refusal';
import { RefusedError, refusal } from './refusal';
import type { ConversionReport } from './report';
import { conversionReport, ReportWriter } from './report';
import { readSadface } from './sadface-reader';
import { sourceText } from './source-text';
import { readXaif } from './xaif-reader';

/** Any readable file as a map, or the one reason why not. */

export interface ImportOptions {
  /** Detected from the content when left out. */
  from?: FormatName | undefined;
  /** Helps where the content does not tell the format, and stands in for a title. */
  fileName?: string | undefined;
  /** The relations of a CSV pair, when they stand in a file of their own. */
  relations?: Uint8Array | undefined;
  limits?: Partial<ConversionLimits> | undefined;
  sadfaceAttacks?: ReadContext['sadfaceAttacks'] | undefined;
}

export interface ImportedMap {
  map: MapDocument;
  from: ReadableFormat;
  /** Of reading alone. */
  report: ConversionReport;
}

const READERS: Record<Exclude<ReadableFormat, 'csv'>, Reader> = {
  json: readJson,
  argdown: readArgdown,
  aif: readAif,
  xaif: readXaif,
  sadface: readSadface,
  kialo: readKialo,
};

/** The format to read a text as. Throws when it is none, one that is only written, or plainly not the one named. */
function formatOf(
  text: string,
  { from, fileName }: ImportOptions,
  limits: ConversionLimits,
  report: ReportWriter,
) {
  const detected = detectFormat({ text, fileName, parse: (json) => parseJson(json, limits) });
  const format = from ?? detected.format;
  if (format === null) throw new RefusedError('format-unknown', {}, { line: 1 });
  if (!isReadable(format)) throw new RefusedError('format-not-readable', { format: FORMATS[format].label });
  if (detected.isCertain && detected.format !== null && detected.format !== format) {
    const values = { format: FORMATS[format].label, found: FORMATS[detected.format].label };
    throw new RefusedError('another-format', values, { line: 1 });
  }
  if (from === undefined) report.guessed('format-detected', 'line 1', { format: FORMATS[format].label });
  return format;
}

/** Whether reading these bytes will need the Argdown parser. Never throws: what cannot be read needs no parser. */
export function needsArgdown(bytes: Uint8Array, options: ImportOptions): boolean {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  try {
    const text = sourceText(bytes, limits);
    const format = formatOf(text, options, limits, new ReportWriter('read'));
    if (format === 'argdown') checkArgdownText(text, limits);
    return format === 'argdown';
  } catch {
    return false;
  }
}

/** A refusal that knows a place but no line gets the line, so that every one can be found in an editor. */
function withLine(found: Refusal, text: string): Refusal {
  const { line, pointer } = found;
  if (line !== undefined) return found;
  const told = /^line (\d+)$/.exec(pointer ?? '')?.[1];
  if (told !== undefined) {
    const { pointer: _, ...rest } = found;
    return { ...rest, line: Number(told) };
  }
  if (!pointer?.startsWith('/')) return { ...found, line: 1 };
  const steps = pointer
    .slice(1)
    .split('/')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { ...found, ...jsonPlace(text, steps) };
}

const baseName = (fileName: string | undefined): string =>
  (fileName ?? '').replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');

/**
 * Reads a file. Pure but for loading the Argdown parser, which can be made to work very long: use
 * `importMapInWorker` (lib/server/formats) for files of strangers.
 */
export async function importMap(
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<Result<ImportedMap, Refusal>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const report = new ReportWriter('read');
  const fallbackTitle = baseName(options.fileName);
  const context: ReadContext = {
    limits,
    report,
    fallbackTitle,
    sadfaceAttacks: options.sadfaceAttacks ?? 'auto',
  };
  let text = '';
  try {
    text = sourceText(bytes, limits);
    const from = formatOf(text, options, limits, report);
    const relations = options.relations && sourceText(options.relations, limits);
    const map = from === 'csv' ? readCsv(text, context, relations) : await READERS[from](text, context);
    return ok({ map, from, report: conversionReport(from, undefined, [report]) });
  } catch (error) {
    if (error instanceof RefusedError) return err(withLine(error.refusal, text));
    // A stack that overflows is nesting that no count foresaw.
    if (error instanceof RangeError) return err(refusal('too-deep', { limit: limits.maxDepth }, { line: 1 }));
    throw error;
  }
}
