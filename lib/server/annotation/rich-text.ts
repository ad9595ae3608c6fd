import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { RichBlock, RichInline, RichText } from '../../domain/text/rich-text';

/**
 * Markdown to the safe subset. Raw HTML, images and everything unknown become plain text; a heading becomes a strong
 * paragraph, because a note must not disturb the outline of the page that shows it.
 */

const MOST_DEPTH = 8;

/** Quote marks beyond the depth that is kept say nothing, and thousands of them would exhaust the parser's stack. */
const DEEP_QUOTES = /^((?: {0,3}> ?){8})(?: {0,3}> ?)+/gm;

/** Parses a note's Markdown. Never throws on text within the app's limits; what the subset lacks is kept as text. */
export const richText = (markdown: string): RichText =>
  blocks(fromMarkdown(markdown.replace(DEEP_QUOTES, '$1')).children, 0);

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The address when it is one that a note may link to, else null. Relative addresses are refused too. */
export function safeHref(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return SCHEMES.has(url.protocol) ? url.href : null;
}

function blocks(nodes: readonly RootContent[], depth: number): RichBlock[] {
  return nodes.flatMap((node): RichBlock[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: inlines(node.children, depth) }];
      case 'heading':
        return [
          { type: 'paragraph', children: [{ type: 'strong', children: inlines(node.children, depth) }] },
        ];
      case 'blockquote':
        if (depth >= MOST_DEPTH) return blocks(node.children, depth);
        return [{ type: 'quote', children: blocks(node.children, depth + 1) }];
      case 'list':
        if (depth >= MOST_DEPTH) return node.children.flatMap((item) => blocks(item.children, depth));
        return [
          {
            type: 'list',
            isOrdered: node.ordered ?? false,
            items: node.children.map((item) => blocks(item.children, depth + 1)),
          },
        ];
      case 'code':
        return [{ type: 'paragraph', children: [{ type: 'code', value: node.value }] }];
      case 'html':
        return [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }];
      case 'definition':
      case 'thematicBreak':
        return [];
      default:
        return [];
    }
  });
}

function inlines(nodes: readonly PhrasingContent[], depth: number): RichInline[] {
  return nodes.flatMap((node): RichInline[] => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value }];
      case 'emphasis':
      case 'strong':
        if (depth >= MOST_DEPTH) return inlines(node.children, depth);
        return [{ type: node.type, children: inlines(node.children, depth + 1) }];
      case 'inlineCode':
        return [{ type: 'code', value: node.value }];
      case 'break':
        return [{ type: 'break' }];
      case 'html':
        return [{ type: 'text', value: node.value }];
      case 'link': {
        const href = safeHref(node.url);
        const children = inlines(node.children, depth);
        return href ? [{ type: 'link', href, children }] : children;
      }
      case 'image':
        return [{ type: 'text', value: node.alt ?? '' }];
      default:
        return [];
    }
  });
}
