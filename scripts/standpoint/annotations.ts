// npm run -s standpoint -- annotations FILE...: whether files are sound W3C Web Annotations, as one JSON object. Exit code 1
// when one of them is not, 2 when the call or a file cannot be read.

import { parseArgs } from 'node:util';
import { readWebAnnotations } from '@/lib/domain/annotation/web/read-web-annotations';
import { warningLine } from '@/lib/domain/annotation/web/web-annotation';
import { DEFAULT_LIMITS } from '@/lib/domain/formats/limits';
import { refusalLine } from '@/lib/domain/formats/refusal';
import { CallError, callerMessage, readStandardInput, readUpTo, resolved } from './convert-files';

const USAGE = 'usage: standpoint annotations FILE|- …';
const INVALID = 1;
const REFUSED = 2;

interface Verdict {
  file: string;
  valid: boolean;
  /** With the line and the place; null when the file is taken. */
  reason: string | null;
  warnings: string[];
  /** How many annotations were read. */
  annotations: number;
}

async function verdictOf(file: string): Promise<Verdict> {
  const { maxBytes } = DEFAULT_LIMITS;
  const bytes = file === '-' ? await readStandardInput(maxBytes) : await readUpTo(resolved(file), maxBytes);
  const read = readWebAnnotations(bytes);
  if (!read.ok) return { file, valid: false, reason: refusalLine(read.error), warnings: [], annotations: 0 };
  const { document, warnings } = read.value;
  return {
    file,
    valid: true,
    reason: null,
    warnings: warnings.map(warningLine),
    annotations: document.annotations.length,
  };
}

/** @returns the exit code: 0, 1 when a file is not sound, or 2 when the call or a file cannot be read */
export const run = async (args: string[]): Promise<number> => {
  try {
    const { positionals: files } = parseArgs({ args, allowPositionals: true, options: {} });
    if (files.length === 0) throw new CallError(USAGE);
    const results: Verdict[] = [];
    for (const file of files) results.push(await verdictOf(file));
    process.stdout.write(`${JSON.stringify({ results })}\n`);
    return results.every(({ valid }) => valid) ? 0 : INVALID;
  } catch (error) {
    // Arguments and files that cannot be read are the caller's to mend; anything else is a fault of ours and is thrown.
    const message = callerMessage(error);
    if (message === null) throw error;
    process.stderr.write(`standpoint annotations: ${message.replace(/[\p{Cc}\s]+/gu, ' ').trim()}\n`);
    return REFUSED;
  }
};
