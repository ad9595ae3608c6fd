import { expect, it } from 'vitest';
import { answerParts, isolated, wrapParts } from './answer-parts';

const parts = answerParts(
  `agree: ${isolated('Leaving is a necessity')}; disagree: ${isolated('הטענה הזאת')}`,
);
const plain = (lines: ReturnType<typeof wrapParts>) =>
  lines.map((line) => line.map(({ text }) => text).join(''));

it('words of a claim are told from the words around them', () => {
  expect(parts).toEqual([
    { text: 'agree: ', isClaim: false },
    { text: 'Leaving is a necessity', isClaim: true },
    { text: '; disagree: ', isClaim: false },
    { text: 'הטענה הזאת', isClaim: true },
  ]);
});

it('they stay apart on lines, which break between words alone', () => {
  const lines = wrapParts(parts, 14, 9);
  expect(plain(lines)).toEqual(['agree: Leaving', 'is a necessity;', 'disagree:', 'הטענה הזאת']);
  expect(lines[0]?.map(({ isClaim }) => isClaim)).toEqual([false, true]);
});

it('the last line says that there is more', () => {
  expect(plain(wrapParts(parts, 14, 3))).toEqual(['agree: Leaving', 'is a necessity;', 'disagree:…']);
  expect(plain(wrapParts(parts, 14, 1))).toEqual(['agree: Leavin…']);
});
