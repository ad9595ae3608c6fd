import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;

/** An attribute in lower case, or the empty string. */
export const attributeOf = (element: Element, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value.toLowerCase() ?? '';

export const classOf = (element: Element): string =>
  `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`;

/** What a browser would not show, as far as the element says it itself. */
export function isHidden(element: Element): boolean {
  if (element.attrs.some(({ name }) => name === 'hidden')) return true;
  if (attributeOf(element, 'aria-hidden') === 'true') return true;
  if (element.tagName === 'dialog' && !element.attrs.some(({ name }) => name === 'open')) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/.test(attributeOf(element, 'style'));
}

const NO_WORDS = new Set(['script', 'style', 'noscript', 'template', 'svg']);

/** How many characters of text an element holds, white space aside. Not recursive. */
export function wordsIn(root: Node): number {
  let length = 0;
  const seen: Node[] = [root];
  for (let node = seen.pop(); node; node = seen.pop()) {
    if (node.nodeName === '#text' && 'value' in node) length += node.value.replace(/\s+/g, '').length;
    if (NO_WORDS.has(node.nodeName) || !('childNodes' in node)) continue;
    for (const child of node.childNodes) seen.push(child);
  }
  return length;
}
