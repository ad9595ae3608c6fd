import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text';
import { documentKind } from './document-kind';
import { documentText } from './document-text';
import { docx } from './docx.fixture';
import { Losses } from './losses';
import { column, pdf } from './pdf.fixture';
import { textBlocks } from './text-blocks';
import { writeZip } from './write-zip';
import { zipEntries } from './zip-entries';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Windows-1251, as old Ukrainian files are written. */
const in1251 = (text: string): Uint8Array => {
  const letters = new Map(
    Array.from({ length: 128 }, (_, index) => index + 128).map((byte) => [
      new TextDecoder('windows-1251').decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  return Uint8Array.from(text, (letter) => letters.get(letter) ?? letter.charCodeAt(0));
};

const inUtf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !isBig);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2 + 2, text.charCodeAt(at), !isBig);
  return bytes;
};

describe('the letters of a text file', () => {
  const words = 'Дзвони міста Їжачок, ґанок — і знову дзвони.';

  test.each([
    ['UTF-8', bytesOf(words)],
    ['UTF-16, small end first', inUtf16(words, false)],
    ['UTF-16, big end first', inUtf16(words, true)],
  ])('are read without a guess: %s', (_, bytes) => {
    const losses = new Losses();
    expect(decodeText(bytes, losses)).toBe(words);
    expect(losses.list()).toEqual([]);
  });

  test('of one byte each are guessed to be Cyrillic when they make words, and the guess is told', () => {
    const losses = new Losses();
    expect(decodeText(in1251(words), losses)).toBe(words);
    expect(losses.list()).toEqual([{ code: 'encoding', count: 1, name: 'windows-1251' }]);
  });

  test('of one byte each are guessed to be Western among plain letters', () => {
    const losses = new Losses();
    const bytes = Uint8Array.from('caf\u00e9 na\u00efve \u00fcber', (letter) => letter.charCodeAt(0));
    expect(decodeText(bytes, losses)).toBe('café naïve über');
    expect(losses.list()).toEqual([{ code: 'encoding', count: 1, name: 'windows-1252' }]);
  });

  test('follow the encoding that a page says', () => {
    expect(decodeText(in1251('її'), new Losses(), 'windows-1251')).toBe('її');
    expect(decodeText(in1251('слово'), new Losses(), 'no-such-encoding')).toBe('слово');
  });
});

describe('the kind of a file', () => {
  test('is told by its content, and among texts by its name', () => {
    expect(documentKind(docx(''), 'a.docx')).toBe('docx');
    expect(documentKind(pdf([]), '')).toBe('pdf');
    expect(documentKind(bytesOf('# A'), 'a.MD')).toBe('markdown');
    expect(documentKind(bytesOf('# A'), 'notes')).toBe('text');
    expect(documentKind(bytesOf('\ufeff<!-- x -->\n<!DOCTYPE html><p>A'), 'page')).toBe('html');
    expect(documentKind(bytesOf('<p>A'), 'a.htm')).toBe('html');
  });

  test.each([
    ['a.docx', pdf([]), 'The name of the file says Word (.docx), its content is PDF.'],
    ['a.pdf', bytesOf('Words'), 'The name of the file says PDF, its content is text.'],
    ['a.txt', bytesOf('<html><p>A'), 'The name of the file says text, its content is HTML.'],
  ])('that differs from what its name %s says is refused', (name, bytes, message) => {
    expect(() => documentKind(bytes, name)).toThrow(message);
  });

  test('that is none of ours is refused by name', () => {
    expect(() => documentKind(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), 'a.doc')).toThrow(/old Word/);
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256);
    expect(() => documentKind(noise, 'a.png')).toThrow(/no text, Markdown, HTML/);
  });
});

