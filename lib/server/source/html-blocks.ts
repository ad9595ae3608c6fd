import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';
import type { Block, ParsedDocument } from '../../domain/source/document/document';
import { DocumentRefusedError } from '../../domain/source/document/document-refusal';
import type { Losses } from '../../domain/source/document/losses';
import { mainPart } from './html-main-part';
import { attributeOf, classOf, type Element, isElement, isHidden, type Node, wordsIn } from './html-nodes';

/** HTML as headings and paragraphs. What is no part of the text is left out and counted. Nothing recurses: HTML nests as deeply as it likes. */

const PAGE_PARTS = new Set(['nav', 'aside', 'footer', 'menu', 'search']);
const CONTROLS = new Set([
  'button',
  'input',
  'select',
  'textarea',
  'option',
  'datalist',
  'progress',
  'meter',
]);
const EMBEDDED = new Set([
  'svg',
  'canvas',
  'video',
  'audio',
  'iframe',
  'object',
  'embed',
  'applet',
  'frame',
  'map',
]);
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'link',
  'meta',
  'title',
  'base',
  'param',
  'source',
  'track',
  'col',
  'colgroup',
  'wbr',
  'area',
]);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLOCKS = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  ...HEADINGS,
]);

/** Browsers stop at 512; a page that never closes its `font` tags goes further. */
const MOST_DEPTH = 2_000;

/** Nodes as the parser makes them, up to a depth: what it does for a tag grows with how deep the tag is. */
function boundedNodes(): typeof defaultTreeAdapter {
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1;
      if (depth > MOST_DEPTH) throw new DocumentRefusedError('too-deep');
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
}

/** A whole page, of which the main part is taken. */
export function htmlDocument(html: string, losses: Losses): ParsedDocument {
  const page = parse(html, { treeAdapter: boundedNodes() });
  const { root, leftOut, title } = mainPart(page);
  losses.add('page-parts', leftOut);
  const blocks = blocksIn(root, losses);
  return { title: title ?? blocks.find(({ kind }) => kind === 'heading')?.text ?? null, blocks };
}

/** A piece of HTML, taken whole. */
export const htmlBlocks = (html: string, losses: Losses): Block[] =>
  blocksIn(parseFragment(html, { treeAdapter: boundedNodes() }), losses);

/** One step of the walk: into a node, or out of it. */
type Step = { node: Node; isLeaving: boolean };

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

function blocksIn(root: Node, losses: Losses): Block[] {
  const writer = new BlockWriter();
  const steps: Step[] = [{ node: root, isLeaving: false }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, isLeaving } = step;
    if (isLeaving) {
      if (isElement(node)) writer.leave(node);
      continue;
    }
    if (node.nodeName === '#text') {
      writer.words((node as DefaultTreeAdapterTypes.TextNode).value);
      continue;
    }
    if (isElement(node)) {
      if (node !== root && isLeftOut(node, losses)) continue;
      writer.enter(node, losses);
      steps.push({ node, isLeaving: true });
    }
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child) steps.push({ node: child, isLeaving: false });
    }
  }
  return writer.done();
}

const isFootnotes = (element: Element): boolean =>
  /footnote|endnote/i.test(`${attributeOf(element, 'role')} ${classOf(element)}`);

function isLeftOut(element: Element, losses: Losses): boolean {
  const { tagName } = element;
  if (SILENT.has(tagName)) return true;
  if (tagName === 'img' || tagName === 'picture') {
    losses.add('images');
    return true;
  }
  if (EMBEDDED.has(tagName)) {
    losses.add(tagName === 'svg' ? 'images' : 'embedded');
    return true;
  }
  if (CONTROLS.has(tagName)) {
    losses.add('forms');
    return true;
  }
  if (isHidden(element)) {
    if (wordsIn(element) > 0) losses.add('hidden');
    return true;
  }
  if (isFootnotes(element)) return false;
  const role = attributeOf(element, 'role');
  if (
    PAGE_PARTS.has(tagName) ||
    ['navigation', 'banner', 'contentinfo', 'complementary', 'search'].includes(role)
  ) {
    if (wordsIn(element) > 0) losses.add('page-parts');
    return true;
  }
  // A form around the whole page is the page; one within it is a form.
  if (tagName === 'form' && wordsIn(element) < 400) {
    losses.add('forms');
    return true;
  }
  if (tagName === 'math') losses.add('formulas');
  return false;
}

/** Where the writer is: whether white space counts, what table or list it is in. */
interface Table {
  isLayout: boolean;
  cells: string[];
  rows: string[];
}
interface List {
  items: string[];
  number: number | null;
  isNotes: boolean;
}

class BlockWriter {
  readonly #blocks: Block[] = [];
  readonly #tables: Table[] = [];
  readonly #lists: List[] = [];
  #text = '';
  #heading = 0;
  #pre = 0;
  /** Within a data table or a list of short items words are collected, not written. */
  #held: { kind: 'cell' | 'item'; before: string }[] = [];

  words(text: string): void {
    this.#text += this.#pre > 0 ? text : text.replace(/[\t\n\f\r ]+/g, ' ');
  }

