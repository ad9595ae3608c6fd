import { describe, expect, test } from 'vitest';
import { addAnnotation } from '../annotation/commands';
import { database } from '../database/client';
import { aClaim, aDebate, aParticipant } from '../testing/a-debate';
import { codeOf, valueIn } from '../testing/expecting';
import { readSourceDocument } from './read-source-document';
import { addSource } from './source-commands';
import { sourceList } from './source-list';

describe('the list of sources', () => {
  test('tells versions and what is tied to each, and who may add to it', async () => {
    const debate = await aDebate();
    const [owner, reader] = [
      await aParticipant(debate.roomId, 'owner'),
      await aParticipant(debate.roomId, 'participant'),
    ];
    const slug = debate.slug;
    const claimId = await aClaim(debate);
    const place = {
      sourceVersionId: debate.sourceVersionId,
      start: 0,
      end: 5,
      exact: debate.text.slice(0, 5),
    };
    await database().prisma.citation.create({
      data: {
        debateId: debate.id,
        roomId: debate.roomId,
        claimId,
        ...place,
        prefix: '',
        suffix: '',
        position: 0,
      },
    });
    for (const visibility of ['private', 'room'] as const)
      valueIn(
        await addAnnotation(reader, debate.roomId, {
          kind: 'comment',
          visibility,
          body: 'Hm.',
          target: { type: 'passage', ...place },
        }),
      );
    valueIn(
      await addSource(owner, slug, {
        title: 'Bells',
        text: '# At night\n\nThey ring.\n\nAll hear.',
        language: 'uk',
      }),
    );

    const list = await sourceList(owner, slug);
    expect(list).toMatchObject({
      canWrite: true,
      sources: [
        { citations: 1, notes: 1, versions: [{ number: 1 }] },
        {
          source: { title: 'Bells', language: 'uk' },
          citations: 0,
          notes: 0,
          versions: [{ number: 1, passageCount: 2, characters: 21 }],
        },
      ],
    });
    expect((await sourceList(reader, slug))?.canWrite).toBe(false);
    expect(await sourceList(reader, 'no-such-debate')).toBeNull();
  });
});

describe('reading a document', () => {
  test('answers the text and writes nothing; base64 that is none is no input', async () => {
    const debate = await aDebate();
    const person = await aParticipant(debate.roomId, 'participant');
    const content = Buffer.from('# Дзвони\n\nВони дзвонять.').toString('base64');
    const read = valueIn(await readSourceDocument(person, { fileName: 'a.md', content }));
    expect(read).toMatchObject({ kind: 'markdown', title: 'Дзвони', text: 'Вони дзвонять.', losses: [] });
    expect(
      await readSourceDocument(person, { fileName: 'a.md', content: `${content.slice(0, -4)}!!!!` }),
    ).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', field: 'content' },
    });
    expect(await readSourceDocument(person, { fileName: 'a.pdf', content })).toMatchObject({
      ok: false,
      error: {
        code: 'file-refused',
        current: { code: 'kind-differs', values: { said: 'PDF', found: 'text' } },
      },
    });
  }, 60_000);

  test('are read one at a time for each person', async () => {
    const debate = await aDebate();
    const [person, other] = [await aParticipant(debate.roomId), await aParticipant(debate.roomId)];
    const input = { fileName: 'a.md', content: Buffer.from('# Bells\n\nThey ring.').toString('base64') };
    const read = await Promise.all(
      [person, person, other].map((reader) => readSourceDocument(reader, input)),
    );
    expect(read.map(codeOf)).toEqual(['ok', 'database-busy', 'ok']);
    expect(codeOf(await readSourceDocument(person, input))).toBe('ok');
  }, 60_000);
});