describe('plain text', () => {
  const read = (text: string) => {
    const losses = new Losses();
    const { title, blocks } = textBlocks(text, losses);
    return { title, words: blocks.map((block) => block.text), losses: losses.list() };
  };

  test('has its paragraphs between blank lines, and lines that a program broke are joined', () => {
    const long = 'A line that was broken at the edge of a page is about as long';
    expect(read(`The bells\n\n${long}\nas the others are.\n \n1. one\n2. two`)).toEqual({
      title: 'The bells',
      words: ['The bells', `${long} as the others are.`, '1. one', '2. two'],
      losses: [
        { code: 'title-guessed', count: 1 },
        { code: 'lines-joined', count: 1 },
      ],
    });
  });

  test('has each item of a list in a paragraph', () => {
    expect(read('Title\n\n• Bells ring.\n• Mayors sleep.\n\n1. one\n2. two').words).toEqual([
      'Title',
      '• Bells ring.',
      '• Mayors sleep.',
      '1. one',
      '2. two',
    ]);
  });

  const paragraph = 'The bell of the old tower rings at noon, and the whole town stops to listen.';

  test('has a heading in a short line above a longer paragraph or a list, as a guess that is told', () => {
    const losses = new Losses();
    const text = `Bells, or SILENCE!\n\n${paragraph}\n\nIn Short\n\n  • ${paragraph}\n  • It rings.\n\nНіч\n\n${paragraph}`;
    const { title, paragraphs, text: kept } = documentText('text', textBlocks(text, losses), losses);
    expect(title).toBe('Bells, or SILENCE!');
    expect(paragraphs.map(({ heading, start, end }) => [heading, kept.slice(start, end)])).toEqual([
      [null, paragraph],
      ['In Short', `• ${paragraph}`],
      [null, '• It rings.'],
      ['Ніч', paragraph],
    ]);
    expect(losses.list()).toEqual([
      { code: 'title-guessed', count: 1 },
      { code: 'headings-guessed', count: 2 },
    ]);
  });

  test.each([
    ['a sentence', 'It rings.'],
    ['a question', 'Does it ring?'],
    ['a quoted sentence', '“It rings.”'],
    ['a line that leads into the next', 'The mayor said:'],
    ['an item of a list', '• Bells'],
    ['a numbered item', '2) Bells'],
    ['a line that goes on in small letters', 'and so on'],
    ['more words than a heading has', 'It rang in May and in June and in July and in August too'],
    ['a row of stars', '* * *'],
  ])('has no heading in %s', (_, line) => {
    const { blocks } = textBlocks(`${paragraph}\n\n${line}\n\n${paragraph}`, new Losses());
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  test('has no heading in a last line, nor in the short lines of a poem', () => {
    const poem = ['Bells above', 'Bells below', 'Snow on the square', 'Nobody there', 'A name'];
    const { blocks } = textBlocks([paragraph, ...poem].join('\n\n'), new Losses());
    expect(blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
  });

  test('without blank lines has a paragraph in each line', () => {
    expect(read('One.\r\nTwo.').words).toEqual(['One.', 'Two.']);
  });

  test('loses what cannot be seen and could deceive, and says so', () => {
    const losses = new Losses();
    const blocks = textBlocks('a\u202eb\u0000c\n\nhy\u00adphen \ud800 end', losses);
    expect(documentText('text', blocks, losses)).toMatchObject({
      text: 'abc\n\nhyphen \ufffd end',
      losses: [
        { code: 'marks-removed', count: 2 },
        { code: 'unreadable', count: 1 },
      ],
    });
  });

  test('of more than a million characters, or of none, is refused', () => {
    const long = textBlocks('word '.repeat(200_001), new Losses());
    expect(() => documentText('text', long, new Losses())).toThrow(/more than 1000000 characters/);
    expect(() => documentText('text', textBlocks(' \n\n—\n\n', new Losses()), new Losses())).toThrow(
      /no text/,
    );
  });
});

describe('a zip', () => {
  const file = (name: string, text: string) => ({ name, bytes: bytesOf(text) });
  const changed = (zip: Uint8Array<ArrayBuffer>, at: number, value: number) => {
    new DataView(zip.buffer).setUint32(at < 0 ? zip.length + at : at, value, true);
    return zip;
  };
  const two = () => writeZip([file('a', 'Words'), file('дзвін', 'More words')]);

  test('that was written is read', () => {
    expect(zipEntries(two()).map(({ name, method, size }) => [name, method, size])).toEqual([
      ['a', 0, 5],
      ['дзвін', 0, 10],
    ]);
  });

  test.each([
    ['with a list outside the file', () => changed(two(), -6, 0xfffffff0), /broken/],
    ['with no list', () => two().slice(0, -22), /broken/],
    ['with one name twice', () => writeZip([file('a', '1'), file('a', '2')]), /broken/],
    [
      'with too many files',
      () => writeZip(Array.from({ length: 2001 }, (_, at) => file(`${at}`, ''))),
      /unpacks/,
    ],
  ])('%s is refused', (_, make, message) => {
    expect(() => zipEntries(make())).toThrow(message);
  });

  test('whose files would unpack to a thousand times their size is refused before anything is unpacked', () => {
    const zip = two();
    const list = zip.length - 22 - (46 + 1) - (46 + new TextEncoder().encode('дзвін').length);
    expect(() => zipEntries(changed(two(), list + 24, 5_000_000))).toThrow(/unpacks/);
    expect(() => zipEntries(changed(two(), list + 20, 5_000_000))).toThrow(/broken/);
  });
});

test('lines of a fixture stand below one another', () => {
  expect(column(['A', 'B']).map(({ y }) => y)).toEqual([760, 746]);
});
