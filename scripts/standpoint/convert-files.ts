// Where a conversion reads and writes. The CSV pair is two files: in a folder, or side by side.

import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { joinedPair } from '@/lib/domain/formats/csv-writer';
import type { ExportedFile } from '@/lib/domain/formats/export-map';

const CLAIMS = /claims\.csv$/i;

/** A path as the caller means it: npm changes the folder before it runs a script. */
export const resolved = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

export interface InputFile {
  /** Name of the file or folder, without the way to it. */
  name: string;
  bytes: Uint8Array;
  /** The second file of a CSV pair. */
  relations: Uint8Array | undefined;
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** At most one byte more than the limit: enough to see that a file is too large. */
async function readUpTo(path: string, limit: number): Promise<Uint8Array> {
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

async function readStandardInput(limit: number): Promise<Uint8Array> {
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
 * @throws Error in one line when there is no such file.
 */
export async function readInput(input: string, limit: number): Promise<InputFile> {
  if (input === '-') return { name: '', bytes: await readStandardInput(limit), relations: undefined };
  const path = resolved(input);
  if (!existsSync(path)) throw new Error(`${input}: There is no such file.`);
  const name = basename(path);
  const claims = isFolder(path) ? join(path, 'claims.csv') : path;
  if (!existsSync(claims)) throw new Error(`${input}: There is no claims.csv in this folder.`);
  const beside = CLAIMS.test(claims) ? claims.replace(CLAIMS, 'relations.csv') : null;
  const relations = beside !== null && existsSync(beside) ? await readUpTo(beside, limit) : undefined;
  return { name, bytes: await readUpTo(claims, limit), relations };
}

const print = (text: string): Promise<void> =>
  new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()));
  });

/** Writes one file, or the CSV pair; to standard output without a name. */
export async function writeFiles(
  [first, second]: readonly [ExportedFile, ...ExportedFile[]],
  out: string | undefined,
): Promise<void> {
  const joined = second ? joinedPair({ claims: first.text, relations: second.text }) : first.text;
  if (out === undefined) return print(joined);
  const path = resolved(out);
  if (!second) return writeFileSync(path, first.text);
  if (isFolder(path) || /[\\/]$/.test(out) || extname(path) === '') {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, first.name), first.text);
    writeFileSync(join(path, second.name), second.text);
  } else if (CLAIMS.test(path)) {
    writeFileSync(path, first.text);
    writeFileSync(path.replace(CLAIMS, 'relations.csv'), second.text);
  } else writeFileSync(path, joined);
}
