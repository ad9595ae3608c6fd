import type { Result } from '../result';
import { err, ok } from '../result';
import { writeAif } from './aif-writer';
import { writeArgdown } from './argdown-writer';
import { writeCsvPair } from './csv-writer';
import { writeDot } from './dot';
import type { FormatName } from './format-names';
import { FORMATS } from './format-names';
import { writeGraphml } from './graphml';
import { writeJson } from './json';
import { writeKialo } from './kialo-writer';
import type { MapDocument } from './map-document';
import type { UnsettledCitations } from './map-of-debate';
import { writeMarkdown } from './markdown';
import type { Refusal } from './refusal';
import { RefusedError } from './refusal';
import type { ConversionReport } from './report';
import { conversionReport, ReportWriter } from './report';
import { writeSadface } from './sadface-writer';
import { writeSvg } from './svg';
import type { WriteContext, Writer } from './writing';
import { writeXaif } from './xaif-writer';

/** A map in any format. */

export interface ExportOptions {
  /** Moment of writing, as `YYYY-MM-DDTHH:MM:SS`, for formats that want dates. */
  writtenAt: string;
  /** Argdown for people instead of Argdown that keeps everything. */
  pretty?: boolean | undefined;
  /** What the debate knows about citations and a map document cannot say. */
  unsettled?: UnsettledCitations | undefined;
}

export interface ExportedFile {
  /** `map.argdown`; of the CSV pair `claims.csv` and `relations.csv`. */
  name: string;
  mediaType: string;
  text: string;
}

export interface ExportedMap {
  /** One file, or the two of the CSV pair. */
  files: [ExportedFile, ...ExportedFile[]];
  /** Of writing alone. */
  report: ConversionReport;
}

const WRITERS: Record<Exclude<FormatName, 'csv'>, Writer> = {
  json: writeJson,
  argdown: writeArgdown,
  aif: writeAif,
  xaif: writeXaif,
  sadface: writeSadface,
  kialo: writeKialo,
  graphml: writeGraphml,
  dot: writeDot,
  svg: writeSvg,
  markdown: writeMarkdown,
};

function filesOf(map: MapDocument, to: FormatName, context: WriteContext): ExportedMap['files'] {
  const { mediaType, extension } = FORMATS[to];
  if (to !== 'csv') return [{ name: `map.${extension}`, mediaType, text: WRITERS[to](map, context) }];
  const { claims, relations } = writeCsvPair(map, context);
  return [
    { name: 'claims.csv', mediaType, text: claims },
    { name: 'relations.csv', mediaType, text: relations },
  ];
}

/** Writes a sound map; what the format has no place for is in the report. */
export function exportMap(
  map: MapDocument,
  to: FormatName,
  options: ExportOptions,
): Result<ExportedMap, Refusal> {
  const report = new ReportWriter('write');
  for (const [reason, count] of [
    ['citations-lost', options.unsettled?.lost ?? 0],
    ['citations-undecided', options.unsettled?.undecided ?? 0],
  ] as const) {
    if (count > 0) report.dropped(reason, '/citations', { count });
  }
  try {
    const context = { report, writtenAt: options.writtenAt, pretty: options.pretty ?? false };
    const files = filesOf(map, to, context);
    return ok({ files, report: conversionReport('json', to, [report]) });
  } catch (error) {
    if (error instanceof RefusedError) return err(error.refusal);
    throw error;
  }
}

/** The report of reading and then writing. */
export const joinedReport = (read: ConversionReport, written: ConversionReport): ConversionReport => ({
  from: read.from,
  ...(written.to === undefined ? {} : { to: written.to }),
  found: read.found,
  dropped: [...read.dropped, ...written.dropped],
  guessed: [...read.guessed, ...written.guessed],
  merged: [...read.merged, ...written.merged],
});
