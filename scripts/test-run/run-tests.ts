// The parts of `npm test`, in order. A part that fails does not keep later ones from running.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateClient } from '@/lib/server/running/prepare';
import { ensureBrowser } from './browser';
import { runProgram } from './run-program';
import { playwrightTally, sum, type Tally, vitestTally } from './tally';

/** Beside the app's own build, which may be serving while the tests run. */
const testBuildFolder = '.next-test';

type Step = { part: 'checks' | 'unit' | 'db' | 'e2e'; title: string; run: () => Promise<Tally> };

const parts = ['checks', 'unit', 'db', 'e2e'] as const;

const steps = (root: string, scratch: string): Step[] => {
  const program = (...path: string[]): string => join('node_modules', ...path);

  /** One check is one test: it passes or fails whole, and speaks only when it fails. */
  const check =
    (...commands: string[][]) =>
    async (): Promise<Tally> => {
      for (const args of commands) {
        const { code, output } = await runProgram(args, { root, quiet: true, limitMinutes: 5 });
        if (code !== 0) {
          console.log(output.trim());
          return { passed: 0, failed: 1, notes: [] };
        }
      }
      return { passed: 1, failed: 0, notes: [] };
    };

  const vitest = (project: string, limitMinutes: number) => async (): Promise<Tally> => {
    const report = join(scratch, `${project}.json`);
    const { code } = await runProgram(
      [
        ...[program('vitest', 'vitest.mjs'), 'run', '--project', project],
        ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
      ],
      { root, quiet: false, limitMinutes },
    );
    return vitestTally(report, code);
  };

  const journeys = async (): Promise<Tally> => {
    const browser = ensureBrowser();
    if (browser === null) {
      return {
        passed: 0,
        failed: 1,
        notes: ['There is no browser: install Chromium, or name one in STANDPOINT_BROWSER.'],
      };
    }
    const report = join(scratch, 'journeys.json');
    const { code } = await runProgram(
      [program('@playwright', 'test', 'cli.js'), 'test', '--reporter=dot,json'],
      {
        root,
        quiet: false,
        limitMinutes: 18,
        env: {
          STANDPOINT_BROWSER: browser,
          STANDPOINT_DIST_DIR: testBuildFolder,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        },
      },
    );
    return playwrightTally(report, code);
  };

  const layered = ['app', 'components', 'lib', 'prisma', 'scripts', 'e2e', 'bench'].filter((name) =>
    existsSync(join(root, name)),
  );
  return [
    {
      part: 'checks',
      title: 'Format and lint',
      run: check([program('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']),
    },
    {
      part: 'checks',
      title: 'Types',
      run: check(
        [program('next', 'dist', 'bin', 'next'), 'typegen'],
        [program('typescript', 'bin', 'tsc'), '--noEmit'],
      ),
    },
    {
      part: 'checks',
      title: 'Layers',
      run: check([
        ...[program('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), ...layered],
        ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
      ]),
    },
    {
      part: 'checks',
      title: 'Migrations lead to the schema',
      run: check(['--import', 'tsx', join('scripts', 'migration.ts'), '--check']),
    },
    { part: 'unit', title: 'Unit tests', run: vitest('unit', 5) },
    { part: 'db', title: 'Database tests', run: vitest('db', 9) },
    { part: 'e2e', title: 'Journeys in a browser', run: journeys },
  ];
};

const show = (title: string, { passed, failed, notes }: Tally, seconds: number): void => {
  console.log(`   ${title}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
  for (const note of notes) console.log(`   ${note}`);
};

/**
 * Runs the parts that are named, or all of them, and prints the sum as the last line.
 *
 * @returns exit code: 0 when everything passed, 1 when something failed, 2 for an unknown part.
 */
export const runTests = async ({
  root,
  parts: named,
}: {
  root: string;
  parts: string[];
}): Promise<number> => {
  const unknown = named.filter((name) => !parts.some((part) => part === name));
  if (unknown.length > 0) {
    console.error(`There is no part called ${unknown.join(', ')}. Parts: ${parts.join(', ')}.`);
    return 2;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'standpoint-report-'));
  const tallies: Tally[] = [];
  try {
    await generateClient(root);
    for (const step of steps(root, scratch)) {
      if (named.length > 0 && !named.includes(step.part)) continue;
      console.log(`\n== ${step.title}`);
      const began = Date.now();
      const tally = await step.run().catch(
        (error: unknown): Tally => ({
          passed: 0,
          failed: 1,
          notes: [error instanceof Error ? error.message : String(error)],
        }),
      );
      tallies.push(tally);
      show(step.title, tally, (Date.now() - began) / 1000);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    tallies.push({ passed: 0, failed: 1, notes: [] });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const { passed, failed } = sum(tallies);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};
