import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { docx, docxFiles, paragraph } from '../../domain/source/document/docx.fixture';
import { column, pdf } from '../../domain/source/document/pdf.fixture';
import { writeZip } from '../../domain/source/document/write-zip';
import { readDocumentInWorker } from './read-document-in-worker';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const reading = async (fileName: string, bytes: Uint8Array, bounds = {}) => {
  const result = await readDocumentInWorker({ bytes, fileName }, bounds);
  return result.ok ? `${result.value.text.length} characters` : result.error.code;
};

/** A zip whose one part is deflated; the list may say another size than the part has. */
function deflated(name: string, content: Uint8Array, saidSize = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const zip = writeZip([{ name, bytes: packed }]);
  const view = new DataView(zip.buffer);
  const list = zip.length - 22 - 46 - bytesOf(name).length;
  view.setUint16(8, 8, true);
  view.setUint16(list + 10, 8, true);
  view.setUint32(list + 24, saidSize, true);
  return zip;
}

const XML = '<?xml version="1.0"?>';

describe('a Word file that means harm', () => {
  test('with entities that unfold a billion times is refused', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    const body = `${XML}<!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]><w>&l9;</w>`;
    expect(await reading('a.docx', docx('', { more: { 'word/document.xml': body } }))).toBe('xml-entities');
  }, 60_000);

  test('that unpacks to a thousand times its size is refused, whether it says so or not', async () => {
    const zeros = new Uint8Array(40_000_000);
    expect(await reading('a.docx', deflated('word/document.xml', zeros))).toBe('unpacks-too-large');
    expect(await reading('a.docx', deflated('word/document.xml', zeros, 1000))).toBe('unpacks-too-large');
  }, 60_000);

  test('with another zip in it is read without opening that', async () => {
    const files = docxFiles(paragraph('Words.'));
    const bomb = { name: 'word/embeddings/bomb.zip', bytes: docx('') };
    expect(await reading('a.docx', writeZip([...files, bomb]))).toBe('6 characters');
  }, 60_000);

  test('nested a hundred thousand times is refused', async () => {
    const body = `${'<w:sdt><w:sdtContent>'.repeat(50_000)}${'</w:sdtContent></w:sdt>'.repeat(50_000)}`;
    expect(await reading('a.docx', docx(body))).toBe('too-deep');
  }, 60_000);

  test('cut anywhere is refused', async () => {
    const whole = docx(paragraph('Words.'));
    for (const length of [4, whole.length - 30])
      expect(await reading('a.docx', whole.slice(0, length))).toBe('broken');
  }, 60_000);
});

describe('a page that means harm', () => {
  test.each(['<b>', '<div>', '<table><td>'])(
    'nested a million times is refused before it costs much: %s',
    async (tag) => {
      const page = `<html>${tag.repeat(4_000_000 / tag.length)}Words`;
      expect(await reading('a.html', bytesOf(page), { deadlineMs: 40_000 })).toBe('too-deep');
    },
    60_000,
  );
});

describe('Markdown that means harm', () => {
  test.each([
    ['quotes in quotes', '>'.repeat(200_000)],
    ['open brackets', '['.repeat(200_000)],
    ['stars', '*a_'.repeat(100_000)],
    ['lists in lists', Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ])(
    'is read or refused in bounded time: %s',
    async (_, text) => {
      const code = await reading('a.md', bytesOf(`${text}\n\nWords`), { deadlineMs: 1_200 });
      expect(code).toMatch(/^\d+ characters$|^too-deep$|^out-of-time$|^out-of-memory$/);
    },
    60_000,
  );
});

describe('a PDF that means harm', () => {
  const stream = (bytes: Uint8Array, filter: string) => {
    const latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return `<< /Length ${latin.length} /Filter ${filter} >>\nstream\n${latin}\nendstream`;
  };

  test('whose page unpacks to gigabytes is ended', async () => {
    // Zeros in zeros, fifty times: some kilobytes for five gigabytes.
    const { deflateSync } = await import('node:zlib');
    const once = deflateSync(Buffer.alloc(100_000_000));
    const bomb = deflateSync(once);
    const file = pdf([''], {
      more: [stream(bomb, '[/FlateDecode /FlateDecode]')],
      contents: `[${'11 0 R '.repeat(50)}]`,
    });
    const code = await reading('a.pdf', file, { deadlineMs: 8_000 });
    expect(code).toMatch(/^scanned$|^broken$|^out-of-/);
  }, 60_000);

  test('whose tree of pages turns back on itself, or promises a billion pages, is refused', async () => {
    const text = Array.from(pdf([column(['Words'])]), (byte) => String.fromCharCode(byte)).join('');
    const bytes = (changed: string) => Uint8Array.from(changed, (letter) => letter.charCodeAt(0));
    expect(await reading('a.pdf', bytes(text.replace('/Kids [10 0 R]', '/Kids [2 0 R ]')))).toBe('broken');
    const many = await reading('a.pdf', bytes(text.replace('/Count 1 ', '/Count 999999999 ')));
    expect(many).toMatch(/^too-many-pages$|^broken$|^5 characters$/);
  }, 60_000);

  test('with a form that draws itself for ever is read or ended', async () => {
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 11 0 R >> >> /Length 5 >>\nstream\n/F Do\nendstream';
    const file = pdf(['/F Do /F Do'], { more: [form], resources: '/XObject << /F 11 0 R >>' });
    const code = await reading('a.pdf', file, { deadlineMs: 5_000 });
    expect(code).toMatch(/^scanned$|^broken$|^out-of-|^too-deep$/);
  }, 60_000);

  test('with bytes changed at random is read or refused, and never fails otherwise', async () => {
    const file = pdf([column(['Words here', 'and there']), column(['More words'])], { title: 'Bells' });
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const codes: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const changed = file.slice();
      for (let at = 0; at < 30; at += 1) changed[next(changed.length)] = next(256);
      codes.push(await reading('', changed, { deadlineMs: 10_000 }));
    }
    for (const code of codes) expect(code).toMatch(/^\d+ characters$|^[a-z-]+$/);
  }, 120_000);
});

test('a document is ended when its time is over or its memory full', async () => {
  const long = bytesOf(`${'Words and *words*. '.repeat(40)}\n\n`.repeat(5_000));
  expect(await reading('a.md', long, { deadlineMs: 50 })).toBe('out-of-time');
  expect(await reading('a.md', long, { memoryMb: 48, deadlineMs: 60_000 })).toBe('out-of-memory');
}, 120_000);
