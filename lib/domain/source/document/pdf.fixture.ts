/** Small PDFs for tests. Letters are written as their UTF-16 units, which the file says itself, so any script works. */

export interface DrawnLine {
  text: string;
  x: number;
  y: number;
  size?: number;
}

const HALF_AN_EM = 500;

const hexOf = (text: string): string =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');

const streamOf = (content: string, more = ''): string =>
  `<< /Length ${content.length}${more} >>\nstream\n${content}\nendstream`;

const TO_UNICODE =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ' +
  `100 beginbfrange ${Array.from({ length: 100 }, (_, page) => {
    const high = page.toString(16).padStart(2, '0');
    return `<${high}00> <${high}ff> <${high}00>`;
  }).join(' ')} endbfrange endcmap end end`;

/** The content of a page in Helvetica, as most tools write it; ASCII only. */
export const plainContent = (text: string): string =>
  `BT /F2 12 Tf 72 700 Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;

const contentOf = (lines: readonly DrawnLine[]): string =>
  lines
    .map(({ text, x, y, size = 11 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hexOf(text)}> Tj ET`)
    .join('\n');

export interface PdfParts {
  title?: string;
  /** More entries of the trailer. */
  trailer?: string;
  /** More objects, numbered from the last page on: with one page the first of them is 11. */
  more?: readonly string[];
  /** What every page has as its content instead of its lines, e.g. `11 0 R`. */
  contents?: string;
  /** More resources of every page. */
  resources?: string;
}

/** A PDF with a page for each list of lines, or for each content as it is. */
export function pdf(
  pages: readonly (readonly DrawnLine[] | string)[],
  { title, trailer = '', more = [], contents, resources = '' }: PdfParts = {},
): Uint8Array<ArrayBuffer> {
  const objects: string[] = [];
  const add = (content: string): number => objects.push(content);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Words /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
  );
  add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Words /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${HALF_AN_EM} /FontDescriptor 6 0 R >>`,
  );
  add(streamOf(TO_UNICODE));
  add(
    '<< /Type /FontDescriptor /FontName /Words /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  add(`<< ${title === undefined ? '' : `/Title (${title})`} >>`);
  const kids = pages.map((page) => {
    const content = add(streamOf(typeof page === 'string' ? page : contentOf(page)));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 7 0 R >> ${resources} >> /Contents ${contents ?? `${content} 0 R`} >>`,
    );
  });
  for (const object of more) add(object);
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`;
  let file = '%PDF-1.5\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 8 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** Lines below one another, from a height on. */
export const column = (
  texts: readonly string[],
  {
    x = 72,
    top = 760,
    step = 14,
    size = 11,
  }: { x?: number; top?: number; step?: number; size?: number } = {},
): DrawnLine[] => texts.map((text, index) => ({ text, x, y: top - index * step, size }));
