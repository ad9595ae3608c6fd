import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const debatePath = `${here}mine-ban/debate.ts`;
const triedPath = `${here}mine-ban/tried.ts`;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  types: [],
};

/** Compiler messages for the debate's content together with `tried`, a module that exists only in memory. */
function compile(tried: string): string[] {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => path === triedPath || fileExists.call(host, path);
  host.readFile = (path) => (path === triedPath ? tried : readFile.call(host, path));
  host.getSourceFile = (path, target, ...rest) =>
    path === triedPath
      ? ts.createSourceFile(path, tried, target)
      : getSourceFile.call(host, path, target, ...rest);
  const program = ts.createProgram(
    [debatePath, `${here}check.ts`, `${here}source-text.ts`, triedPath],
    options,
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the types of the content', { timeout: 60_000 }, () => {
  it('accept the worked debate, and refuse unknown kinds, words and fields', () => {
    const messages = compile(`
      import { mineBanDebate } from './debate';
      import type { ClaimContent, NoteContent, RelationContent } from '../types';
      export const slug: string = mineBanDebate.slug;
      export const kind: RelationContent['kind'] = 'refutes';
      export const evidence: ClaimContent['evidence'] = 'rumoured';
      export const note: NoteContent['kind'] = 'praise';
      export const code: (typeof mineBanDebate)['motion']['code'] = 'N';
    `);
    expect(messages.map((message) => message.split("'")[1])).toEqual([
      '"refutes"',
      '"rumoured"',
      '"praise"',
      '"N"',
    ]);
  });
});
