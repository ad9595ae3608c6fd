import { describe, expect, test } from 'vitest';
import { linksIn, read, reasonsIn, refused } from './reading.fixture';

const lines = (...all: string[]): string => `${all.join('\n')}\n`;

const first = (...claims: string[]): string => lines('Discussion Title: Should bells ring?', '', ...claims);
const second = (...blocks: string[]): string =>
  lines('Discussion Name:', 'Should bells ring?', '', ...blocks);

const textsOf = async (text: string) => (await read(text)).map.claims.map(({ id, text }) => [id, text]);

describe('the first generation of Kialo text', () => {
  const file = first(
    '1. Bells should ring.',
    '1.1. Pro: They tell the time.',
    '1.1.1. Con: So do clocks.',
    '1.2. Con: They wake people.',
  );

  test('has one line a claim: number, stance, words', async () => {
    const { map, from } = await read(file);
    expect(from).toBe('kialo');
    expect(map.title).toBe('Should bells ring?');
    expect(map.claims.map(({ id, text, isMotion }) => [id, text, isMotion])).toEqual([
      ['1', 'Bells should ring.', true],
      ['1.1', 'They tell the time.', false],
      ['1.1.1', 'So do clocks.', false],
      ['1.2', 'They wake people.', false],
    ]);
    expect(linksIn(map)).toEqual(['1.1 supports 1', '1.1.1 attacks 1.1', '1.2 attacks 1']);
  });

  test.each([
    ['\r\n', 'CRLF'],
    ['\r', 'CR'],
  ])('reads the same with other line breaks (%#)', async (lineBreak) => {
    const other = await read(file.replaceAll('\n', lineBreak));
    expect(other.map).toEqual((await read(file)).map);
  });

  test('takes backslashes from brackets, in addresses too, and leaves all others', async () => {
    const { map } = await read(
      first(
        '1. Bells \\(big ones\\) ring \\[sic\\] in C:\\towers.',
        '1.1. Pro: See [a study \\(2020\\)](https://x.test/a_\\(b\\)?c=\\[d\\]) and [more](http://y.test).',
      ),
    );
    expect(map.claims.map(({ text }) => text)).toEqual([
      'Bells (big ones) ring [sic] in C:\\towers.',
      'See a study (2020) and more.',
    ]);
    expect(map.sources.map(({ title, url, text }) => [title, url, text])).toEqual([
      ['a study (2020)', 'https://x.test/a_(b)?c=[d]', ''],
      ['more', 'http://y.test', ''],
    ]);
    expect(map.claims[1]?.citations).toEqual([{ source: 's1' }, { source: 's2' }]);
  });

  test('has no footnotes: a bracketed number is text, an escaped bracket begins no link', async () => {
    expect(
      await textsOf(first('1. As shown \\[1\\] here [1].', '1.1. Pro: \\[not a link](https://x.test).')),
    ).toEqual([
      ['1', 'As shown [1] here [1].'],
      ['1.1', '[not a link](https://x.test).'],
    ]);
  });

  test('cites a source once, however often it is linked', async () => {
    const { map, report } = await read(
      first('1. A [x](https://x.test) b [y](https://x.test).', '1.1. Con: c [z](https://x.test).'),
    );
    expect(map.sources).toHaveLength(1);
    expect(map.claims.map(({ citations }) => citations)).toEqual([[{ source: 's1' }], [{ source: 's1' }]]);
    expect(reasonsIn(report.merged)).toEqual(['line 3 same-source', 'line 4 same-source']);
  });

  test('keeps an address that is not of the web as it is written', async () => {
    const { map, report } = await read(first('1. Press [here](javascript:alert\\(1\\)).'));
    expect(map.claims[0]?.text).toBe('Press [here](javascript:alert(1)).');
    expect(map.sources).toEqual([]);
    expect(reasonsIn(report.dropped)).toEqual(['line 3 link-not-a-source']);
  });

  test('knows no stance of a thesis: one that begins with "Pro:" is worded so', async () => {
    expect(await textsOf(first('1. Pro: bono work is good.'))).toEqual([['1', 'Pro: bono work is good.']]);
  });

  test('is read as support where neither Pro nor Con is said', async () => {
    const { map, report } = await read(first('1. A.', '1.1. B.'));
    expect(linksIn(map)).toEqual(['1.1 supports 1']);
    expect(reasonsIn(report.guessed)).toContain('line 4 stance-missing');
  });

  test('goes on with the claim before on a line without a number', async () => {
    const { map, report } = await read(first('1. A.', 'and more', '1.1. Pro: B.'));
    expect(map.claims[0]?.text).toBe('A.\nand more');
    expect(reasonsIn(report.guessed)).toContain('line 4 continued-line');
  });
});

