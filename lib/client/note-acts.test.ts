import { describe, expect, test } from 'vitest';
import { noteOf } from '@/lib/domain/annotation/testing/plain-note';
import type { AnnotationView } from '@/lib/domain/annotation/view';
import type { AnnotationAnswer, SendOutcome } from './contribution-types';
import { NoteActs } from './note-acts';

const note = noteOf('n', { helpfulCount: 2 });

/** A server whose answers the test gives one by one, and what the page learned so far. */
function around() {
  const learned: AnnotationView[] = [];
  const asked: { body: unknown; answer: (outcome: SendOutcome<AnnotationAnswer>) => void }[] = [];
  const acts = new NoteActs({
    send: <T>(_method: string, _path: string, body: unknown) =>
      new Promise<SendOutcome<T>>((resolve) => {
        asked.push({ body, answer: (outcome) => resolve(outcome as SendOutcome<T>) });
      }),
    read: () => Promise.reject(new Error('nothing is read here')),
    learn: (known) => learned.push(known),
  });
  const seen = () => learned.map((one) => [one.isHelpfulToMe, one.helpfulCount]);
  return { acts, asked, seen };
}

const sent = (more: Partial<AnnotationView>): SendOutcome<AnnotationAnswer> => ({
  status: 'sent',
  value: { annotation: { ...note, ...more } },
});
const lost: SendOutcome<AnnotationAnswer> = {
  status: 'failed',
  code: 'unreachable',
  message: '',
  field: null,
  current: null,
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('saying that a note helped', () => {
  test('shows at once, and then what the server counted', async () => {
    const { acts, asked, seen } = around();
    const outcome = acts.setHelpful(note, true);
    expect(seen()).toEqual([[true, 3]]);
    asked[0]?.answer(sent({ isHelpfulToMe: true, helpfulCount: 5 }));
    expect((await outcome).status).toBe('sent');
    expect(seen()).toEqual([
      [true, 3],
      [true, 5],
    ]);
  });

  test('is put back as it was when the server was not reached', async () => {
    const { acts, asked, seen } = around();
    const outcome = acts.setHelpful(note, true);
    asked[0]?.answer(lost);
    expect((await outcome).status).toBe('failed');
    expect(seen().at(-1)).toEqual([false, 2]);
  });

  test('and taking it back before the answer sends both, in order', async () => {
    const { acts, asked, seen } = around();
    const first = acts.setHelpful(note, true);
    const second = acts.setHelpful({ ...note, isHelpfulToMe: true, helpfulCount: 3 }, false);
    expect((await second).status).toBe('waiting');
    expect(asked).toHaveLength(1);
    asked[0]?.answer(sent({ isHelpfulToMe: true, helpfulCount: 3 }));
    await settled();
    expect(asked.map(({ body }) => body)).toEqual([{ isHelpful: true }, { isHelpful: false }]);
    asked[1]?.answer(sent({ helpfulCount: 2 }));
    await first;
    expect(seen().at(-1)).toEqual([false, 2]);
  });

  test('twice there and back before the answer sends it once', async () => {
    const { acts, asked } = around();
    const first = acts.setHelpful(note, true);
    await acts.setHelpful({ ...note, isHelpfulToMe: true, helpfulCount: 3 }, false);
    await acts.setHelpful(note, true);
    asked[0]?.answer(sent({ isHelpfulToMe: true, helpfulCount: 3 }));
    await first;
    expect(asked).toHaveLength(1);
  });
});
