import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf, type Element, isElement, isHidden, type Node, wordsIn } from './html-nodes';

/** The part of a page that is its text. */

/** A part that calls itself the main one and holds less than this of the page's words is not believed. */
const LEAST_SHARE = 0.25;

const isNamed =
  (tagName: string, role: string) =>
  (element: Element): boolean =>
    element.tagName === tagName || attributeOf(element, 'role') === role;

const isMain = isNamed('main', 'main');
const isArticle = isNamed('article', 'article');

/** Elements that hold for the question and stand in no other such element. */
function outermost(root: Node, holds: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const seen: Node[] = [root];
  for (let node = seen.pop(); node; node = seen.pop()) {
    if (isElement(node)) {
      if (isHidden(node)) continue;
      if (holds(node)) {
        found.push(node);
        continue;
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) seen.push(child);
  }
  return found;
}

const first = (root: Node, tagName: string): Element | null =>
  outermost(root, (element) => element.tagName === tagName).at(-1) ?? null;

/**
 * The article of a page, or its main part, or its body.
 * @returns `leftOut` is how many parts with words stand beside it; `title` is what the page calls itself
 */
export function mainPart(page: DefaultTreeAdapterTypes.Document): {
  root: Node;
  leftOut: number;
  title: string | null;
} {
  const body = first(page, 'body') ?? page;
  const whole = wordsIn(body);
  const isEnough = (part: Element): boolean => wordsIn(part) >= whole * LEAST_SHARE;
  const [main = null] = outermost(body, isMain).filter(isEnough);
  const within = main ?? body;
  const articles = outermost(within, isArticle);
  // Several articles are a list of them, unless one is by far the longest (the others are comments, or teasers).
  const [longest, next] = articles
    .map((element) => ({ element, words: wordsIn(element) }))
    .sort((one, other) => other.words - one.words);
  const isOne = longest && longest.words >= whole * LEAST_SHARE && longest.words > (next?.words ?? 0) * 3;
  const root = isOne ? longest.element : within;
  const left = whole - wordsIn(root);
  return { root, leftOut: left > 0 ? partsBeside(body, root) : 0, title: titleOf(page, root) };
}

/** Children with words along the way from the body to the part that was chosen. */
function partsBeside(body: Node, root: Node): number {
  let count = 0;
  let at: Node = root;
  while (at !== body && 'parentNode' in at && at.parentNode) {
    const parent: Node = at.parentNode;
    for (const sibling of parent.childNodes) if (sibling !== at && wordsIn(sibling) > 0) count += 1;
    at = parent;
  }
  return count;
}

function titleOf(page: Node, root: Node): string | null {
  const [meta] = outermost(
    page,
    (element) => element.tagName === 'meta' && attributeOf(element, 'property') === 'og:title',
  );
  const said = meta?.attrs.find(({ name }) => name === 'content')?.value ?? '';
  const candidates = [said, textOf(first(root, 'h1')), textOf(first(page, 'title'))];
  return candidates.map((text) => text.replace(/\s+/g, ' ').trim()).find((text) => text !== '') ?? null;
}

function textOf(root: Element | null): string {
  const texts: string[] = [];
  const seen: Node[] = root ? [root] : [];
  for (let node = seen.pop(); node; node = seen.pop()) {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if ('childNodes' in node)
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
        const child = node.childNodes[at];
        if (child) seen.push(child);
      }
  }
  return texts.join('').slice(0, 1000);
}
