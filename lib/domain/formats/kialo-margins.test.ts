import { describe, expect, test } from 'vitest';
import { linksIn, read, reasonsIn } from './reading.fixture';

const second = (...blocks: string[]): string => ['Discussion Name:', 'Bells?', '', ...blocks, ''].join('\n');

const texts = async (file: string) => {
  const { map, report } = await read(file);
  return {
    claims: map.claims.map(({ id, text }) => [id, text]),
    links: linksIn(map),
    guesses: reasonsIn(report.guessed).filter((reason) => /margin|header/.test(reason)),
  };
};

describe('the second generation of Kialo text', () => {
  const blocks = [
    ['1. Thesis:', 'Bells ring.'],
    ['1.1. Con:', 'They wake people.'],
    ['1.1.1. Pro:', 'At six.', '', 'In the morning.'],
    ['1.2. Pro:', 'They tell the time.'],
  ];
  const joined = (margin: (depth: number) => string): string =>
    second(
      blocks
        .map(([head = '', ...rest]) => {
          const depth = head.split('. ')[0]?.split('.').length ?? 1;
          return [head, ...rest].map((line) => `${line === '' ? '' : margin(depth)}${line}`).join('\n');
        })
        .join('\n\n'),
    );
  const whole = {
    claims: [
      ['1', 'Bells ring.'],
      ['1.1', 'They wake people.'],
      ['1.1.1', 'At six.\n\nIn the morning.'],
      ['1.2', 'They tell the time.'],
    ],
    links: ['1.1 attacks 1', '1.1.1 supports 1.1', '1.2 supports 1'],
  };

  test('has each claim indented by its depth', async () => {
    expect(await texts(joined((depth) => '  '.repeat(depth - 1)))).toEqual({ ...whole, guesses: [] });
  });

  test.each([
    ['without its indentation', () => ''],
    ['with another indentation', (depth: number) => '    '.repeat(depth - 1)],
  ])('is read by its numbers %s, and says so', async (_, margin) => {
    expect(await texts(joined(margin))).toEqual({
      ...whole,
      guesses: ['line 7 margin-missing', 'line 10 margin-missing', 'line 15 margin-missing'],
    });
  });

  test('without its indentation keeps as text what cannot come next', async () => {
    const file = second('1. Thesis:', 'A.', '', '1.1. Con:', 'B.', '', '1.7. Con:', 'C.');
    expect((await texts(file)).claims).toEqual([
      ['1', 'A.'],
      ['1.1', 'B.\n\n1.7. Con:\nC.'],
    ]);
  });

  test('with its indentation keeps as text what only looks like a claim, and says so', async () => {
    const file = second('1. Thesis:', 'A.', '', '1.1. Con:', 'is how it begins.', '', '  1.1. Pro:', '  B.');
    expect(await texts(file)).toEqual({
      claims: [
        ['1', 'A.\n\n1.1. Con:\nis how it begins.'],
        ['1.1', 'B.'],
      ],
      links: ['1.1 supports 1'],
      guesses: ['line 7 header-as-text'],
    });
  });
});