describe('a reference in place of a text', () => {
  test('gives an earlier claim a second parent, with a stance of its own', async () => {
    const { map, report } = await read(
      first('1. A.', '1.1. Pro: B.', '1.1.1. Con: C.', '1.2. Con: D.', '1.2.1. Pro: -> See 1.1.1.'),
    );
    expect(map.claims.map(({ id }) => id)).toEqual(['1', '1.1', '1.1.1', '1.2']);
    expect(linksIn(map)).toEqual([
      '1.1 supports 1',
      '1.1.1 attacks 1.1',
      '1.2 attacks 1',
      '1.1.1 supports 1.2',
    ]);
    expect(reasonsIn(report.merged)).toEqual(['line 7 second-parent']);
    expect(map.claims.filter(({ isMotion }) => isMotion)).toHaveLength(1);
  });

  test('is one only when it is the whole text', async () => {
    expect(await textsOf(first('1. A.', '1.1. Pro: B, -> See 1.', '1.2. Pro: -> See 1. too'))).toEqual([
      ['1', 'A.'],
      ['1.1', 'B, -> See 1.'],
      ['1.2', '-> See 1. too'],
    ]);
  });

  test('always points backwards: one that does not is dropped', async () => {
    const { map, report } = await read(
      first('1. A.', '1.1. Pro: -> See 1.2.', '1.2. Con: B.', '1.3. Con: -> See 7.', '1.4. Pro: -> See 1.4.'),
    );
    expect(linksIn(map)).toEqual(['1.2 attacks 1']);
    expect(reasonsIn(report.dropped)).toEqual([
      'line 4 reference-not-backwards',
      'line 6 reference-not-backwards',
      'line 7 reference-not-backwards',
    ]);
  });

  test('may name another reference, and a claim above it', async () => {
    const { map, report } = await read(
      first(
        '1. A.',
        '1.1. Pro: B.',
        '1.2. Con: -> See 1.1.',
        '1.3. Con: C.',
        '1.3.1. Pro: -> See 1.2.',
        '1.3.2. Con: -> See 1.',
      ),
    );
    expect(linksIn(map)).toEqual([
      '1.1 supports 1',
      '1.1 attacks 1',
      '1.3 attacks 1',
      '1.1 supports 1.3',
      '1 attacks 1.3',
    ]);
    expect(report.dropped).toEqual([]);
  });

  test('hands what stands below it to the claim it names', async () => {
    const { map, report } = await read(
      first('1. A.', '1.1. Pro: B.', '1.2. Con: -> See 1.1.', '1.2.1. Pro: C.'),
    );
    expect(linksIn(map)).toContain('1.2.1 supports 1.1');
    expect(reasonsIn(report.guessed)).toContain('line 6 child-of-reference');
  });

  test('cannot lead a claim to itself', async () => {
    const { map, report } = await read(first('1. A.', '1.1. Pro: B.', '1.1.1. Con: -> See 1.1.'));
    expect(linksIn(map)).toEqual(['1.1 supports 1']);
    expect(reasonsIn(report.dropped)).toEqual(['line 5 relation-to-itself']);
  });
});

