import type { SourceFacts, VersionEntry } from './view';

/** A source in the list of a debate's sources. */
export interface ListedSource {
  source: SourceFacts;
  /** Newest first. */
  versions: VersionEntry[];
  /** That stand in the newest version. */
  citations: number;
  /** That are not found in it. */
  lostCitations: number;
  notes: number;
}

export interface SourceList {
  sources: ListedSource[];
  /** This reader may add sources and versions. */
  canWrite: boolean;
}
