import type { CarriedField } from './losses';
import { reportLosses } from './losses';
import type { MapClaim, MapDocument, MapSource } from './map-document';
import { DEEPEST_OUTLINE, outlineTree, shallowRows } from './outline-tree';
import { RefusedError } from './refusal';
import type { WriteContext } from './writing';

/** Markdown out: the map as nested lists, with what each claim cites and, at the end, the sources. */

const CARRIED: readonly CarriedField[] = [
  'title',
  'question',
  'summary',
  'code',
  'motion',
  'speaker',
  'sources',
  'citations',
  'quotes',
  'undercuts',
];

/** Claims further down stand below one another without moving further in. */
const MOST_INDENTS = 30;

/** Text on one line in which nothing is markup, HTML included. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    // An address would become a link by itself.
    .replace(/(https?|ftp|www)([:.])/gi, '$1\\$2');

const paragraphs = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/\n\s*\n/)
    .map(plain)
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => [paragraph, '']);

/** An address in angle brackets, when it is one of the web. */
const address = (url: string | undefined): string =>
  url !== undefined && /^https?:\/\/[^\s<>"\\]+$/i.test(url) ? ` <${url}>` : '';

function claimLine({ code, text, speaker, isMotion }: MapClaim): string {
  const name = code === undefined ? '' : `**${plain(code)}** `;
  const words = isMotion ? `**${plain(text)}**` : plain(text);
  return `${name}${words}${speaker === undefined ? '' : ` (${plain(speaker)})`}`;
}

function sourceList(sources: readonly MapSource[]): string[] {
  if (sources.length === 0) return [];
  return [
    '---',
    '',
    ...sources.map(({ title, url }, index) => `${index + 1}. ${plain(title)}${address(url)}`),
    '',
  ];
}

/**
 * A Markdown outline.
 * @throws RefusedError when claims stand below claims deeper than a list can be read.
 */
export function writeMarkdown(map: MapDocument, { report }: WriteContext): string {
  reportLosses(map, 'markdown', CARRIED, report);
  const claims = new Map(map.claims.map((claim) => [claim.id, claim]));
  const numbers = new Map(map.sources.map(({ key }, index) => [key, index + 1]));
  const lines: string[] = [];
  for (const { claimId, relation, number, depth, seenAs } of shallowRows(outlineTree(map))) {
    if (depth > DEEPEST_OUTLINE) throw new RefusedError('too-deep', { limit: DEEPEST_OUTLINE });
    const claim = claims.get(claimId);
    if (!claim) continue;
    const margin = '  '.repeat(Math.min(depth - 1, MOST_INDENTS));
    const role = relation === null ? '' : `*${relation.kind}* · `;
    if (seenAs !== null) {
      lines.push(`${margin}- ${number} ${role}→ ${seenAs}`);
      continue;
    }
    lines.push(`${margin}- ${number} ${role}${claimLine(claim)}`);
    for (const { source, exact } of claim.citations) {
      const quote = exact === undefined ? '' : `“${plain(exact)}” `;
      lines.push(`${margin}  > ${quote}[${numbers.get(source) ?? ''}]`, '');
    }
  }
  const head = [`# ${plain(map.title)}`, '', ...paragraphs(map.question), ...paragraphs(map.summary)];
  return `${[...head, ...lines, '', ...sourceList(map.sources)].join('\n').trimEnd()}\n`;
}
