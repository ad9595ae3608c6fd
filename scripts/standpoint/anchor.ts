// npm run -s standpoint -- anchor CASES.json: finds annotated passages again in edited texts, as one JSON object.
// CASES.json is {"cases":[{"id","original","edited","selector":{"exact","prefix","suffix","start","end"}}]}; - reads
// standard input. Refused input: one line, exit code 2.

import { parseArgs } from 'node:util';
import { z } from 'zod';
import { anchorAll } from '@/lib/domain/annotation/anchor';
import { CallError, callerMessage, readStandardInput, readUpTo, resolved } from './convert-files';

const USAGE = 'usage: standpoint anchor CASES.json|-';
const REFUSED = 2;
const MOST_BYTES = 200_000_000;

const offset = z.number().int().nullish();
const context = z.string().nullish();
const anchoringCase = z.object({
  id: z.union([z.string(), z.number()]),
  /** The text that the quote was taken from; without it the quote and its context have to do. */
  original: z.string().nullish(),
  edited: z.string(),
  selector: z.object({ exact: z.string(), prefix: context, suffix: context, start: offset, end: offset }),
});
const input = z.object({ cases: z.array(anchoringCase) });
type AnchoringCase = z.infer<typeof anchoringCase>;

function pathOf(args: string[]): string {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new CallError(USAGE);
  return path;
}

/** @throws CallError when the bytes are not cases, saying where */
function casesOf(bytes: Uint8Array): AnchoringCase[] {
  if (bytes.length > MOST_BYTES) throw new CallError(`the input is larger than ${MOST_BYTES} bytes`);
  const parsed = input.safeParse(jsonOf(bytes));
  if (parsed.success) return parsed.data.cases;
  const [issue] = parsed.error.issues;
  throw new CallError(
    `/${issue?.path.map(String).join('/') ?? ''}: ${issue?.message ?? 'not a list of cases'}`,
  );
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new CallError(`the input is not JSON in UTF-8: ${error instanceof Error ? error.message : ''}`);
  }
}

/** The results in the order of the cases. Cases that follow each other with the same texts are compared once. */
export function resultsOf(cases: readonly AnchoringCase[]): object[] {
  const results: object[] = [];
  for (let from = 0; from < cases.length; ) {
    const first = cases[from];
    let to = from;
    while (first && cases[to]?.edited === first.edited && cases[to]?.original === first.original) to += 1;
    const group = cases.slice(from, to);
    const selectors = group.map(({ selector: { exact, prefix, suffix, start, end } }) => ({
      exact,
      prefix: prefix ?? undefined,
      suffix: suffix ?? undefined,
      start: start ?? undefined,
      end: end ?? undefined,
    }));
    const anchors = anchorAll(first?.edited ?? '', selectors, first?.original ?? undefined);
    for (const [index, { status, start, end, confidence }] of anchors.entries()) {
      results.push({ id: group[index]?.id, start, end, status, confidence });
    }
    from = to;
  }
  return results;
}

/** @returns the exit code: 0, or 2 when the command or the cases are refused */
export const run = async (args: string[]): Promise<number> => {
  try {
    const path = pathOf(args);
    const bytes = await (path === '-' ? readStandardInput(MOST_BYTES) : readUpTo(resolved(path), MOST_BYTES));
    process.stdout.write(`${JSON.stringify({ results: resultsOf(casesOf(bytes)) })}\n`);
    return 0;
  } catch (error) {
    // Arguments and files that cannot be read are the caller's to mend; anything else is a fault of ours and is thrown.
    const message = callerMessage(error);
    if (message === null) throw error;
    process.stderr.write(`standpoint anchor: ${message.replace(/[\p{Cc}\s]+/gu, ' ').trim()}\n`);
    return REFUSED;
  }
};
