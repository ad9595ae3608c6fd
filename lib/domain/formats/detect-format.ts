import type { FormatName } from './format-names';
import { FORMAT_NAMES, FORMATS } from './format-names';
import { fieldOf, listOf, recordOf } from './json-text';
import { KIALO_HEADS } from './kialo-lines';

/** Tells the format of a text from what is in it; the name of the file decides only where the content does not. */

/** A whole JSON value by its keys. */
function jsonFormat(value: unknown): FormatName | null {
  const root = recordOf(value);
  const has = (name: string) => fieldOf(root, name) !== undefined;
  const format = fieldOf(root, 'format');
  if (typeof format === 'string' && format.startsWith('standpoint/')) return 'json';
  if (has('AIF')) return 'xaif';
  if (has('nodes') && has('edges')) {
    const nodes = listOf(fieldOf(root, 'nodes')).slice(0, 50).map(recordOf);
    if (nodes.some((node) => fieldOf(node, 'nodeID') !== undefined) || has('locutions')) return 'aif';
    if (has('resources') || has('metadata') || has('analyst_name')) return 'sadface';
    if (nodes.some((node) => ['atom', 'scheme'].includes(String(fieldOf(node, 'type'))))) return 'sadface';
  }
  return has('claims') && has('relations') ? 'json' : null;
}

/** JSON that does not parse: by the keys that can be seen. */
function brokenJsonFormat(text: string): FormatName | null {
  if (/"format"\s*:\s*"standpoint\//.test(text)) return 'json';
  if (/"AIF"\s*:/.test(text)) return 'xaif';
  if (/"nodeID"\s*:|"locutions"\s*:/.test(text)) return 'aif';
  if (/"resources"\s*:|"source_id"\s*:|"analyst_name"\s*:/.test(text)) return 'sadface';
  return null;
}

function csvHeader(text: string): boolean {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  const cells = first
    .toLowerCase()
    .split(/[,;\t]/)
    .map((cell) => cell.replace(/^\s*"|"\s*$/g, '').trim());
  return (cells.includes('id') && cells.includes('text')) || (cells.includes('from') && cells.includes('to'));
}

const ARGDOWN = [
  // Front matter; a titled statement or argument; an arrow; a written-out argument.
  /^[ \t]*={3,}[ \t]*$/m,
  /^[ \t]*(\[[^\]\n]+\]|<[^>\n]+>)[ \t]*(:|$|\{)/m,
  /^[ \t]+(<?[+-]|[+-]>|<_|_>?|><)[ \t]+\S/m,
  /^\(\d+\)[ \t]+\S/m,
];

/** What the content is beyond doubt, or null. */
function certainFormat(text: string): FormatName | null {
  const start = text.trimStart();
  if (start.startsWith(KIALO_HEADS.first) || start.startsWith(KIALO_HEADS.second)) return 'kialo';
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<graphml[\s>]/.test(start)) return 'graphml';
  if (/^(<\?xml[^>]*>\s*)?<svg[\s>]/.test(start)) return 'svg';
  if (/^(strict\s+)?(di)?graph\b[^{\n]*\{/.test(start)) return 'dot';
  if (csvHeader(start)) return 'csv';
  return null;
}

const isJsonLike = (text: string): boolean => /^\s*[[{]\s*(["[{\]}]|$)/.test(text);

/** A text whose JSON may be looked at: the nesting was counted. */
export interface DetectInput {
  text: string;
  /** Parses within the limits; throws when the text is not JSON. */
  parse: (text: string) => unknown;
  fileName?: string | undefined;
}

export interface Detected {
  format: FormatName | null;
  /** The content cannot be anything else. */
  isCertain: boolean;
}

function byName(fileName: string | undefined): FormatName | null {
  const name = (fileName ?? '').toLowerCase();
  if (/\.(argdown|ad)$/.test(name)) return 'argdown';
  const byLength = [...FORMAT_NAMES].sort(
    (a, b) => FORMATS[b].extension.length - FORMATS[a].extension.length,
  );
  return (
    byLength.find((format) => name.endsWith(`.${FORMATS[format].extension}`) && format !== 'kialo') ?? null
  );
}

/** The format of a text. */
export function detectFormat({ text, parse, fileName }: DetectInput): Detected {
  if (isJsonLike(text)) {
    let format: FormatName | null;
    try {
      format = jsonFormat(parse(text));
    } catch {
      format = brokenJsonFormat(text);
    }
    // A JSON file of no known shape is not Argdown, whatever it is called.
    const named = byName(fileName);
    return { format: format ?? (named === 'argdown' ? null : named), isCertain: format !== null };
  }
  const certain = certainFormat(text);
  if (certain) return { format: certain, isCertain: true };
  const named = byName(fileName);
  if (named) return { format: named, isCertain: false };
  return { format: ARGDOWN.some((pattern) => pattern.test(text)) ? 'argdown' : null, isCertain: false };
}
