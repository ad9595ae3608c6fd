// npm run -s standpoint -- strength MAP.json [--semantics NAME] [--labels]: strength of every claim of a map, as one JSON
// object. MAP.json is own JSON or its short form; - reads standard input. Refused input: one line, exit code 2.

import { parseArgs } from 'node:util';
import type { ArgumentGraph } from '@/lib/domain/argument/graph';
import { groundedLabels } from '@/lib/domain/argument/labels';
import { DEFAULT_LENS, isLens, LENSES, type Lens } from '@/lib/domain/argument/lens';
import { readGraph } from '@/lib/domain/argument/read-graph';
import { strengthsOf } from '@/lib/domain/argument/strength';
import type { ConversionLimits } from '@/lib/domain/formats/limits';
import { refusalLine } from '@/lib/domain/formats/refusal';
import { CallError, callerMessage, readStandardInput, readUpTo, resolved } from './convert-files';

const USAGE = `usage: standpoint strength MAP.json|- [--semantics ${LENSES.join('|')}] [--labels]`;
const REFUSED = 2;

/** Own files, not uploads: more is taken than by a page, but not without bound. */
const LIMITS: ConversionLimits = {
  maxBytes: 50_000_000,
  maxDepth: 64,
  maxClaims: 100_000,
  maxRelations: 200_000,
  maxTextLength: 20_000,
  maxSources: 100_000,
  maxSourceLength: 5_000_000,
};

/** The bytes of a file or of standard input, up to a little more than the limit, so that too much is seen to be so. */
const readInput = (path: string): Promise<Uint8Array> =>
  path === '-' ? readStandardInput(LIMITS.maxBytes) : readUpTo(resolved(path), LIMITS.maxBytes);

interface Command {
  path: string;
  lens: Lens;
  withLabels: boolean;
}

function commandOf(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      semantics: { type: 'string', default: DEFAULT_LENS },
      labels: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new CallError(USAGE);
  if (!isLens(values.semantics)) {
    throw new CallError(`unknown semantics "${values.semantics}"; known are ${LENSES.join(', ')}`);
  }
  return { path, lens: values.semantics, withLabels: values.labels };
}

/** The answer, in one shape: `labels` is empty unless it is asked for. */
export function answerOf(graph: ArgumentGraph, lens: Lens, withLabels: boolean): object {
  const { strengths, converged, iterations, damped } = strengthsOf(graph, lens);
  return {
    strengths: Object.fromEntries(strengths),
    labels: withLabels ? Object.fromEntries(groundedLabels(graph)) : {},
    converged,
    iterations,
    damped,
  };
}

/** @returns the exit code: 0, or 2 when the command or the map is refused */
export const run = async (args: string[]): Promise<number> => {
  const refuse = (line: string): number => {
    process.stderr.write(`standpoint strength: ${line.replace(/[\p{Cc}\s]+/gu, ' ').trim()}\n`);
    return REFUSED;
  };
  try {
    const { path, lens, withLabels } = commandOf(args);
    const read = readGraph(await readInput(path), LIMITS);
    if (!read.ok) return refuse(refusalLine(read.error));
    process.stdout.write(`${JSON.stringify(answerOf(read.value, lens, withLabels))}\n`);
    return 0;
  } catch (error) {
    // Arguments and files that cannot be read are the caller's to mend; anything else is a fault of ours and is thrown.
    const message = callerMessage(error);
    if (message === null) throw error;
    return refuse(message);
  }
};