describe('the second generation of Kialo text', () => {
  const file = second(
    '1. Thesis:',
    'Bells should ring.',
    '',
    'Loudly, that is. [1]',
    '',
    '  1.1. Con:',
    '  They wake people [2] who',
    '  sleep. [3]',
    '',
    '  1.2. Pro:',
    '  -> See 1.1.',
    '',
    'Sources:',
    '[1] https://x.test/one',
    '"Ring them loud."',
    '[2] https://x.test/two',
    '[3] https://x.test/one',
  );

  test('has blocks, their text below them in paragraphs, and footnotes', async () => {
    const { map, report } = await read(file);
    expect(map.title).toBe('Should bells ring?');
    expect(map.claims).toMatchObject([
      { id: '1', text: 'Bells should ring.\n\nLoudly, that is.', isMotion: true },
      { id: '1.1', text: 'They wake people who\nsleep.', isMotion: false },
    ]);
    expect(map.claims.map(({ citations }) => citations)).toEqual([
      [{ source: 's1', exact: 'Ring them loud.' }],
      [{ source: 's2' }, { source: 's1' }],
    ]);
    expect(map.sources.map(({ key, url }) => [key, url])).toEqual([
      ['s1', 'https://x.test/one'],
      ['s2', 'https://x.test/two'],
    ]);
    expect(linksIn(map)).toEqual(['1.1 attacks 1', '1.1 supports 1']);
    expect(reasonsIn(report.merged)).toEqual(['line 20 same-source', 'line 13 second-parent']);
  });

  test('reads the same with CRLF', async () => {
    expect((await read(file.replaceAll('\n', '\r\n'))).map).toEqual((await read(file)).map);
  });

  test.each([
    ['without a space before it', 'See a[1] and b. [1]', 'See a[1] and b.', 1],
    ['at the beginning', '[1] is here. [1]', '[1] is here.', 1],
    ['out of turn', 'First [2] then. [1] Now. [2]', 'First [2] then. Now.', 2],
    ['a second time', 'One. [1] Again [1] there.', 'One. Again [1] there.', 1],
    ['past the last source', 'One. [1] Then [2] and [7].', 'One. Then [2] and [7].', 1],
    ['with a leading zero', 'One [01] two. [1]', 'One [01] two.', 1],
    ['that is no number', 'He [sic] said. [1]', 'He [sic] said.', 1],
  ])('takes a bracket %s for text', async (_, text, words, count) => {
    const sources = Array.from(
      { length: count },
      (__, index) => `[${index + 1}] https://x.test/${index + 1}`,
    );
    const { map } = await read(second('1. Thesis:', text, '', 'Sources:', ...sources));
    expect(map.claims[0]?.text).toBe(words);
    expect(map.claims[0]?.citations.map(({ source }) => source)).toEqual(
      sources.map((__, index) => `s${index + 1}`),
    );
  });

  test('numbers footnotes in the order of the file, across claims', async () => {
    const { map, report } = await read(
      second(
        ...[
          '1. Thesis:',
          'A [2]. [1]',
          '',
          '  1.1. Pro:',
          '  B [1]. [2]',
          '',
          '    1.1.1. Con:',
          '    C. [4] [3] [4]',
          '',
        ],
        ...['Sources:', '[1] a', '[2] b', '[3] c', '[4] d'],
      ),
    );
    expect(map.claims.map(({ text }) => text)).toEqual(['A [2].', 'B [1].', 'C. [4]']);
    expect(map.claims.map(({ citations }) => citations.map(({ source }) => source))).toEqual([
      ['s1'],
      ['s2'],
      ['s3', 's4'],
    ]);
    expect(reasonsIn(report.guessed)).toContain('line 7 footnote-ambiguous');
  });

  test('keeps a source that nothing cites, and says so', async () => {
    const { map, report } = await read(second('1. Thesis:', 'A.', '', 'Sources:', '[1] https://x.test'));
    expect(map.sources).toHaveLength(1);
    expect(reasonsIn(report.guessed)).toContain('line 8 source-not-cited');
  });

  test('ends a text at the next header only: same form, right indent, after a blank line', async () => {
    expect(
      await textsOf(
        second(
          ...[
            '1. Thesis:',
            'A',
            '1.1. Con:',
            'is no header, nor is',
            '',
            '1.1. Con:',
            'nor',
            '',
            '  1.1. Perhaps:',
            '',
          ],
          ...['Sources:', '', 'were lost.', '', '  1.1. Con:', '  B', '', '    indented', ''],
        ),
      ),
    ).toEqual([
      [
        '1',
        'A\n1.1. Con:\nis no header, nor is\n\n1.1. Con:\nnor\n\n  1.1. Perhaps:\n\nSources:\n\nwere lost.',
      ],
      ['1.1', 'B\n\n  indented'],
    ]);
  });

  test('takes a header without a blank line above it for text', async () => {
    expect(await textsOf(second('1. Thesis:', 'A', '  1.1. Con:', 'B', '', '  1.2. Con:', '  C'))).toEqual([
      ['1', 'A\n  1.1. Con:\nB'],
      ['1.2', 'C'],
    ]);
  });

  test('goes down to depth 19', async () => {
    const blocks = Array.from({ length: 19 }, (_, index) => {
      const margin = '  '.repeat(index);
      const number = Array.from({ length: index + 1 }, () => '1').join('.');
      return [`${margin}${number}. ${index === 0 ? 'Thesis' : 'Con'}:`, `${margin}Claim ${index + 1}`, ''];
    });
    const { map } = await read(second(...blocks.flat()));
    expect(map.claims).toHaveLength(19);
    expect(map.claims.at(-1)?.text).toBe('Claim 19');
    expect(map.relations).toHaveLength(18);
    expect(map.relations.every(({ kind }) => kind === 'attacks')).toBe(true);
  });
});

