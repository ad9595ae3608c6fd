// Where a conversion reads and writes. The CSV pair is two files: in a folder, or side by side.

import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { joinedPair } from '@/lib/domain/formats/csv-writer';
import type { ExportedFile } from '@/lib/domain/formats/export-map';

const CLAIMS = /claims\.csv$/i;

/** A path as the caller means it: npm changes the folder before it runs a script. */
export const resolved = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** A call that cannot be carried out, or a file that cannot be read: what is wrong, in one line. */
export class CallError extends Error {}

/** What the caller can mend: the words of a call, and files and folders that the system does not give. */
export function callerMessage(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const isTheirs = error instanceof CallError || code.startsWith('ERR_PARSE_ARGS') || /^E[A-Z]+$/.test(code);
  return isTheirs ? error.message : null;
}

export interface InputFile {
  /** Name of the file or folder, without the way to it. */
  name: string;
  bytes: Uint8Array;
  /** The second file of a CSV pair. */
  relations: Uint8Array | undefined;
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** At most one byte more than the limit: enough to see that a file is too large. */
export async function readUpTo(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      length += bytes.length;
      if (length > limit) break;
    }
    return Buffer.concat(chunks, length);
  } finally {
    await file.close();
  }
}

/** At most a little more than the limit. */
export async function readStandardInput(limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > limit) break;
  }
  return Buffer.concat(chunks, length);
}

/**
 * Reads the input, or the two files of a CSV pair.
 * @throws CallError when there is no such file.
 */
export async function readInput(input: string, limit: number): Promise<InputFile> {
  if (input === '-') return { name: '', bytes: await readStandardInput(limit), relations: undefined };
  const path = resolved(input);
  if (!existsSync(path)) throw new CallError(`${input}: There is no such file.`);
  const name = basename(path);
  const claims = isFolder(path) ? join(path, 'claims.csv') : path;
  if (!existsSync(claims)) throw new CallError(`${input}: There is no claims.csv in this folder.`);
  const beside = CLAIMS.test(claims) ? claims.replace(CLAIMS, 'relations.csv') : null;
  const relations = beside !== null && existsSync(beside) ? await readUpTo(beside, limit) : undefined;
  return { name, bytes: await readUpTo(claims, limit), relations };
}

const print = (text: string): Promise<void> =>
  new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()));
  });

interface Written {
  path: string;
  text: string;
}

/** The files that a name stands for: one, or the CSV pair in a folder or side by side. */
function placesOf([first, second]: readonly [ExportedFile, ...ExportedFile[]], out: string): Written[] {
  const path = resolved(out);
  if (!second) return [{ path, text: first.text }];
  if (isFolder(path) || /[\\/]$/.test(out) || extname(path) === '') {
    return [first, second].map(({ name, text }) => ({ path: join(path, name), text }));
  }
  if (!CLAIMS.test(path)) return [{ path, text: joinedPair({ claims: first.text, relations: second.text }) }];
  return [
    { path, text: first.text },
    { path: path.replace(CLAIMS, 'relations.csv'), text: second.text },
  ];
}

/** Writes every file, or none: each under another name first, so that what cannot be written is known in time. */
function writeAll(files: readonly Written[]): void {
  const isDevice = (path: string): boolean => existsSync(path) && !statSync(path).isFile();
  for (const { path } of files) if (isFolder(path)) throw new CallError(`${path}: This is a folder.`);
  const drafts = files
    .filter(({ path }) => !isDevice(path))
    .map(({ path, text }) => {
      // A link stays a link: what it leads to is replaced.
      const target = existsSync(path) ? realpathSync(path) : path;
      return { target, text, draft: `${target}.${process.pid}.part` };
    });
  try {
    for (const { text, draft } of drafts) writeFileSync(draft, text);
    for (const { target, draft } of drafts) renameSync(draft, target);
    // A device or a pipe takes the words as they come; renaming would put a file in its place.
    for (const { path, text } of files) if (isDevice(path)) writeFileSync(path, text);
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}

/** Writes one file, or the CSV pair, and the report beside it; the map goes to standard output without a name. */
export async function writeFiles(
  files: readonly [ExportedFile, ...ExportedFile[]],
  out: string | undefined,
  report: { path: string; text: string } | null,
): Promise<void> {
  const [first, second] = files;
  const map = out === undefined ? [] : placesOf(files, out);
  const said = report === null ? [] : [{ path: resolved(report.path), text: report.text }];
  // The folder of a pair is made for it; any other has to be there.
  const made = second && out !== undefined && map[0] ? newFolder(dirname(map[0].path), resolved(out)) : null;
  try {
    writeAll([...map, ...said]);
  } catch (error) {
    if (made !== null) rmSync(made, { recursive: true, force: true });
    throw error;
  }
  if (out === undefined) {
    await print(second ? joinedPair({ claims: first.text, relations: second.text }) : first.text);
  }
}

/** Makes the folder of a pair when it is named and not there; the topmost folder that was made, or null. */
const newFolder = (folder: string, named: string): string | null =>
  folder === named ? (mkdirSync(folder, { recursive: true }) ?? null) : null;
