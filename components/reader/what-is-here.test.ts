import { expect, it } from 'vitest';
import type { AnnotationThread } from '@/lib/domain/annotation/view';
import { sketchDebate } from '@/lib/domain/debate/testing/debate-sketch';
import type { ClaimView, SourceView } from '@/lib/domain/debate/view';
import { letterOf } from './note-letter';
import { whatIsHere } from './what-is-here';

const source = { version: { id: 'v1' } } as SourceView;
const { claims } = sketchDebate([{ code: 'D1' }, { code: 'H1' }, { code: 'X1' }], []);
const cites = (code: string, sourceVersionId: string, start: number, end: number): ClaimView => {
  const claim = claims.find((one) => one.code === code);
  if (!claim) throw new Error(`the sketch has no ${code}`);
  return { ...claim, citations: [{ sourceVersionId, start, end } as ClaimView['citations'][number]] };
};
const note = (id: string, start: number, end: number, more: object = {}): AnnotationThread =>
  ({
    note: {
      id,
      isRemoved: false,
      target: { type: 'passage', sourceVersionId: 'v1', start, end, exact: '', isLost: false },
      ...more,
    },
    replies: [],
  }) as unknown as AnnotationThread;

it('a passage is spoken of by what touches it in this version, not by what only borders on it', () => {
  const here = whatIsHere(
    source,
    [cites('D1', 'v1', 5, 12), cites('H1', 'v1', 0, 10), cites('X1', 'v0', 0, 99)],
    [note('in', 15, 18), note('borders', 20, 25), note('gone', 12, 18, { isRemoved: true })],
    { start: 10, end: 20 },
  );
  expect(here.claims.map(({ code }) => code)).toEqual(['D1']);
  expect(here.notes.map(({ id }) => id)).toEqual(['in']);
});

it('notes have letters, and two after the last one', () => {
  expect([0, 25, 26, 27, 52].map(letterOf)).toEqual(['a', 'z', 'aa', 'ab', 'ba']);
});
