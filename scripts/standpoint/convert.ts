// `convert IN [--from F] --to F [-o OUT] [--report REPORT.json]`: a map from one format to another. Exit 0 when it was
// converted, 2 with one line on standard error when it was refused. Nothing is written then.

import { parseArgs } from 'node:util';
import type { FormatName } from '@/lib/domain/formats/format-names';
import { FORMAT_NAMES, isFormatName, READABLE_FORMATS } from '@/lib/domain/formats/format-names';
import type { ImportOptions } from '@/lib/domain/formats/import-map';
import { DEFAULT_LIMITS } from '@/lib/domain/formats/limits';
import type { Refusal } from '@/lib/domain/formats/refusal';
import { refusalLine } from '@/lib/domain/formats/refusal';
import { importMapInWorker } from '@/lib/server/formats/import-map-in-worker';
import type { InputFile } from './convert-files';
import { CallError, callerMessage, readInput, writeFiles } from './convert-files';

const usage = `Usage: npm run -s standpoint -- convert IN [--from F] --to F [-o OUT] [--report REPORT.json]

  IN, OUT      files; - as IN is standard input, without -o the result goes to standard output
  --from F     ${READABLE_FORMATS.join(' ')}
               (told from the content when left out)
  --to F       ${FORMAT_NAMES.join(' ')}
  --report R   writes what was dropped, guessed and merged, as JSON

The CSV pair: a folder (claims.csv and relations.csv in it), or a name that ends in claims.csv (relations.csv beside it);
any other file, and standard output, holds both tables with an empty line between them.

  --pretty                         Argdown for people: plain arrows, no data
  --sadface-attacks auto|forward|reversed
                                   which end of a conflict attacks in SADFace (auto: a guess from version 0.5 on)
  --max-bytes N      (${DEFAULT_LIMITS.maxBytes})    --max-depth N      (${DEFAULT_LIMITS.maxDepth})
  --max-claims N     (${DEFAULT_LIMITS.maxClaims})      --max-relations N  (${DEFAULT_LIMITS.maxRelations})
  --max-text N       (${DEFAULT_LIMITS.maxTextLength})
  --max-seconds N, --max-memory MB   for the Argdown parser
`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string', short: 'o' },
  report: { type: 'string' },
  pretty: { type: 'boolean' },
  'sadface-attacks': { type: 'string' },
  'max-bytes': { type: 'string' },
  'max-depth': { type: 'string' },
  'max-claims': { type: 'string' },
  'max-relations': { type: 'string' },
  'max-text': { type: 'string' },
  'max-seconds': { type: 'string' },
  'max-memory': { type: 'string' },
} as const;

function formatFrom(value: string, option: string): FormatName {
  const name = value.toLowerCase();
  if (isFormatName(name)) return name;
  throw new CallError(`${option} ${value} is not a format; it is one of ${FORMAT_NAMES.join(' ')}.`);
}

function callFrom(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [input, ...more] = positionals;
  if (input === undefined || more.length > 0) throw new CallError('Name one file to convert.');
  if (values.to === undefined) throw new CallError('Name the format to convert to: --to F.');
  const number = (name: keyof typeof values, fallback: number): number => {
    const value = values[name];
    if (value === undefined) return fallback;
    const parsed = Number(value);
    if (!(parsed > 0) || !Number.isFinite(parsed)) throw new CallError(`--${name} takes a number above 0.`);
    return parsed;
  };
  const sadfaceAttacks = (['auto', 'forward', 'reversed'] as const).find(
    (choice) => choice === (values['sadface-attacks'] ?? 'auto'),
  );
  if (!sadfaceAttacks) throw new CallError('--sadface-attacks is auto, forward or reversed.');
  return {
    input,
    to: formatFrom(values.to, '--to'),
    from: values.from === undefined ? undefined : formatFrom(values.from, '--from'),
    out: values.out,
    report: values.report,
    pretty: values.pretty ?? false,
    sadfaceAttacks,
    limits: {
      maxBytes: number('max-bytes', DEFAULT_LIMITS.maxBytes),
      maxDepth: number('max-depth', DEFAULT_LIMITS.maxDepth),
      maxClaims: number('max-claims', DEFAULT_LIMITS.maxClaims),
      maxRelations: number('max-relations', DEFAULT_LIMITS.maxRelations),
      maxTextLength: number('max-text', DEFAULT_LIMITS.maxTextLength),
    },
    bounds: {
      ...(values['max-seconds'] === undefined ? {} : { deadlineMs: number('max-seconds', 1) * 1_000 }),
      ...(values['max-memory'] === undefined ? {} : { memoryMb: number('max-memory', 1) }),
    },
  };
}

type Call = ReturnType<typeof callFrom>;

const complain = (line: string): 2 => {
  process.stderr.write(`${line.replace(/\s+/g, ' ').trim()}\n`);
  return 2;
};

const refuse = (place: string, refusal: Refusal): 2 => complain(`${place}: ${refusalLine(refusal)}`);

/** Only the Argdown parser needs a thread that can be ended; JSON, Kialo text and tables are told by their beginning. */
function mayBeArgdown({ name, bytes }: InputFile, from: FormatName | undefined): boolean {
  if (from !== undefined) return from === 'argdown';
  if (/\.(csv|json)$/i.test(name)) return false;
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  return !/^([{]|\[\s*[[{]|Discussion (Title|Name):)/.test(start);
}

async function convert(call: Call): Promise<number> {
  const { input, to, from, out, report, pretty, limits, bounds, sadfaceAttacks } = call;
  const file = await readInput(input, limits.maxBytes);
  const importOptions: ImportOptions = {
    from,
    limits,
    sadfaceAttacks,
    fileName: file.name,
    relations: file.relations,
  };
  // The thread starts while this one loads what it needs afterwards.
  const inThread = mayBeArgdown(file, from) ? importMapInWorker(file.bytes, importOptions, bounds) : null;
  const [{ exportMap, joinedReport }, read] = await Promise.all([
    import('@/lib/domain/formats/export-map'),
    inThread ??
      import('@/lib/domain/formats/import-map').then(({ importMap }) => importMap(file.bytes, importOptions)),
  ]);
  if (!read.ok) return refuse(input, read.error);
  const written = exportMap(read.value.map, to, { pretty, writtenAt: new Date().toISOString().slice(0, 19) });
  if (!written.ok) return refuse(input, written.error);
  const joined = joinedReport(read.value.report, written.value.report);
  const told = report === undefined ? null : { path: report, text: `${JSON.stringify(joined, null, 2)}\n` };
  await writeFiles(written.value.files, out, told);
  return 0;
}

/** Runs the command; the exit code. */
export const run = async (args: string[]): Promise<number> => {
  if (args.length === 0) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    return await convert(callFrom(args));
  } catch (error) {
    // What the caller can mend is one line; anything else is a fault of ours and is thrown.
    const message = callerMessage(error);
    if (message === null) throw error;
    return complain(message);
  }
};
