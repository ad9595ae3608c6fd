import { textLines } from '@/lib/domain/formats/svg-parts';
import { textWidthPx } from '@/lib/domain/layout/text-metrics';

/** What a file of a picture says besides. */
export interface FileLines {
  question: string;
  /** The motion, the room, what is shown. */
  about: readonly string[];
  /** Of how many it speaks, the method and the day. */
  notes: readonly string[];
}

/** Lines of one text in a file. */
const MOST_LINES = 30;
const COPIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'paint-order',
  'transform',
  'visibility',
] as const;

/** Around the picture: alone it has no page to stand on. */
const MARGIN = 16;
/** Told to a picture, so that it can hold for a moment what the page draws otherwise. */
export const COPY_STARTS = 'copystart';
export const COPY_ENDS = 'copyend';

/** The file has none of its own: the name by which the page knows its font means nothing outside. */
const FONTS = "'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif";
/** Fonts that stand in for ours may be wider. */
const SPARE = 0.88;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A picture of the page as a file of its own: with the colours and type that it has now, on the page's ground, with its question,
 * what its marks mean and of whom it speaks, and without what only its reader may see (`data-own`) or press (`data-control`).
 * @param key what the marks mean, as list items with a mark and words each
 */
export function svgText(picture: SVGSVGElement, lines: FileLines, key: Element | null): string {
  picture.dispatchEvent(new Event(COPY_STARTS));
  const text = textOf(picture, lines, key);
  picture.dispatchEvent(new Event(COPY_ENDS));
  return text;
}

function textOf(picture: SVGSVGElement, lines: FileLines, key: Element | null): string {
  const copy = copyOf(picture);
  const seen = picture.viewBox.baseVal;
  const shownPx = picture.getBoundingClientRect().width;
  // Words around it are as large as those of the page, however large the picture is drawn.
  const unit = shownPx > 0 ? seen.width / shownPx : 1;
  const widthPx = seen.width / unit;
  const above = new Words(widthPx);
  above.add(lines.question, 18, 24, true);
  for (const line of lines.about) above.add(line, 13, 18);
  const below = new Words(widthPx);
  if (key) below.addKey(key);
  for (const note of lines.notes) below.add(note, 13, 18);
  const gap = MARGIN * unit;
  const y = seen.y - 2 * gap - above.height * unit;
  const x = seen.x - gap;
  const width = seen.width + 2 * gap;
  const height = seen.height + 4 * gap + (above.height + below.height) * unit;
  place(above.group, seen.x, seen.y - gap - above.height * unit, unit);
  place(below.group, seen.x, seen.y + seen.height + gap, unit);
  copy.append(above.group, below.group);
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('viewBox', [x, y, width, height].join(' '));
  copy.setAttribute('width', String(Math.round(width / unit)));
  copy.setAttribute('height', String(Math.round(height / unit)));
  const ground = made('rect', { x, y, width, height });
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  if (!copy.querySelector('title')) {
    const name = made('title', {});
    name.textContent = lines.question;
    copy.prepend(name);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** With the looks that it has on the page, and without what is its reader's own. */
function copyOf(picture: SVGSVGElement): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [index, original] of originals.entries()) {
    const looks = getComputedStyle(original);
    const target = copies[index];
    if (!target) continue;
    for (const name of COPIED) {
      const value = looks.getPropertyValue(name);
      if (value !== '' && value !== 'none' && value !== 'normal') target.style.setProperty(name, value);
      else if (value === 'none') target.style.setProperty(name, 'none');
    }
    target.removeAttribute('class');
    // What names the page's own colours means nothing outside of it; the looks above have them.
    for (const { name, value } of [...target.attributes]) {
      if (name !== 'style' && value.includes('var(')) target.removeAttribute(name);
    }
  }
  for (const hidden of copy.querySelectorAll('[data-own], [data-control], foreignObject')) hidden.remove();
  return copy;
}

function made(name: string, values: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(values)) element.setAttribute(attribute, String(value));
  return element;
}

const place = (group: SVGElement, x: number, y: number, unit: number) =>
  group.setAttribute('transform', `translate(${x} ${y}) scale(${unit})`);

/** Lines of words under each other, in px of the page. */
class Words {
  readonly group = made('g', {});
  height = 0;

  constructor(private readonly widthPx: number) {
    const { color } = getComputedStyle(document.body);
    this.group.setAttribute('style', `fill: ${color}; stroke: none; font-family: ${FONTS}`);
  }

  add(text: string, sizePx: number, linePx: number, isStrong = false) {
    const font = 'sans-strong' as const;
    for (const line of textLines(text, { font, sizePx, linePx }, this.widthPx * SPARE, MOST_LINES)) {
      this.group.append(this.text(line, 0, this.height + sizePx, sizePx, isStrong));
      this.height += linePx;
    }
  }

  /** Marks with their words, in rows. */
  addKey(key: Element) {
    let x = 0;
    for (const item of key.querySelectorAll('li:not([data-own])')) {
      const mark = item.querySelector('svg');
      const name = item.textContent?.trim() ?? '';
      const markPx = mark?.getBoundingClientRect().width ?? 0;
      const itemPx = markPx + 6 + textWidthPx(name, 'sans-strong', 13);
      if (x > 0 && x + itemPx > this.widthPx) {
        x = 0;
        this.height += 20;
      }
      if (mark) {
        const copy = copyOf(mark);
        copy.setAttribute('x', String(x));
        copy.setAttribute('y', String(this.height));
        this.group.append(copy);
      }
      this.group.append(this.text(name, x + markPx + 6, this.height + 12, 13, false));
      x += itemPx + 20;
    }
    if (x > 0) this.height += 26;
  }

  private text(words: string, x: number, y: number, sizePx: number, isStrong: boolean): SVGElement {
    const text = made('text', { x, y, 'font-size': sizePx, 'font-weight': isStrong ? 600 : 400 });
    text.textContent = words;
    return text;
  }
}
