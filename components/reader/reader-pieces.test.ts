import { describe, expect, it } from 'vitest';
import { type NoteMark, paragraphPieces } from './reader-pieces';

const paragraph = {
  start: 10,
  end: 40,
  sentences: [
    { key: 's1', start: 10, end: 20, isContext: false },
    { key: 's2', start: 21, end: 40, isContext: false },
  ],
};
const note = (id: string, start: number, end: number): NoteMark => ({
  id,
  start,
  end,
  kind: 'comment',
  isOwn: false,
});
const none = { notes: [], claim: [], held: null };

describe('the pieces of a paragraph', () => {
  it('are one for each sentence where nothing is marked', () => {
    const { sentences, laneCount } = paragraphPieces(paragraph, none);
    expect(sentences.map(({ pieces }) => pieces.map(({ start, end }) => [start, end]))).toEqual([
      [[10, 20]],
      [[21, 40]],
    ]);
    expect(laneCount).toBe(0);
  });

  it('never reach over the end of a sentence, and join into its words', () => {
    const notes = [note('a', 0, 25), note('b', 15, 30)];
    const { sentences, laneCount } = paragraphPieces(paragraph, { ...none, notes });
    expect(sentences.map(({ pieces }) => pieces.map(({ start, end }) => [start, end]))).toEqual([
      [
        [10, 15],
        [15, 20],
      ],
      [
        [21, 25],
        [25, 30],
        [30, 40],
      ],
    ]);
    expect(sentences[1]?.pieces.map(({ lanes }) => lanes.map((one) => one?.id ?? null))).toEqual([
      ['a', 'b'],
      [null, 'b'],
      [],
    ]);
    expect(laneCount).toBe(2);
  });

  it('have three lanes at most, and count the notes that found none', () => {
    const notes = ['a', 'b', 'c', 'd', 'e'].map((id) => note(id, 22, 30));
    const { sentences, laneCount } = paragraphPieces(paragraph, { ...none, notes });
    expect(laneCount).toBe(3);
    expect(sentences.map(({ hidden }) => hidden)).toEqual([0, 2]);
  });

  it('say where the selected claim rests, where that changed, and what is held', () => {
    const { sentences } = paragraphPieces(paragraph, {
      notes: [],
      claim: [
        { start: 10, end: 14, isChanged: false },
        { start: 21, end: 30, isChanged: true },
      ],
      held: { start: 12, end: 24 },
    });
    const flags = sentences.flatMap(({ pieces }) =>
      pieces.map(({ start, isClaim, isChanged, isHeld }) => [start, isClaim, isChanged, isHeld]),
    );
    expect(flags).toEqual([
      [10, true, false, false],
      [12, true, false, true],
      [14, false, false, true],
      [21, true, true, true],
      [24, true, true, false],
      [30, false, false, false],
    ]);
  });
});
