import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { playwrightTally, sum, vitestTally } from './tally';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-tally-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const report = (content: unknown): string => {
  const path = join(folder, 'report.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const vitest = (numbers: object, testResults: unknown[] = []): string =>
  report({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    ...numbers,
    testResults,
  });

const playwright = (stats: object, errors: unknown[] = []): string =>
  report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('vitest', () => {
  test.each([
    ['all passed', { numPassedTests: 7 }, 0, 7, 0],
    ['some failed', { numPassedTests: 5, numFailedTests: 2 }, 1, 5, 2],
    ['left-out tests fail', { numPassedTests: 5, numPendingTests: 1, numTodoTests: 1 }, 0, 5, 2],
    ['nothing ran', {}, 0, 0, 1],
    ['the runner failed although no test did', { numPassedTests: 5 }, 1, 5, 1],
    ['a signal ended the runner', { numPassedTests: 5 }, null, 5, 1],
  ])('%s', (_name, numbers, exitCode, passed, failed) => {
    expect(vitestTally(vitest(numbers), exitCode)).toMatchObject({ passed, failed });
  });

  test('a file that could not be loaded fails', () => {
    const path = vitest({ numPassedTests: 3 }, [
      { name: 'a.test.ts', status: 'failed', assertionResults: [] },
    ]);
    expect(vitestTally(path, 1)).toEqual({ passed: 3, failed: 1, notes: ['Could not run a.test.ts.'] });
  });
});

describe('playwright', () => {
  test.each([
    ['all passed', { expected: 4 }, 0, 4, 0],
    ['skipped and flaky tests fail', { expected: 4, skipped: 2, flaky: 1 }, 0, 4, 3],
    ['nothing ran', {}, 0, 0, 1],
  ])('%s', (_name, stats, exitCode, passed, failed) => {
    expect(playwrightTally(playwright(stats), exitCode)).toMatchObject({ passed, failed });
  });

  test('a setup that failed counts once', () => {
    expect(playwrightTally(playwright({}, ['no server']), 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});

test.each([['{'], ['{}'], ['']])('a report that reads %j fails', (content) => {
  expect(vitestTally(report(content), 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(playwrightTally(report(content), 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('a report that is missing fails', () => {
  expect(vitestTally(join(folder, 'none.json'), 0)).toMatchObject({ failed: 1 });
});

test('tallies add up', () => {
  const one = { passed: 1, failed: 0, notes: [] };
  expect(sum([one, { passed: 5, failed: 2, notes: [] }])).toEqual({ passed: 6, failed: 2 });
});
