import { FEWEST_FOR_DISTRIBUTION, isSmall } from '../visibility';

/**
 * Small cells. A cell is a number of answers that something is told about: the votes on a claim, the stances of a group. Below five
 * nothing is told of it, and nothing that it could be worked out from. It counts answers, not each kind of answer: where all
 * agree, the number who disagree is 0 and hides nothing.
 */

/** Answers to one thing, of so many people. */
export interface Cell {
  people: number;
  answers: number;
}

/**
 * Places of the cells to hide when their total is known: every small one, and the smallest others until what is hidden is more
 * than one cell and at least five answers, so that no subtraction tells of fewer. A cell of fewer than five people is small
 * whatever they answered: that none of them did, or all, tells of each.
 */
export function hiddenCells(cells: readonly Cell[]): ReadonlySet<number> {
  const isHidden = ({ people, answers }: Cell) => isSmall(people) || isSmall(answers);
  const hidden = new Set(cells.flatMap((cell, index) => (isHidden(cell) ? [index] : [])));
  if (hidden.size === 0) return hidden;
  const sum = () => [...hidden].reduce((total, index) => total + (cells[index]?.answers ?? 0), 0);
  const others = cells
    .map(({ answers }, index) => ({ answers, index }))
    .filter(({ answers, index }) => answers > 0 && !hidden.has(index))
    .sort((a, b) => a.answers - b.answers || a.index - b.index);
  for (const { index } of others) {
    if (hidden.size > 1 && sum() >= FEWEST_FOR_DISTRIBUTION) break;
    hidden.add(index);
  }
  return hidden;
}
