import { writeZip } from './write-zip';

/** Small Word files for tests, made of the parts that Word itself writes. */

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const SPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');

const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${content.startsWith('<') ? content : run(content)}</w:p>`;
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;
export const listItem = (text: string): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
export const footnoteMark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
export const picture =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

export interface DocxParts {
  /** Footnotes by id, from 1. */
  footnotes?: readonly string[];
  comments?: readonly string[];
  header?: string;
  title?: string;
  /** More parts, or other content for one that is there. */
  more?: Readonly<Record<string, string>>;
}

/** The files of a document with this body, by name. */
export function docxFiles(
  body: string,
  { footnotes = [], comments = [], header, title, more = {} }: DocxParts = {},
) {
  const part = (tag: string, content: string) => `${PROLOG}<w:${tag} ${SPACES}>${content}</w:${tag}>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  const relations = (all: string) =>
    `${PROLOG}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${PROLOG}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${DOCUMENT}.document.main+xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      [
        relation('rIdNumbers', 'numbering', 'numbering.xml'),
        relation('rIdStyles', 'styles', 'styles.xml'),
        relation('rIdPicture', 'image', 'media/picture.png'),
        ...(footnotes.length > 0 ? [relation('rIdNotes', 'footnotes', 'footnotes.xml')] : []),
        ...(comments.length > 0 ? [relation('rIdComments', 'comments', 'comments.xml')] : []),
      ].join(''),
    ),
    'word/styles.xml': part(
      'styles',
      ['Heading1:heading 1', 'Heading2:heading 2', 'Title:Title']
        .map((style) => style.split(':'))
        .map(
          ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
        )
        .join(''),
    ),
    'word/numbering.xml': part(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/media/picture.png': 'not a picture',
  };
  if (footnotes.length > 0)
    files['word/footnotes.xml'] = part(
      'footnotes',
      footnotes
        .map((text, index) => `<w:footnote w:id="${index + 1}">${paragraph(text)}</w:footnote>`)
        .join(''),
    );
  if (comments.length > 0)
    files['word/comments.xml'] = part(
      'comments',
      comments
        .map((text, index) => `<w:comment w:id="${index}" w:author="A">${paragraph(text)}</w:comment>`)
        .join(''),
    );
  if (header !== undefined) files['word/header1.xml'] = part('hdr', paragraph(header));
  if (title !== undefined)
    files['docProps/core.xml'] =
      `${PROLOG}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`;
  return Object.entries({ ...files, ...more }).map(([name, text]) => ({ name, bytes: bytesOf(text) }));
}

export const docx = (body: string, parts: DocxParts = {}): Uint8Array<ArrayBuffer> =>
  writeZip(docxFiles(body, parts));