  enter(element: Element, losses: Losses): void {
    const { tagName } = element;
    if (tagName === 'br') this.#text += '\n';
    if (tagName === 'a' && /^(?:https?:)?\/\//i.test(attributeOf(element, 'href'))) losses.add('links');
    if (!BLOCKS.has(tagName)) return;
    this.#endBlock();
    if (tagName === 'pre') this.#pre += 1;
    if (HEADINGS.has(tagName)) this.#heading += 1;
    if (tagName === 'table') {
      const isLayout = isLayoutTable(element);
      if (!isLayout) losses.add('tables');
      this.#tables.push({ isLayout, cells: [], rows: [] });
    }
    if ((tagName === 'td' || tagName === 'th') && this.#tables.at(-1)?.isLayout === false) this.#hold('cell');
    if (tagName === 'ol' || tagName === 'ul') {
      const start = Number.parseInt(attributeOf(element, 'start') || '1', 10);
      const number = tagName === 'ol' ? (Number.isNaN(start) ? 1 : start) : null;
      this.#lists.push({ items: [], number, isNotes: false });
    }
    if (tagName === 'li' && this.#lists.length > 0) {
      this.#hold('item');
      const note = /^(?:foot|end)note-\d+$/.test(attributeOf(element, 'id'));
      const list = this.#lists.at(-1);
      if (note && list) {
        list.isNotes = true;
        losses.add('footnotes');
      }
    }
  }

  leave(element: Element): void {
    const { tagName } = element;
    if (!BLOCKS.has(tagName)) return;
    if (tagName === 'td' || tagName === 'th') this.#endCell();
    else if (tagName === 'li') this.#endItem();
    else this.#endBlock();
    if (tagName === 'pre') this.#pre -= 1;
    if (HEADINGS.has(tagName)) this.#heading -= 1;
    if (tagName === 'tr') this.#endRow();
    if (tagName === 'table') this.#endTable();
    if (tagName === 'ol' || tagName === 'ul') this.#endList();
  }

  done(): Block[] {
    this.#endBlock();
    return this.#blocks;
  }

  /** A paragraph ends; inside a cell or an item it only ends a line. */
  #endBlock(): void {
    if (this.#held.length > 0) {
      if (this.#text.trim() !== '' && !/\n\s*$/.test(this.#text)) this.#text += '\n';
      return;
    }
    const text = this.#text.trim();
    this.#text = '';
    if (text === '') return;
    const parts = this.#heading > 0 ? [text.replace(/\s*\n\s*/g, ' ')] : text.split(/\n[^\S\n]*\n\s*/);
    for (const part of parts) this.#write({ kind: this.#heading > 0 ? 'heading' : 'paragraph', text: part });
  }

  #write(block: Block): void {
    if (block.text.trim() !== '') this.#blocks.push(block);
  }

  /** Begins a text of its own, until `#release` hands it out and goes on with the one around it. */
  #hold(kind: 'cell' | 'item'): void {
    this.#held.push({ kind, before: this.#text });
    this.#text = '';
  }

  #release(): string {
    const text = this.#text.trim();
    this.#text = this.#held.pop()?.before ?? '';
    return text;
  }

  #endCell(): void {
    const table = this.#tables.at(-1);
    if (!table || table.isLayout || this.#held.at(-1)?.kind !== 'cell') {
      this.#endBlock();
      return;
    }
    table.cells.push(this.#release().replace(/\s*\n\s*/g, ' '));
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (!table || table.isLayout) return;
    const cells = table.cells.filter((cell) => cell !== '');
    if (cells.length > 0) table.rows.push(cells.join(' | '));
    table.cells = [];
  }

  #endTable(): void {
    this.#endRow();
    const table = this.#tables.pop();
    if (table && table.rows.length > 0) this.#lines(table.rows);
  }

  #endItem(): void {
    const list = this.#lists.at(-1);
    if (!list || this.#held.at(-1)?.kind !== 'item') {
      this.#endBlock();
      return;
    }
    const text = this.#release().replace(/\s*↑\s*$/, '');
    if (text === '') return;
    // A note is named as the words above name it, which number the notes from 1 on.
    const mark = list.number === null ? '• ' : list.isNotes ? `[${list.number}] ` : `${list.number}. `;
    if (list.number !== null) list.number += 1;
    list.items.push(mark + text);
  }

  #endList(): void {
    const list = this.#lists.pop();
    if (!list || list.items.length === 0) return;
    // Each item is a paragraph: it can be cited by itself. A list within an item, or in a cell, stays in it.
    if (this.#held.length > 0) this.#lines(list.items);
    else for (const text of list.items) this.#write({ kind: 'paragraph', text });
  }

  /** Lines of one paragraph, or of the cell or item around it. */
  #lines(lines: readonly string[]): void {
    if (this.#held.length > 0) this.#text = `${this.#text.trimEnd()}\n${lines.join('\n')}\n`;
    else this.#write({ kind: 'paragraph', text: lines.join('\n') });
  }
}

/** Tables that arrange a page: said so, of one column, or with paragraphs, lists or tables in their cells. */
function isLayoutTable(table: Element): boolean {
  const role = attributeOf(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  const seen: Node[] = [...table.childNodes];
  let widest = 0;
  let paragraphs = 0;
  let cells = 0;
  for (let node = seen.pop(); node; node = seen.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === 'table') return true;
    if (node.tagName === 'tr')
      widest = Math.max(
        widest,
        node.childNodes.filter((child) => child.nodeName === 'td' || child.nodeName === 'th').length,
      );
    if (node.tagName === 'td' || node.tagName === 'th') cells += 1;
    if (node.tagName === 'p') paragraphs += 1;
    for (const child of node.childNodes) seen.push(child);
  }
  return widest < 2 || paragraphs > cells * 2;
}
