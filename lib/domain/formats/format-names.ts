/** The formats by the names that the command line, the API and the pages share. */

export const FORMAT_NAMES = [
  'json',
  'argdown',
  'aif',
  'xaif',
  'sadface',
  'kialo',
  'csv',
  'graphml',
  'dot',
  'svg',
  'markdown',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

export const isFormatName = (name: string): name is FormatName =>
  (FORMAT_NAMES as readonly string[]).includes(name);

/** Formats that can be read; the others are pictures and lists for other programs. */
export const READABLE_FORMATS = ['json', 'argdown', 'aif', 'xaif', 'sadface', 'kialo', 'csv'] as const;
export type ReadableFormat = (typeof READABLE_FORMATS)[number];

export const isReadable = (format: FormatName): format is ReadableFormat =>
  (READABLE_FORMATS as readonly string[]).includes(format);

interface FormatFacts {
  /** As the format's users call it; a name, the same in every language. */
  label: string;
  /** Without a dot. */
  extension: string;
  mediaType: string;
}

export const FORMATS: Record<FormatName, FormatFacts> = {
  json: { label: 'standpoint/map@1', extension: 'json', mediaType: 'application/json' },
  argdown: { label: 'Argdown', extension: 'argdown', mediaType: 'text/plain' },
  aif: { label: 'AIF', extension: 'aif.json', mediaType: 'application/json' },
  xaif: { label: 'xAIF', extension: 'xaif.json', mediaType: 'application/json' },
  sadface: { label: 'SADFace', extension: 'sadface.json', mediaType: 'application/json' },
  kialo: { label: 'Kialo', extension: 'txt', mediaType: 'text/plain' },
  csv: { label: 'CSV', extension: 'csv', mediaType: 'text/csv' },
  graphml: { label: 'GraphML', extension: 'graphml', mediaType: 'application/graphml+xml' },
  dot: { label: 'DOT', extension: 'dot', mediaType: 'text/vnd.graphviz' },
  svg: { label: 'SVG', extension: 'svg', mediaType: 'image/svg+xml' },
  markdown: { label: 'Markdown', extension: 'md', mediaType: 'text/markdown' },
};
