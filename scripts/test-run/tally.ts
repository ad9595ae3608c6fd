// What a runner's own JSON report says, as passed and failed. A test that did not run counts as failed:
// nothing may pass by being left out.

import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Tally = { passed: number; failed: number; notes: string[] };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

const failure = (note: string): Tally => ({ passed: 0, failed: 1, notes: [note] });

const readReport = <T>(path: string, schema: z.ZodType<T>): T | null => {
  if (!existsSync(path)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
};

/** Adds what the numbers alone do not show: nothing ran, or the runner failed although no test did. */
const complete = (tally: Tally, exitCode: number | null): Tally => {
  if (tally.passed + tally.failed === 0) return failure('No test ran.');
  if (exitCode !== 0 && tally.failed === 0) {
    return {
      ...tally,
      failed: 1,
      notes: [...tally.notes, `The runner ended with ${exitCode ?? 'a signal'}.`],
    };
  }
  return tally;
};

/**
 * Reads vitest's JSON report.
 *
 * @param exitCode of the runner; `null` when a signal ended it.
 */
export const vitestTally = (path: string, exitCode: number | null): Tally => {
  const report = readReport(path, vitestReport);
  if (!report) return failure('The runner left no report.');
  const left = report.numPendingTests + report.numTodoTests;
  // A file that could not be loaded has no tests to count.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const notes = broken.map((file) => `Could not run ${file.name}.`);
  if (left > 0) notes.push(`${left} left out, counted as failed.`);
  return complete(
    { passed: report.numPassedTests, failed: report.numFailedTests + left + broken.length, notes },
    exitCode,
  );
};

/** Reads Playwright's JSON report; a test that passed only on a second try counts as failed. */
export const playwrightTally = (path: string, exitCode: number | null): Tally => {
  const report = readReport(path, playwrightReport);
  if (!report) return failure('The runner left no report.');
  const { expected, unexpected, flaky, skipped } = report.stats;
  const notes = skipped > 0 ? [`${skipped} left out, counted as failed.`] : [];
  const outside = unexpected === 0 && report.errors.length > 0 ? 1 : 0;
  return complete({ passed: expected, failed: unexpected + flaky + skipped + outside, notes }, exitCode);
};

/** The sum of several tallies. */
export const sum = (tallies: readonly Tally[]): { passed: number; failed: number } => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});
