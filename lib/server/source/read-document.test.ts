import { describe, expect, test } from 'vitest';
import {
  docx,
  footnoteMark,
  listItem,
  paragraph,
  picture,
  run,
  table,
} from '../../domain/source/document/docx.fixture';
import { column, pdf, plainContent } from '../../domain/source/document/pdf.fixture';
import { markedText } from '../../domain/source/marked-text';
import { readDocument } from './read-document';

async function read(fileName: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await readDocument({ bytes, fileName });
  if (!result.ok) return result.error.message;
  const { title, text, paragraphs, losses } = result.value;
  return {
    title,
    text: markedText(text, paragraphs),
    losses: losses.map(({ code, count }) => `${code} ${count}`),
  };
}

describe('Markdown', () => {
  test('keeps its headings, the words of its links and its lists', async () => {
    const text = [
      '---\ntitle: "Дзвони"\ndate: 2025\n---',
      '# Дзвони міста\n\nВони дзвонять **уночі**, кажуть\n[сусіди](https://example.org). ![герб](a.png)',
      '- перший\n- другий\n  1. вкладений\n\n> Цитата  \n> у два рядки.',
      'Рік | Дзвонів\n--- | ---\n1990 | 12\n\nМайже слово[^1].\n\n[^1]: Примітка\n\n<div>Ще <b>слова</b></div>\n\n<!-- ні -->',
    ].join('\n\n');
    expect(await read('a.md', text)).toEqual({
      title: 'Дзвони',
      text: [
        '## Дзвони міста',
        'Вони дзвонять уночі, кажуть сусіди.',
        '• перший',
        '• другий\n1. вкладений',
        'Цитата\nу два рядки.',
        'Рік | Дзвонів\n1990 | 12',
        'Майже слово[^1].',
        '[^1] Примітка',
        'Ще слова',
      ].join('\n\n'),
      losses: ['images 1', 'links 1', 'front-matter 2', 'tables 1'],
    });
  });
});

describe('HTML', () => {
  test('is cleaned to the article, in paragraphs', async () => {
    const page = `<!doctype html><html><head><title>Дзвони — Газета</title><style>p{}</style></head><body>
      <header><a href="/">Газета</a></header><nav>Новини Спорт</nav>
      <main><article><header><h1>Дзвони  міста</h1></header>
        <p>Вони дзвонять <em>уночі</em>,&nbsp;кажуть <a href="https://example.org">сусіди</a>.<script>alert(1)</script></p>
        <p hidden>Не видно</p><div style="display: none">І це</div>
        <figure><img src="a.png" alt="x"><figcaption>Дзвіниця.</figcaption></figure>
        <ul><li>перший<ol><li>вкладений</li></ol></li><li>другий</li></ul>
        <table><tr><th>Рік</th><th>Дзвонів</th></tr><tr><td>1990</td><td>12</td></tr></table>
        <h2>Далі</h2>Слова без абзацу<br><br>і ще<br>рядок
        <aside>Читайте також</aside><form><input><button>Так</button></form><iframe src="x"></iframe>
      </article></main><footer>2025</footer></body></html>`;
    expect(await read('a.html', page)).toEqual({
      title: 'Дзвони міста',
      text: [
        'Вони дзвонять уночі, кажуть сусіди.',
        'Дзвіниця.',
        '• перший\n1. вкладений',
        '• другий',
        'Рік | Дзвонів\n1990 | 12',
        '## Далі',
        'Слова без абзацу',
        'і ще\nрядок',
      ].join('\n\n'),
      losses: ['images 1', 'embedded 1', 'links 1', 'page-parts 4', 'forms 1', 'hidden 2', 'tables 1'],
    });
  });

  test('without a main part is taken whole, and a table that arranges the page is none', async () => {
    const page =
      '<html><table><tr><td><p>One.</p><p>Two.</p></td><td><table><tr><td>Three.</td></tr></table></td></tr></table>';
    expect(await read('a.htm', page)).toMatchObject({ text: 'One.\n\nTwo.\n\nThree.', losses: [] });
  });

  test('does not believe a main part with hardly a word in it', async () => {
    const page = `<html><main>Menu</main><div><p>${'Words. '.repeat(40)}</p></div>`;
    expect(await read('a.html', page)).toMatchObject({ text: expect.stringMatching(/^Menu\n\nWords\./) });
  });
});

