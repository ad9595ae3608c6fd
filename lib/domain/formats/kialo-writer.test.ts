import { describe, expect, test } from 'vitest';
import { exportMap } from './export-map';
import { claim, mapOf, read, reasonsIn } from './reading.fixture';

const lines = (...all: string[]): string => `${all.join('\n')}\n`;

describe('writing Kialo text', () => {
  const write = (map: ReturnType<typeof mapOf>) => {
    const result = exportMap(map, 'kialo', { writtenAt: '' });
    if (!result.ok) throw new Error(result.error.message);
    return { text: result.value.files[0].text, report: result.value.report };
  };

  test('gives the second generation, with references and footnotes', () => {
    const { text, report } = write(
      mapOf(
        [
          claim('m', { isMotion: true, text: 'Bells should ring.' }),
          claim('a', {
            text: 'They tell\n\nthe time.',
            citations: [{ source: 'x', exact: 'It is  noon.' }, { source: 'y' }],
          }),
          claim('b', { text: 'See [1] and [3].' }),
          claim('u'),
        ],
        [
          { id: 'r1', from: 'a', to: 'm', kind: 'supports' },
          { id: 'r2', from: 'b', to: 'a', kind: 'attacks' },
          { id: 'r3', from: 'b', to: 'm', kind: 'attacks' },
          { id: 'r4', from: 'u', to: 'r1', kind: 'undercuts' },
        ],
        {
          sources: [
            { key: 'x', title: 'X', url: 'https://x.test', text: '' },
            { key: 'y', title: 'Y', text: 'y' },
          ],
        },
      ),
    );
    expect(text).toBe(
      lines(
        ...['Discussion Name:', 'A map', '', '1. Thesis:', 'Bells should ring.', ''],
        ...['  1.1. Pro:', '  They tell', '', '  the time. [1] [2]', ''],
        ...['    1.1.1. Con:', '    See [1] and [3].', '', '    1.1.2. Con:', '    Claim u.', ''],
        ...['  1.2. Con:', '  -> See 1.1.1.', '', 'Sources:', '[1] https://x.test', '"It is noon."', '[2] Y'],
      ),
    );
    expect(report.dropped.map(({ reason, values }) => [reason, values.field])).toEqual([
      ['undercut-becomes-objection', undefined],
      ['field-not-carried', 'language'],
      ['field-not-carried', 'source-text'],
    ]);
  });

  test('guards words that would be read as a footnote, a reference or a header', async () => {
    const texts = ['A [1] b', '-> See 1.', 'C\n\n1.1. Con:\n\nD', 'E\n\nSources:\n\n[1] F'];
    const map = mapOf(
      texts.map((text, index) => claim(`c${index}`, { text, isMotion: true, citations: [{ source: 's' }] })),
      [],
      {
        sources: [{ key: 's', title: 'S', text: '' }],
      },
    );
    const { text, report } = write(map);
    expect((await read(text)).map.claims.map((found) => found.text)).toEqual([
      'A\u00a0[1] b',
      '→ See 1.',
      'C  1.1. Con:  D',
      'E  Sources:  [1] F',
    ]);
    expect(reasonsIn(report.dropped).filter((reason) => reason.startsWith('claim'))).toEqual([
      'claim c0 text-guarded',
      'claim c1 text-guarded',
      'claim c2 text-flattened',
      'claim c3 text-flattened',
    ]);
  });

  test('puts several motions below a question', () => {
    const { text } = write(
      mapOf([claim('a', { isMotion: true }), claim('b', { isMotion: true })], [], { question: 'What now?' }),
    );
    expect(text).toBe(
      lines(
        ...[
          'Discussion Name:',
          'A map',
          '',
          '1. Question:',
          'What now?',
          '',
          '  1.1. Thesis:',
          '  Claim a.',
          '',
        ],
        ...['  1.2. Thesis:', '  Claim b.'],
      ),
    );
  });
});
