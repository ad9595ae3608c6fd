import type { MapCitation, MapDocument, MapSource } from '../formats/map-document';
import { LIMITS } from '../text/limits';
import { cleanLine } from '../text/plain-text';
import { segmentsOf } from '../text/segments';
import { type ImportReport, note } from './report';
import { shorten } from './shorten';

/** Sources of a map as a debate keeps them: a text in paragraphs, and citations as ranges of it. */

export interface PlannedPassage {
  key: string;
  heading: string | null;
  start: number;
  end: number;
  sentences: { key: string; start: number; end: number; isContext: boolean }[];
}

export interface PlannedSource {
  key: string;
  kind: 'digest' | 'treaty' | 'text';
  title: string;
  attribution: string;
  url: string | null;
  language: string;
  text: string;
  passages: PlannedPassage[];
}

/** Where a citation stands in the text of its source, or null. */
export type CitationPlace = (citation: MapCitation) => { start: number; end: number } | null;

// Marks that turn the direction of a line could make a text read differently from what is stored. One unit each, replaced
// by one unit, so that every offset into the text stays true.
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;
const asStored = (text: string): string => text.replace(DIRECTION_MARKS, ' ');

const GAP = '\n\n';

export function planSource(
  source: MapSource,
  map: MapDocument,
  language: string,
  report: ImportReport,
): { source: PlannedSource; placeOf: CitationPlace } {
  const place = `source ${source.key}`;
  const isMade = source.text.trim() === '';
  const text = isMade ? textFromCitations(source, map) : asStored(source.text);
  if (isMade) note(report, 'guessed', 'source-from-citations', place);
  const url = webAddress(source.url);
  if (source.url !== undefined && url === null) note(report, 'dropped', 'url-left-out', place);
  const given = isMade ? [] : (source.passages ?? []);
  const passages = given.length > 0 ? passagesAsGiven(given, place, report) : paragraphsOf(text, language);
  if (given.length === 0 && !isMade) note(report, 'guessed', 'passages-from-paragraphs', place);
  return {
    source: {
      key: source.key,
      kind: source.kind === 'digest' || source.kind === 'treaty' ? source.kind : 'text',
      title: shorten(cleanLine(source.title) || source.key, LIMITS.sourceTitle),
      attribution: shorten(cleanLine(source.attribution ?? ''), LIMITS.sourceAttribution),
      url,
      language: source.language ?? language,
      text,
      passages,
    },
    placeOf: (citation) => placeIn(text, isMade ? null : (passages[0] ?? null), citation),
  };
}

/** `first` is the paragraph that stands for the whole; null for a text made of its citations, which is cited whole. */
function placeIn(text: string, first: PlannedPassage | null, { start, end, exact }: MapCitation) {
  if (first && start !== undefined && end !== undefined) return start < end ? { start, end } : null;
  const words = exact && asStored(exact);
  if (words) {
    const at = text.indexOf(words);
    return at < 0 ? null : { start: at, end: at + words.length };
  }
  return first ? { start: first.start, end: first.end } : { start: 0, end: text.length };
}

/** All that is known of a source whose text is not at hand: its title and address, and the words cited from it. */
function textFromCitations(source: MapSource, map: MapDocument): string {
  const cited = map.claims.flatMap(({ citations }) =>
    citations.filter((citation) => citation.source === source.key).flatMap(({ exact }) => exact ?? []),
  );
  const head = [source.title, ...(source.url ? [source.url] : [])].join('\n');
  return asStored([head, ...new Set(cited.filter((words) => words.trim() !== ''))].join(GAP));
}

function webAddress(url: string | undefined): string | null {
  return url !== undefined && /^https?:\/\/\S+$/i.test(url)
    ? url.replace(/^https?/i, (scheme) => scheme.toLowerCase())
    : null;
}

function passagesAsGiven(
  given: NonNullable<MapSource['passages']>,
  place: string,
  report: ImportReport,
): PlannedPassage[] {
  return given.flatMap(({ key, heading, start, end, sentences = [] }) => {
    if (start >= end) {
      note(report, 'dropped', 'passage-empty', `${place}, passage ${key}`);
      return [];
    }
    return [
      {
        key,
        heading: heading ?? null,
        start,
        end,
        sentences: sentences
          .filter((sentence) => sentence.start < sentence.end)
          .map((sentence) => ({ ...sentence, isContext: sentence.isContext ?? false })),
      },
    ];
  });
}

/** Units in which sentences are looked for: longer ones are nobody's sentence, and are cut. */
const SENTENCE_WINDOW = 3000;

/** Paragraphs, parted by blank lines, with their sentences as the language parts them. */
export function paragraphsOf(text: string, language: string): PlannedPassage[] {
  const segmenter = new Intl.Segmenter(supported(language), { granularity: 'sentence' });
  const passages: PlannedPassage[] = [];
  // A line of white space only parts paragraphs; each alternative begins with another character, so nothing is read twice.
  for (const match of text.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g)) {
    const start = match.index;
    const words = match[0].trimEnd();
    const key = `p${passages.length + 1}`;
    const sentences = [...segmentsOf(words, segmenter, SENTENCE_WINDOW)]
      .map((piece) => ({
        start: start + piece.start,
        end: start + piece.start + words.slice(piece.start, piece.end).trimEnd().length,
      }))
      .filter((range) => range.start < range.end)
      .map((range, index) => ({ key: `${key}.s${index + 1}`, ...range, isContext: false }));
    passages.push({ key, heading: null, start, end: start + words.length, sentences });
  }
  return passages;
}

const supported = (language: string): string =>
  Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : 'en';