describe('a question with several theses', () => {
  const question = { question: 'When should bells ring?' };

  test('is the question of the map, and its theses are motions (second generation)', async () => {
    const { map } = await read(
      second(
        ...['1. Question:', 'When should bells ring?', '', '  1.1. Thesis:', '  At noon.', ''],
        ...['    1.1.1. Pro:', '    It is usual.', '', '  1.2. Thesis:', '  Never.'],
      ),
    );
    expect(map).toMatchObject(question);
    expect(map.claims.map(({ id, isMotion }) => [id, isMotion])).toEqual([
      ['1.1', true],
      ['1.1.1', false],
      ['1.2', true],
    ]);
    expect(linksIn(map)).toEqual(['1.1.1 supports 1.1']);
  });

  test('is the question of the map (first generation)', async () => {
    const { map } = await read(
      first(
        '1. Question: When should bells ring?',
        '1.1. Thesis: At noon.',
        '1.1.1. Con: Why?',
        '1.2. Never.',
      ),
    );
    expect(map).toMatchObject(question);
    expect(map.claims.map(({ text, isMotion }) => [text, isMotion])).toEqual([
      ['At noon.', true],
      ['Why?', false],
      ['Never.', true],
    ]);
  });

  test('is none when what stands below it has a stance', async () => {
    const { map } = await read(first('1. Question: authority.', '1.1. Pro: Always.'));
    expect(map.question).toBeUndefined();
    expect(map.claims[0]?.text).toBe('Question: authority.');
  });
});

describe('a Kialo text is refused', () => {
  test.each([
    [
      'without a head',
      '1. A.\n1.1. Pro: B.\n',
      'line 1: The first line should begin with "Discussion Title:".',
    ],
    ['that ends after its head', 'Discussion Title: A\n', 'line 1: There is no claim in the file.'],
    [
      'with a number twice',
      first('1. A.', '1.1. Pro: B.', '1.1. Con: C.'),
      'line 5: The claim number 1.1 is there twice.',
    ],
    [
      'with a claim below none',
      first('1. A.', '1.2.1. Pro: B.'),
      'line 4: The claim 1.2.1 has no parent 1.2 before it.',
    ],
    [
      'with words before the first claim',
      second('Words.', '', '1. Thesis:', 'A'),
      'line 4: The first line should begin with "1. Thesis:".',
    ],
    [
      'deeper than any debate',
      first(
        ...Array.from({ length: 70 }, (_, depth) => `${'1.'.repeat(depth + 1)} ${depth ? 'Pro: ' : ''}A`),
      ),
      'line 67: The nesting is deeper than 64 levels.',
    ],
  ])('%s', async (_, text, line) => {
    expect(await refused(text, { from: 'kialo' })).toBe(line);
  });
});
