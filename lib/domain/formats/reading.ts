import type { ConversionLimits } from './limits';
import type { MapDocument } from './map-document';
import type { ReportWriter } from './report';

/** What every reader is given beside the text. */
export interface ReadContext {
  limits: ConversionLimits;
  report: ReportWriter;
  /** Stands in for a title that the file does not have. */
  fallbackTitle: string;
  /** Which end of a SADFace conflict attacks; `auto` decides by version and by how the file is written. */
  sadfaceAttacks: 'auto' | 'forward' | 'reversed';
}

/** Throws a RefusedError when the text is not taken. */
export type Reader = (text: string, context: ReadContext) => MapDocument | Promise<MapDocument>;
