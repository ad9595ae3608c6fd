import { describe, expect, test } from 'vitest';
import { exportMap } from './export-map';
import { claim, groupsIn, linksIn, mapOf, read, reasonsIn, refused } from './reading.fixture';

const argdown = (text: string) => read(text, { from: 'argdown' });

const strict = '===\nmodel:\n  mode: strict\n===\n\n';

describe('Argdown', () => {
  test('has statements and arguments, and arrows in both directions', async () => {
    const { map, report } = await argdown(
      [
        '[A]: Bells should ring.',
        '  + <B>: They tell the time.',
        '    - [C]: So do clocks.',
        '  <- [D]',
        '  +> [E]',
        '  -> [F]: Sleep matters.',
      ].join('\n'),
    );
    expect(map.claims.map(({ id, text, shortTitle }) => [id, text, shortTitle])).toEqual([
      ['A', 'Bells should ring.', 'A'],
      ['B', 'They tell the time.', 'B'],
      ['C', 'So do clocks.', 'C'],
      ['D', 'D', undefined],
      ['E', 'E', undefined],
      ['F', 'Sleep matters.', 'F'],
    ]);
    expect(linksIn(map)).toEqual([
      'B supports A',
      'C attacks B',
      'D attacks A',
      'A supports E',
      'A attacks F',
    ]);
    expect(reasonsIn(report.guessed).filter((reason) => reason.endsWith('title-as-text'))).toHaveLength(2);
    expect(report.found).toMatchObject({
      statements: 5,
      arguments: 1,
      'relations.support': 2,
      'relations.attack': 3,
    });
  });

  test('keeps a statement and an argument of one title apart', async () => {
    const { map } = await argdown('[A]: One.\n  + <A>: Two.\n');
    expect(map.claims.map(({ id, text }) => [id, text])).toEqual([
      ['A', 'One.'],
      ['A~2', 'Two.'],
    ]);
    expect(linksIn(map)).toEqual(['A~2 supports A']);
  });

  test('calls statements without a title by the order of the file', async () => {
    const text = 'One.\n  - Two.\n';
    const { map } = await argdown(text);
    expect(map.claims.map(({ id, shortTitle }) => [id, shortTitle])).toEqual([
      ['Untitled 1', undefined],
      ['Untitled 2', undefined],
    ]);
    expect((await argdown(text)).map).toEqual(map);
  });

  test('takes the first of several wordings', async () => {
    const { map, report } = await argdown('[A]: One.\n\n[A]: Two.\n\n[A]: One.\n');
    expect(map.claims.map(({ text }) => text)).toEqual(['One.']);
    expect(reasonsIn(report.merged)).toEqual(['line 1 several-wordings']);
  });

  test('reads entailment and contraries in strict mode, and arrows of people in loose mode', async () => {
    const text = '[A]: One.\n  + [B]: Two.\n  - [C]: Three.\n  >< [D]: Four.\n';
    const loose = await argdown(text);
    expect(linksIn(loose.map)).toEqual(['B supports A', 'C attacks A', 'A attacks D', 'D attacks A']);
    const { map, report } = await argdown(strict + text);
    expect(linksIn(map)).toEqual([
      'B supports A',
      'C attacks A',
      'A attacks C',
      'A attacks D',
      'D attacks A',
    ]);
    expect(reasonsIn(report.guessed)).toEqual(
      expect.arrayContaining(['line 7 entailment', 'line 8 symmetric-conflict', 'line 9 symmetric-conflict']),
    );
    expect(report.found).toMatchObject({
      'relations.entails': 1,
      'relations.contrary': 1,
      'relations.contradictory': 1,
    });
  });

  test('reads no setting from the front matter but the mode', async () => {
    const { map } = await argdown(
      '===\nmodel:\n  mode: strict\n  removeTagsFromText: false\n  shortcodes: null\nprocess: [nothing]\nthrowExceptions: false\n===\n\n[A]: One. #tag\n  - [B]: .A. two.\n',
    );
    expect(map.claims.map(({ text }) => text)).toEqual(['One.', '∀ two.']);
    expect(map.relations).toHaveLength(2);
  });

  test('takes titles, sources of links, and nothing personal', async () => {
    const { map, report } = await argdown(
      '===\ntitle: Bells\nauthor: Eve\ncolor: red\n===\n\n# Head\n\n[A]: See [a study](https://x.test/a) and [here](file.md). #one // a comment\n',
    );
    expect(map.title).toBe('Bells');
    expect(map.claims[0]).toMatchObject({ text: 'See a study and here.', citations: [{ source: 'link-1' }] });
    expect(map.sources).toEqual([{ key: 'link-1', title: 'a study', url: 'https://x.test/a', text: '' }]);
    expect(reasonsIn(report.dropped)).toEqual([
      'line 1 person-details',
      'line 1 field-unknown',
      'line 9 tag',
      'line 9 link-not-a-source',
      'line 7 heading',
      'line 9 comment',
    ]);
  });

  test('tells what the parser changes without a word: addresses cut, letters replaced', async () => {
    const { map, report } = await argdown('[A]: See https://x.test for more\nor section III.A. of it.\n');
    expect(map.claims[0]?.text).toBe('See https: or section III∀ of it.');
    expect(reasonsIn(report.dropped)).toEqual(['line 1 address-cut']);
    expect(reasonsIn(report.guessed)).toContain('line 2 special-character');
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'takes %s for a title like any other',
    async (title) => {
      const { map } = await argdown(
        `[${title}]: One. #${title}\n  - <${title}>: Two.\n\n[${title}]\n  + [x]: Three.\n`,
      );
      expect(map.claims.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.']);
      expect(map.relations).toHaveLength(2);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});

describe('an argument that is written out', () => {
  const reconstruction = [
    '<Arg>: In short.',
    '',
    '(1) [P]: One.',
    '(2) Two.',
    '-- modus ponens --',
    '(3) [Q]: Three.',
    '(4) [R]: Four.',
    '----',
    '(5) [C]: Five.',
  ];

  test('links the premises of each step, and goes on from its conclusion', async () => {
    const { map, report } = await argdown(reconstruction.join('\n'));
    expect(linksIn(map)).toEqual(['P supports Q', 'Untitled 1 supports Q', 'Q supports C', 'R supports C']);
    expect(groupsIn(map)).toEqual(['P + Untitled 1', 'Q + R']);
    expect(map.relations.map(({ scheme }) => scheme)).toEqual([
      'modus ponens',
      'modus ponens',
      undefined,
      undefined,
    ]);
    expect(reasonsIn(report.dropped)).toEqual(['line 1 argument-description']);
    expect(map.claims.map(({ id }) => id)).not.toContain('Arg');
  });

  test('may say which statements a step uses', async () => {
    const { map } = await argdown(
      '<A>\n\n(1) [P]: One.\n(2) [Q]: Two.\n----\n(3) [R]: Three.\n(4) [S]: Four.\n--\nRule {uses: [1, 4]}\n--\n(5) [C]: Five.\n',
    );
    expect(groupsIn(map)).toEqual(['P + Q', 'P + S']);
  });

  test('is undercut in its inference, attacked in its only premise, else in its inference too', async () => {
    const { map, report } = await argdown(
      [
        ...reconstruction,
        '  <_ <U>: Not so.',
        '',
        '<Arg>',
        '  - <V>: Why?',
        '  + [W]: Indeed.',
        '',
        '<One>',
        '',
        '(1) [O]: Only.',
        '----',
        '(2) [Z]: End.',
        '',
        '<One>',
        '  - [X]: But.',
      ].join('\n'),
    );
    expect(linksIn(map).slice(5)).toEqual([
      'U undercuts (Q supports C)',
      'V undercuts (Q supports C)',
      'W supports C',
      'X attacks O',
    ]);
    expect(reasonsIn(report.guessed)).toEqual(
      expect.arrayContaining(['line 13 attack-on-argument', 'line 14 support-on-argument']),
    );
  });

  test('that leads to its own conclusion says nothing new', async () => {
    const { map } = await argdown('[C]: End.\n  + <A>\n\n<A>\n\n(1) [P]: One.\n----\n(2) [C]\n');
    expect(linksIn(map)).toEqual(['P supports C']);
  });
});

describe('an undercut in Argdown', () => {
  test('of a plain argument meets every reason that it gives', async () => {
    const { map, report } = await argdown(
      '[A]: One.\n  + <B>: Two.\n    <_ <U>: No.\n\n<B>\n  -> [C]: Three.\n',
    );
    expect(linksIn(map)).toEqual([
      'B supports A',
      'U undercuts (B supports A)',
      'U undercuts (B attacks C)',
      'B attacks C',
    ]);
    expect(reasonsIn(report.guessed)).toContain('line 3 undercut-of-argument');
  });

  test('of what gives no reason is an attack', async () => {
    const { map, report } = await argdown('<A>: One.\n  <_ <U>: No.\n');
    expect(linksIn(map)).toEqual(['U attacks A']);
    expect(reasonsIn(report.guessed)).toContain('line 2 undercut-without-relation');
  });
});

describe('relations written as arguments', () => {
  const text = [
    '[c1]: Bells should ring. {start: 0, end: 90, quote: "a \\u007d b"}',
    '',
    '[c4]: They wake people.',
    '',
    '<r7> {type: attack, w: 0.8}',
    '  <+ [c4]',
    '  -> [c1]',
    '',
    '<r9> {type: undercut, w: 1}',
    '  <+ [c5]: At noon.',
    '  <+ [c6]: On Sundays.',
    '  _> <r7>',
  ].join('\n');

  test('are relations with weights, that can be undercut and have linked premises', async () => {
    const { map, report } = await argdown(text);
    expect(map.claims.map(({ id }) => id)).toEqual(['c1', 'c4', 'c5', 'c6']);
    expect(map.relations).toEqual([
      { id: 'r7', from: 'c4', to: 'c1', kind: 'attacks', weight: 0.8 },
      { id: 'r9.1', from: 'c5', to: 'r7', kind: 'undercuts', weight: 1, group: 'r9' },
      { id: 'r9.2', from: 'c6', to: 'r7', kind: 'undercuts', weight: 1, group: 'r9' },
    ]);
    expect(report.dropped.map(({ values }) => values.field)).toEqual(['start', 'end', 'quote']);
  });

  test.each([
    ['without a premise', '<r> {type: attack}\n  -> [c1]: One.'],
    ['with words of its own', '<r>: Words. {type: attack}\n  <+ [c2]: Two.\n  -> [c1]: One.'],
    ['with another arrow than its type', '<r> {type: support}\n  <+ [c2]: Two.\n  -> [c1]: One.'],
    ['with two targets', '<r> {type: attack}\n  <+ [c2]: Two.\n  -> [c1]: One.\n  -> [c3]: Three.'],
  ])('are claims %s', async (_, file) => {
    expect((await argdown(file)).map.claims.map(({ id }) => id)).toContain('r');
  });
});

describe('Argdown is refused, with the line,', () => {
  test.each([
    ['where an arrow has no parent', '[A]: One.\n\n  + [B]\n', /^line 3: Invalid paragraph start\./],
    ['where a step has no conclusion', '<A>\n\n(1) One.\n\n[B]: x\n', /^line \d+: .*premise-conclusion/i],
    ['where YAML is broken', '[A]: One.\n\n[B]: Two. {a: [}\n', /^line 3: The YAML is broken: /],
    ['where the front matter is broken', '===\na: [\n===\n\n[A]: One.\n', /^line 1: The YAML is broken: /],
    [
      'where a line ends in a lone backslash',
      '[A]: One.\n[B]: Two. \\\nThree.\n',
      /^line 2: A line ends with a lone backslash\.$/,
    ],
    [
      'where YAML unfolds',
      `===\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(9)}]`)
        .join('\n')}\n===\n\n[A]: One.\n`,
      /^line 1: The YAML refers to itself/,
    ],
    ['where YAML names itself', '[A]: One. {a: &a [*a]}\n', /^line 1: The YAML refers to itself/],
    ['where a comment is opened again and again', `[A]: ${'/* '.repeat(50_000)}`, /^line 1: From here on/],
    ['where data is opened again and again', `[A]: One.\n${'{ '.repeat(50_000)}`, /^line 2: From here on/],
    [
      'where one claim has thousands of relations',
      `[A]\n${'  - [b]\n'.repeat(20_000)}`,
      /^line \d+: From here on/,
    ],
    ['where there is nothing but marks', `[A]: One.\n${'*'.repeat(500_000)}`, /^line 1: From here on/],
    ['where it is JSON', '{"nodes": []}', /^The file|^line 1/],
  ])('%s', async (_, text, line) => {
    expect(await refused(text, { from: 'argdown' })).toMatch(line);
  });

  test('when claims stand below claims deeper than any debate', async () => {
    const nested = (levels: number) =>
      Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth + 1)}+ <a${depth}>: x`).join('\n');
    expect(await refused(`[A]: One.\n${nested(2_000)}`, { from: 'argdown' })).toBe(
      'line 65: The nesting is deeper than 64 levels.',
    );
    expect((await argdown(`[A]: One.\n${nested(63)}`)).map.claims).toHaveLength(64);
  });

  test('when its marks nest deeper than the parser can follow', async () => {
    expect(await refused(`[A]: ${'_a '.repeat(15_000)}`, { from: 'argdown' })).toMatch(
      /^line 1: The parser gives up: /,
    );
  });
});

describe('writing Argdown', () => {
  const map = mapOf(
    [
      claim('m', { isMotion: true, text: 'Bells {ring}: #1 /* at */ https://x.test === noon.', code: 'M' }),
      claim('a', { votes: { agree: 3, disagree: 1, pass: 0 }, text: 'One\n\ntwo }' }),
      claim('b'),
      claim('u'),
    ],
    [
      { id: 'r1', from: 'a', to: 'm', kind: 'supports', weight: 0.5 },
      { id: 'r2', from: 'b', to: 'm', kind: 'attacks', group: 'g' },
      { id: 'r3', from: 'a', to: 'm', kind: 'attacks', group: 'g' },
      { id: 'r4', from: 'u', to: 'r3', kind: 'undercuts' },
    ],
  );
  const write = (pretty: boolean) => {
    const result = exportMap(map, 'argdown', { writtenAt: '', pretty });
    if (!result.ok) throw new Error(result.error.message);
    return { text: result.value.files[0].text, report: result.value.report };
  };

  test('keeps everything, as data where the text cannot', () => {
    expect(write(false).text).toBe(
      [
        '===',
        'title: "A map"',
        'format: "standpoint/map@1"',
        'language: "en"',
        'sides: []',
        'sources: []',
        'model:',
        '  mode: loose',
        '===',
        '',
        '[M-Bells-ring-1-at]: Bells \\{ring\\}\\: \\#1 \\/\\* at \\*\\/ https\\:\\/\\/x\\.test \\=\\=\\= noon\\. {"id":"m","code":"M","isMotion":true}',
        '',
        '[a-One-two]: One two \\} {"id":"a","votes":{"agree":3,"disagree":1,"pass":0},"text":"One\\n\\ntwo \\u007d"}',
        '',
        '[b-Claim-b]: Claim b\\. {"id":"b"}',
        '',
        '[u-Claim-u]: Claim u\\. {"id":"u"}',
        '',
        '<r-r1> {"type":"support","id":"r1","w":0.5}',
        '  <+ [a-One-two]',
        '  +> [M-Bells-ring-1-at]',
        '',
        '<r-r2> {"type":"attack","group":"g","premises":[{"from":"b","id":"r2"},{"from":"a","id":"r3"}]}',
        '  <+ [b-Claim-b]',
        '  <+ [a-One-two]',
        '  -> [M-Bells-ring-1-at]',
        '',
        '<r-r4> {"type":"undercut","id":"r4","to":"r3"}',
        '  <+ [u-Claim-u]',
        '  _> <r-r2>',
        '',
      ].join('\n'),
    );
    expect(write(false).report.dropped).toEqual([]);
  });

  test('is for people when it shall be pretty', () => {
    const { text, report } = write(true);
    expect(text).toContain('[b-Claim-b]: Claim b\\.\n\n[u-Claim-u]');
    expect(text).toContain(' noon\\.\n  + [a-One-two]\n');
    expect(text).toContain('<r-r2> {"type":"attack"}\n  <+ [b-Claim-b]\n  <+ [a-One-two]\n  -> ');
    expect(report.dropped.map(({ values }) => values.field)).toEqual([
      'language',
      'code',
      'motion',
      'votes',
      'weight',
    ]);
  });

  test('leaves what another hand changed: words win over data, ids are kept', async () => {
    const { text } = write(false);
    const edited = text
      .replace('One two \\}', 'One or two.')
      .replace('{"id":"b"}', '{"id":"b","side":"x","base":7}');
    const { map: back, report } = await read(edited);
    expect(back.claims.map(({ id, text: words }) => [id, words])).toContainEqual(['a', 'One or two.']);
    expect(reasonsIn(report.dropped)).toEqual(['line 15 field-unknown', 'line 15 side-missing']);
    expect(linksIn(back)).toEqual(linksIn(map));
  });
});
