import { describe, expect, test } from 'vitest';
import { Losses } from './losses';
import { pdfBlocks } from './pdf-blocks';
import { type PdfPiece, pageLines } from './pdf-lines';

const SIZE = 10;
/** Pieces are half an em to a letter, as a plain font has it. */
const piece = (text: string, x: number, y: number, size = SIZE): PdfPiece => ({
  text,
  x,
  y,
  width: text.length * size * 0.5,
  size,
});

const lines = (texts: readonly string[], x = 70, top = 700): PdfPiece[] =>
  texts.map((text, index) => piece(text, x, top - index * 12));

function read(pages: readonly (readonly PdfPiece[])[]) {
  const losses = new Losses();
  const blocks = pdfBlocks(
    pages.flatMap((page, number) => pageLines(page, number, losses)),
    losses,
  );
  return {
    words: blocks.map(({ kind, text }) => (kind === 'heading' ? `# ${text}` : text)),
    losses: losses.list(),
  };
}

const filled = (start: string, length = 60): string =>
  `${start} ${'word '.repeat(20)}`.slice(0, length - 1).concat('x');

describe('pieces on a page', () => {
  test('of one line are joined, with a space where a gap is', () => {
    const page = [
      piece('Bells', 70, 700),
      piece('ring', 70 + 25 + 3, 700),
      piece('s', 70 + 25 + 3 + 20, 700),
    ];
    expect(read([page]).words).toEqual(['Bells rings']);
  });

  test('in any order are read from the top', () => {
    expect(read([[piece('b.', 70, 600), piece('A.', 70, 700)]]).words).toEqual(['A.', 'b.']);
  });

  test('make paragraphs: by distance, by a short last line, by an indent', () => {
    const page = [
      ...lines([filled('One'), 'ends here.', filled('Two'), filled('goes on')], 70, 700),
      ...lines([filled('Three')], 70, 700 - 4 * 12 - 10),
    ];
    expect(read([page]).words).toEqual([
      `${filled('One')} ends here.`,
      `${filled('Two')} ${filled('goes on')}`,
      filled('Three'),
    ]);
  });

  test('in larger letters are headings', () => {
    const page = [piece('The bells', 70, 720, 16), ...lines([filled('Words'), filled('more')])];
    expect(read([page]).words).toEqual(['# The bells', `${filled('Words')} ${filled('more')}`]);
  });

  test('raised above a line belong to it', () => {
    const page = [piece('Bells', 70, 700), piece('2', 95.5, 703.5, 6), piece('ring.', 102, 700)];
    expect(read([page]).words).toEqual(['Bells2 ring.']);
  });
});

describe('what the end of a line cut', () => {
  test('becomes whole', () => {
    const page = lines([filled('The').slice(0, -4).concat('zvo-'), 'нар stays apart.']);
    expect(read([page]).losses).toEqual([{ code: 'hyphens-joined', count: 1 }]);
    const cut = lines([`${filled('Місто чує, як дзво', 56)} дзво-`, 'ни дзвонять.']);
    expect(read([cut]).words[0]).toMatch(/ дзвони дзвонять\.$/);
  });

  test('keeps its hyphen when the text has the word with one elsewhere', () => {
    const page = lines([filled('A well-known bell'), `${filled('is', 54)} well-`, 'known.']);
    expect(read([page]).words[0]).toMatch(/ well-known\.$/);
  });
});

describe('what repeats on every page', () => {
  const page = (number: number) => [
    piece('The Journal of Bells', 70, 780),
    ...lines([filled(`Page text ${'abc'[number]}`), `${'abc'[number]} ends.`]),
    piece(`- ${number + 1} -`, 290, 40),
  ];

  test('is left out and counted', () => {
    const { words, losses } = read([page(0), page(1), page(2)]);
    expect(words.join(' ')).not.toMatch(/Journal|- \d -/);
    expect(losses).toEqual([
      { code: 'headers-footers', count: 3 },
      { code: 'page-numbers', count: 3 },
    ]);
  });

  test('is kept on a page alone', () => {
    expect(read([page(0)]).words[0]).toBe('The Journal of Bells');
  });

  test('does not part a sentence that goes on over the page', () => {
    const first = [piece('The Journal of Bells', 70, 780), ...lines([filled('One'), filled('and')])];
    const second = [piece('The Journal of Bells', 70, 780), ...lines(['goes on here.'])];
    expect(read([first, second]).words).toEqual([`${filled('One')} ${filled('and')} goes on here.`]);
  });
});

describe('a page in two columns', () => {
  const left = Array.from({ length: 10 }, (_, index) => filled(`left${index}`, 44));
  const right = Array.from({ length: 10 }, (_, index) => filled(`right${index}`, 44));

  test('is read column by column under its title, and told', () => {
    const title = piece(filled('A title over both columns', 84), 70, 740);
    const page = [
      title,
      ...left.flatMap((text, row) => [
        piece(text, 70, 700 - row * 12),
        piece(right[row] ?? '', 320, 700 - row * 12),
      ]),
    ];
    const { words, losses } = read([page]);
    expect(words.join(' ').match(/(?:left|right)\d/g)).toEqual(
      [...left, ...right].map((text) => text.split(' ')[0]),
    );
    expect(words[0]).toMatch(/^A title/);
    expect(losses).toEqual([{ code: 'columns', count: 1 }]);
  });

  test('is none where a table of short cells stands', () => {
    const page = left.flatMap((_, row) => [
      piece(`a${row}`, 70, 700 - row * 12),
      piece(`b${row}`, 320, 700 - row * 12),
    ]);
    expect(read([page]).losses).toEqual([]);
  });
});