describe('a Word file', () => {
  test('keeps headings, lists, tables as lines and notes at the end, and tells the rest', async () => {
    const body = [
      paragraph('Дзвони міста', 'Title'),
      paragraph('Уночі', 'Heading1'),
      paragraph(
        `${run('Вони дзвонять')}<w:ins w:id="1" w:author="A">${run(' уночі')}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText> вдень</w:delText></w:r></w:del>${run('.')}${footnoteMark(1)}`,
      ),
      table([
        ['Рік', 'Дзвонів'],
        ['1990', '12'],
      ]),
      listItem('перший'),
      listItem('другий'),
      paragraph(picture),
      paragraph(`${run('Сума')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`),
      paragraph('Кінець &amp; край.'),
    ].join('');
    const file = docx(body, {
      footnotes: ['Так кажуть.'],
      comments: ['?'],
      header: 'Газета',
      title: 'Дзвони міста',
    });
    expect(await read('a.docx', file)).toEqual({
      title: 'Дзвони міста',
      text: [
        '## Уночі',
        'Вони дзвонять уночі.[1]',
        'Рік | Дзвонів\n1990 | 12',
        '• перший',
        '• другий',
        'Сума',
        'Кінець & край.',
        '[1] Так кажуть.',
      ].join('\n\n'),
      losses: [
        'images 1',
        'headers-footers 1',
        'comments 1',
        'formulas 1',
        'tables 1',
        'footnotes 1',
        'tracked-changes 2',
      ],
    });
  });

  test('of another program is named', async () => {
    const { writeZip } = await import('../../domain/source/document/write-zip');
    const sheet = writeZip([{ name: 'xl/workbook.xml', bytes: new Uint8Array() }]);
    expect(await read('a.docx', sheet)).toMatch(/another office program \(Excel\)/);
  });
});

describe('a PDF', () => {
  test('has its lines put together, in any script', async () => {
    const lines = [
      'Дзвони міста дзвонять уночі, і ніхто не спить у цьому міс-',
      'ті, бо вони дзвонять дуже голосно і дуже довго, аж до світ-',
      'анку.',
      'Другий абзац тут.',
    ];
    const file = pdf([[{ text: 'Дзвони', x: 72, y: 800, size: 18 }, ...column(lines)]], {
      title: 'Dzvony.docx',
    });
    expect(await read('a.pdf', file)).toEqual({
      title: 'Дзвони',
      text: 'Дзвони міста дзвонять уночі, і ніхто не спить у цьому місті, бо вони дзвонять дуже голосно і дуже довго, аж до світанку.\n\nДругий абзац тут.',
      losses: ['hyphens-joined 2', 'pages-laid-out 1'],
    });
  });

  test('in a plain font, with a title of its own and a page without words', async () => {
    const file = pdf([plainContent('Bells (all of them)'), ''], { title: 'On bells' });
    expect(await read('', file)).toEqual({
      title: 'On bells',
      text: 'Bells (all of them)',
      losses: ['pages-laid-out 1', 'pages-without-text 1'],
    });
  });

  test('of pictures alone, or with a password, or broken, is refused with the reason', async () => {
    expect(await read('a.pdf', pdf(['']))).toBe('There is no text in it: its pages are pictures.');
    const locked = pdf([column(['Words'])], {
      trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> >>`,
    });
    expect(await read('a.pdf', locked)).toBe('The file asks for a password.');
    expect(await read('a.pdf', '%PDF-1.7\nnothing')).toBe('The file is broken.');
  });
});

test.each([
  ['a.txt', ''],
  ['a.md', '![only](a-picture.png)'],
  ['a.html', '<html><script>let words</script>'],
])('a file without a word (%s) is refused', async (name, content) => {
  expect(await read(name, content)).toBe('There is no text in it.');
});
