import { describe, expect, test } from 'vitest';
import { guardedCell, readRows, unguardedCell } from './csv-table';
import { joinedPair, writeCsvPair } from './csv-writer';
import { bytesOf, claim, linksIn, mapOf, read, reasonsIn, refused } from './reading.fixture';
import { ReportWriter } from './report';

const pair = (map: ReturnType<typeof mapOf>) =>
  writeCsvPair(map, { report: new ReportWriter('write'), writtenAt: '', pretty: false });

describe('a cell that a spreadsheet would compute', () => {
  test.each([
    '=1+1',
    '+1 more',
    '-x',
    '@here',
    '\tx',
    '\r=x',
    ' =1',
    "'=1",
    "''-x",
    "' - x",
    '＝1',
    '-',
    '=',
    '@',
  ])('is guarded, and comes back: %j', (cell) => {
    expect(guardedCell(cell)).toBe(`'${cell}`);
    expect(unguardedCell(guardedCell(cell))).toBe(cell);
  });

  test.each(['5', '-5', '0.25', '-1e3', "it's", "'tis", 'a=b', '', '#1', '.5'])('is no other: %j', (cell) => {
    expect(guardedCell(cell)).toBe(cell);
    expect(unguardedCell(cell)).toBe(cell);
  });
});

describe('the CSV pair', () => {
  const map = mapOf(
    [
      claim('m', { isMotion: true, text: '=HYPERLINK("x")', votes: { agree: 1, disagree: 2, pass: 0 } }),
      claim('a', {
        text: 'One, "two"\nthree',
        side: 'a',
        citations: [
          { source: 's', start: 0, end: 3, exact: 'One' },
          { source: 's', exact: 'more' },
        ],
      }),
    ],
    [
      {
        id: 'r',
        from: 'a',
        to: 'm',
        kind: 'supports',
        weight: 0.5,
        impact: { mean: 2, count: 3 },
        group: 'g',
      },
    ],
    {
      sides: [{ key: 'a', name: 'A', speaks: 'against' }],
      sources: [{ key: 's', title: 'S', text: 'One two' }],
    },
  );

  test('is UTF-8 with a byte order mark, CRLF, and no formulas', () => {
    const { claims, relations } = pair(map);
    expect(claims).toBe(
      '\ufeffid,text,kind,code,side,short_title,evidence,speaker,layer,status,base,agree,disagree,pass,source,start,end,quote,more_citations\r\n' +
        'm,"\'=HYPERLINK(""x"")",motion,,,,,,,,,1,2,0,,,,,\r\n' +
        'a,"One, ""two""\nthree",claim,,a,,,,,,,,,,s,0,3,One,"[{""source"":""s"",""exact"":""more""}]"\r\n',
    );
    expect(relations).toBe(
      '\ufeffid,from,to,to_kind,kind,weight,impact_mean,impact_count,group,scheme\r\nr,a,m,claim,supports,0.5,2,3,g,\r\n',
    );
  });

  test.each(['two files', 'one text'])('is read from %s', async (how) => {
    const { claims, relations } = pair(map);
    const {
      map: back,
      from,
      report,
    } = how === 'two files'
      ? await read(claims, { relations: bytesOf(relations) })
      : await read(joinedPair({ claims, relations }));
    expect(from).toBe('csv');
    expect(back.claims).toEqual(map.claims);
    expect(back.relations).toEqual(map.relations);
    expect(back.sources).toEqual([{ key: 's', title: 's', text: '' }]);
    expect(back.sides).toEqual([{ key: 'a', name: 'a', speaks: 'for' }]);
    expect(reasonsIn(report.guessed)).toContain('side a side-speaks');
    expect(report.found).toEqual({ 'rows.claims': 2, 'rows.relations': 1 });
  });

  test('is read as other programs write it: other separators, other names, empty rows, decimal commas', async () => {
    const { map: back, report } = await read(
      'id;Text;Thesis;base;colour\n1;Bells;yes;0,75;red\n;;;;\n2;Noon;;;\n\nfrom;to;type;weight\n2;1;support;0,5\n',
    );
    expect(back.claims).toMatchObject([
      { id: '1', isMotion: true, base: 0.75 },
      { id: '2', isMotion: false },
    ]);
    expect(back.relations).toEqual([{ id: 'r1', from: '2', to: '1', kind: 'supports', weight: 0.5 }]);
    expect(reasonsIn(report.dropped)).toEqual(['line 1 field-unknown']);
  });

  test('may be claims alone', async () => {
    const { map: back, report } = await read('id,text\na,Bells\n', { from: 'csv' });
    expect(linksIn(back)).toEqual([]);
    expect(reasonsIn(report.dropped)).toContain('relations table-missing');
  });

  test.each([
    ['id,text\na,"Bells\nring', 'line 2: A quoted cell is never closed.'],
    ['id,text,kind\na,Bells\n', 'line 2: The row has 2 cells where the header has 3.'],
    ['id,text\na,Bells,more\n', 'line 2: The row has 3 cells where the header has 2.'],
    ['id,words\na,Bells\n', 'line 1: The claims table has no column "text".'],
    ['from,to,kind\na,b,pro\n', 'line 1: The claims table is missing.'],
    ['id,text\na,x\na,y\n', 'line 3: The id "a" is there twice.'],
    ['id,text\n,x\n', 'line 2: "" is not a value for id.'],
    ['id,text,base\na,x,high\n', 'line 2: "high" is not a value for base.'],
    ['id,text,evidence\na,x,sure\n', 'line 2: "sure" is not a value for evidence.'],
    ['id,text,source,more_citations\na,x,s,[{\n', 'line 2: "[{" is not a value for more_citations.'],
    ['id,text\na,x\n\nfrom,to,kind\na,a,maybe\n', 'line 5: "maybe" is not a value for kind.'],
    ['id,text\na,x\n\nid,from,to,kind\na,a,a,pro\n', 'line 5: The id "a" is there twice.'],
    ['id,text\n', 'line 1: There is no claim in the file.'],
  ])('is refused with the line: %j', async (text, line) => {
    expect(await refused(text, { from: 'csv' })).toBe(line);
  });
});

describe('rows of CSV', () => {
  test.each([
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,"b,""c""\n"\nd,',
      [
        ['a', 'b,"c"\n'],
        ['d', ''],
      ],
    ],
    ['"a"b,c\n', [['ab', 'c']]],
    [
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\n\nb\n', [['a'], [''], ['b']]],
  ])('of %j are %j', (text, rows) => {
    expect(readRows(text).map(({ cells }) => cells)).toEqual(rows);
  });

  test('know the line on which they begin', () => {
    expect(readRows('a\n"b\nc\r\nd",e\nf').map(({ line }) => line)).toEqual([1, 2, 5]);
  });
});

describe('a value that no map can have', () => {
  test.each([
    ['a base above 1', 'id,text,base\na,A,\nb,B,2\n', 3],
    ['a code that another claim has', 'id,text,code\na,A,D\nb,B,E\nc,C,D\n', 4],
    ['a base above 1, behind empty lines', 'id,text,base\n\n\na,"A\nB",3\n', 4],
  ])('is refused on its own line: %s', async (_, text, line) => {
    expect(await refused(text, { from: 'csv' })).toMatch(new RegExp(`^line ${line}: `));
  });

  test('is refused on its own line: a weight above 1', async () => {
    const relations = bytesOf('id,from,to,kind,weight\nr,b,a,supports,1\ns,a,b,attacks,7\n');
    expect(await refused('id,text\na,A\nb,B\n', { from: 'csv', relations })).toMatch(/^line 3: /);
  });
});
