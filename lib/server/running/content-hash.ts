// A short name for the state of some files, so that a start can skip work whose inputs did not change.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const filesBelow = (root: string, path: string, matters: (path: string) => boolean): string[] => {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return matters(path) ? [path] : [];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`, matters));
};

/**
 * SHA-256, in hex, over the names and contents of files.
 *
 * @param paths files and folders, relative to the root; those that do not exist count as empty.
 * @param extra anything else that the work depends on, such as a version.
 * @param matters leaves files out by their path.
 */
export const contentHash = (
  root: string,
  paths: readonly string[],
  extra = '',
  matters: (path: string) => boolean = () => true,
): string => {
  const hash = createHash('sha256').update(extra);
  for (const path of paths.flatMap((given) => filesBelow(root, given, matters))) {
    const content = readFileSync(join(root, path));
    // Lengths keep two files from reading like one.
    hash.update(`\n${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
};

/** The stamp that a finished piece of work left, or `null`. */
export const readStamp = (path: string): string | null =>
  existsSync(path) ? readFileSync(path, 'utf8').trim() : null;

/** Leaves a stamp; write it after the work, so that work cut short is done again. */
export const writeStamp = (path: string, stamp: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${stamp}\n`);
};
