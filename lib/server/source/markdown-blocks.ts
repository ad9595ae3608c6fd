import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, ParsedDocument } from '../../domain/source/document/document';
import type { Losses } from '../../domain/source/document/losses';
import { htmlBlocks } from './html-blocks';

/** Markdown as headings and paragraphs. */

const FRONT_MATTER = /^---[^\S\n]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/;
/** Quote marks beyond the depth that a text needs say nothing, and thousands of them would exhaust the parser's stack. */
const DEEP_QUOTES = /^((?: {0,3}> ?){16})(?: {0,3}> ?)+/gm;
/** A line that ends on purpose; the others end anywhere. */
const HARD_BREAK = '\u2028';
const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** A whole file, with what stands before its text as names and values (YAML) left out. */
export function markdownDocument(markdown: string, losses: Losses): ParsedDocument {
  const lines = markdown.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  const matter = FRONT_MATTER.exec(lines);
  if (matter) losses.add('front-matter', matter[1]?.split('\n').filter((line) => line.trim() !== '').length);
  const text = (matter ? lines.slice(matter[0].length) : lines).replace(DEEP_QUOTES, '$1');
  const blocks = fromMarkdown(text).children.flatMap((node) => blocksOf(node, losses));
  const said = /^title:[^\S\n]*["']?(.+?)["']?[^\S\n]*$/m.exec(matter?.[1] ?? '')?.[1];
  return { title: said ?? blocks.find(({ kind }) => kind === 'heading')?.text ?? null, blocks };
}

function blocksOf(node: RootContent, losses: Losses): Block[] {
  const paragraph = (text: string): Block[] => [{ kind: 'paragraph', text }];
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', text: wordsOf(node.children, losses) }];
    case 'paragraph':
      return paragraph(tableOf(wordsOf(node.children, losses), losses));
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, losses));
    case 'list':
      return itemsOf(node, losses).flatMap(paragraph);
    case 'code':
      return paragraph(node.value);
    case 'html':
      return htmlBlocks(node.value, losses);
    case 'definition':
      // `[^1]: Word` is a note of one word to those who write notes, and an address to CommonMark.
      return node.label?.startsWith('^') ? paragraph(`[${node.label}] ${node.url}`) : [];
    default:
      return [];
  }
}

function itemsOf(list: Extract<RootContent, { type: 'list' }>, losses: Losses): string[] {
  return list.children.flatMap((item, index) => {
    const mark = list.ordered ? `${(list.start ?? 1) + index}. ` : '• ';
    const lines = item.children.flatMap((child) => blocksOf(child, losses)).map(({ text }) => text);
    return lines.length === 0 ? [] : [mark + lines.join('\n')];
  });
}

function wordsOf(nodes: readonly PhrasingContent[], losses: Losses): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value;
        case 'break':
          return HARD_BREAK;
        case 'image':
        case 'imageReference':
          losses.add('images');
          return '';
        case 'html':
          return '';
        case 'link':
          if (/^https?:/i.test(node.url)) losses.add('links');
          return wordsOf(node.children, losses);
        case 'linkReference':
          if (node.label?.startsWith('^')) return `[${node.label}]`;
          losses.add('links');
          return wordsOf(node.children, losses);
        case 'emphasis':
        case 'strong':
        case 'delete':
          return wordsOf(node.children, losses);
        default:
          return '';
      }
    })
    .join('');
}

/** Lines of Markdown are broken anywhere; only those of a table of pipes mean something. */
function tableOf(text: string, losses: Losses): string {
  const lines = text.split('\n');
  if (lines.length < 2 || !lines[0]?.includes('|') || !TABLE_RULE.test(lines[1] ?? ''))
    return text.replace(/\s*\n\s*/g, ' ').replace(/ *\u2028 */g, '\n');
  losses.add('tables');
  return lines
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .replace(/^\s*\||\|\s*$/g, '')
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' | '),
    )
    .join('\n');
}
