import { describe, expect, test } from 'vitest';
import { checkArgdownWork } from './argdown-work';
import { DEFAULT_LIMITS } from './limits';
import { RefusedError, refusalLine } from './refusal';

/** The line with which a text is refused before the parser sees it, or null. */
function refusedAtOnce(text: string): string | null {
  try {
    checkArgdownWork(text, { ...DEFAULT_LIMITS, maxTextLength: 100 });
    return null;
  } catch (error) {
    if (error instanceof RefusedError) return refusalLine(error.refusal);
    throw error;
  }
}

const words = 'words '.repeat(30).trim();

describe('a text that is too long', () => {
  test.each([
    ['in one line', `[A]: ${words}`, 1],
    ['over several lines', `[A]: x\n\n[B]: ${words.replaceAll(' ', '\n')}`, 3],
    ['below an arrow', `[A]: x\n  + [B]: ${words}`, 2],
    ['between marks', `[A]: ${'_a_ '.repeat(101)}`, 1],
    ['in another script', `[A]: ${'слова '.repeat(30)}`, 1],
  ])('is seen before it is parsed: %s', (_, text, line) => {
    expect(refusedAtOnce(text)).toMatch(
      new RegExp(`^line ${line}: A text has \\d+ characters; at most 100 are taken\\.$`),
    );
  });

  test.each([
    ['texts of their own', `(1) ${words.slice(0, 99)}\n(2) ${words.slice(0, 99)}\n----\n(3) x`],
    ['data', `[A]: x {"text":"${words}"}`],
    ['data over several lines', `[A]: x {\n  text: ${words}\n}`],
    ['a comment', `[A]: x\n/*\n\n${words}\n\n*/`],
    ['a comment to the end of the line', `[A]: x // ${words}`],
    ['an address', `[A]: [x](https://x.test/${words.replaceAll(' ', '-')})`],
    ['marks that are escaped', `[A]: ${'\\. '.repeat(101)}`],
  ])('is not mistaken for %s', (_, text) => {
    expect(refusedAtOnce(text)).toBeNull();
  });
});
