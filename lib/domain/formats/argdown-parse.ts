import type {
  IArgdownRequest,
  IArgdownResponse,
  IArgument,
  IConclusion,
  IEquivalenceClass,
  IRelation,
  ISection,
  IStatement,
  RelationMember,
} from '@argdown/core';
import type {
  ArgdownArgument,
  ArgdownEnd,
  ArgdownMember,
  ArgdownModel,
  ArgdownRelation,
  ArgdownStatement,
  ArgdownStep,
} from './argdown-model';
import { checkArgdownWork } from './argdown-work';
import { modeOf, safeDataPlugin } from './argdown-yaml';
import { fieldOf, listOf, recordOf } from './json-text';
import type { ConversionLimits } from './limits';
import { RefusedError } from './refusal';
import { lineAt } from './source-text';

/**
 * Argdown through its reference parser. The parser is loaded when it is first needed, so that no page carries it.
 *
 * It returns some errors, throws others, and loses part of the model over a third kind; here each ends the reading. It
 * can be made to work for a very long time: run it where it can be ended (`lib/server/formats`).
 */

type Response = IArgdownResponse;

/** Dictionaries by title must not find `constructor` or `__proto__` in a prototype. */
function withoutPrototypes(response: Response): Response {
  for (const field of ['statements', 'arguments', 'tags'] as const) {
    let value: object | undefined;
    Object.defineProperty(response, field, {
      enumerable: true,
      get: () => value,
      set: (given: object | undefined) => {
        value = given && Object.setPrototypeOf(given, null);
      },
    });
  }
  return response;
}

/** The parser has no token for this, and its lexer gives up without saying where. */
const LONE_BACKSLASH = /(?<!\\)(?:\\\\)*\\(?=[\n\r\u2028\u2029]|$)/;

/** The parser explains at length; its first two sentences say what is wrong. */
function beginning(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?]) /)
    .slice(0, 2)
    .join(' ');
}

function checkErrors(response: Response): void {
  const [error] = response.parserErrors ?? [];
  if (error) {
    const line = error.token?.startLine;
    const at = line === undefined || Number.isNaN(line) ? {} : { line };
    throw new RefusedError('parse-error', { problem: beginning(error) }, at);
  }
  const [exception] = response.exceptions ?? [];
  if (exception) throw new RefusedError('parser-lost', { problem: beginning(exception) });
}

const memberOf = (statement: IStatement): ArgdownMember => ({
  title: statement.title ?? '',
  text: statement.text ?? '',
  line: statement.startLine ?? 1,
  column: statement.startColumn ?? 1,
  isReference: statement.isReference === true,
  ranges: (statement.ranges ?? []).map(({ type, start, stop, url }) => ({ type, start, stop, url })),
  tags: statement.tags ?? [],
});

const statementOf = ({ title, members, data }: IEquivalenceClass): ArgdownStatement => ({
  title: title ?? '',
  members: members.map(memberOf),
  data: data as unknown,
});

function stepOf(statement: IStatement): ArgdownStep {
  const { inference }: Partial<IConclusion> = statement as Partial<IConclusion>;
  const uses = listOf(fieldOf(recordOf(inference?.data as unknown), 'uses'));
  return {
    title: statement.title ?? '',
    role: inference ? 'conclusion' : 'premise',
    line: statement.startLine ?? 1,
    rules: inference?.inferenceRules ?? [],
    uses: uses.filter((number): number is number => typeof number === 'number'),
  };
}

const argumentOf = ({ title, members, data, pcs }: IArgument): ArgdownArgument => ({
  title: title ?? '',
  members: members.map(memberOf),
  data: data as unknown,
  steps: pcs.map(stepOf),
});

function endOf(member: RelationMember): ArgdownEnd {
  if (member.type === 'inference') {
    return { kind: 'inference', title: member.argumentTitle ?? '', conclusion: member.conclusionIndex ?? 0 };
  }
  return { kind: member.type === 'argument' ? 'argument' : 'statement', title: member.title ?? '' };
}

function relationOf({ relationType, from, to, occurrences }: IRelation): ArgdownRelation[] {
  if (!from || !to) return [];
  return [{ type: relationType, from: endOf(from), to: endOf(to), line: occurrences[0]?.startLine ?? 1 }];
}

const headingsOf = (sections: readonly ISection[]): ArgdownModel['headings'] =>
  sections.flatMap(({ title, startLine, children }) => [
    { title: title ?? '', line: startLine ?? 1 },
    ...headingsOf(children),
  ]);

/** What lies between the tokens: comments. The lexer skips them without a word, web addresses included. */
function commentsOf(text: string, response: Response): ArgdownModel['comments'] {
  const comments: ArgdownModel['comments'] = [];
  let at = 0;
  for (const { image, startOffset, startLine } of response.tokens ?? []) {
    if (image === '' || startOffset < at) continue;
    const gap = text.slice(at, startOffset);
    if (gap.trim() !== '') {
      const isAddress = gap.startsWith('//') && /https?:$/i.test(text.slice(Math.max(0, at - 6), at));
      const breaks = gap.match(/\r\n|\n|\r/g)?.length ?? 0;
      comments.push({ line: Math.max(1, (startLine ?? 1) - breaks), isAddress });
    }
    at = startOffset + image.length;
  }
  return comments;
}

function specialCharactersOf(response: Response, shortcodes: object): ArgdownModel['specialCharacters'] {
  return (response.tokens ?? []).flatMap(({ image, startLine, tokenType }) => {
    const written = image.trim();
    return tokenType.name === 'SpecialChar' && Object.hasOwn(shortcodes, written)
      ? [{ written, line: startLine ?? 1 }]
      : [];
  });
}

/** Loads the parser; the first time takes as long as a large file. */
export const loadArgdown = async (): Promise<void> => {
  await import('@argdown/core');
};

/**
 * What can be told without the parser.
 * @throws RefusedError
 */
export function checkArgdownText(text: string, limits: ConversionLimits): void {
  const lone = LONE_BACKSLASH.exec(text);
  if (lone) throw new RefusedError('backslash-at-end', {}, { line: lineAt(text, lone.index) });
  checkArgdownWork(text, limits);
}

/**
 * Parses Argdown.
 * @throws RefusedError on whatever the parser reports, throws or cannot digest.
 */
export async function parseArgdown(text: string, limits: ConversionLimits): Promise<ArgdownModel> {
  checkArgdownText(text, limits);
  const core = await import('@argdown/core');
  // One error is enough to refuse a file; recovering from thousands of them takes minutes.
  Object.assign(core.parser, { recoveryEnabled: false });
  const application = new core.ArgdownApplication();
  application.addPlugin(new core.ParserPlugin(), 'parse-input');
  const { DataPlugin, FrontMatterSettingsModes, InterpretationModes } = core;
  const dataPlugin = new DataPlugin({ frontMatterSettingsMode: FrontMatterSettingsModes.IGNORE });
  const withMode = safeDataPlugin(dataPlugin, limits, ({ model }, mode) => {
    if (model && mode === 'strict') model.mode = InterpretationModes.STRICT;
  });
  application.addPlugin(withMode, 'build-model');
  application.addPlugin(new core.ModelPlugin(), 'build-model');
  const request: IArgdownRequest = {
    input: text,
    throwExceptions: true,
    logLevel: 'silent',
    model: { removeTagsFromText: true },
  };
  const response = withoutPrototypes({});
  try {
    application.run({ ...request, process: ['parse-input'] }, response);
    checkErrors(response);
    application.run({ ...request, process: ['build-model'] }, response);
    checkErrors(response);
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError('parser-lost', { problem: beginning(error) });
  }
  const frontMatter = response.frontMatter as unknown;
  return {
    frontMatter,
    mode: modeOf(frontMatter),
    statements: Object.values(response.statements ?? {}).map(statementOf),
    arguments: Object.values(response.arguments ?? {}).map(argumentOf),
    relations: (response.relations ?? []).flatMap(relationOf),
    headings: headingsOf(response.sections ?? []),
    topSections: response.sections?.length ?? 0,
    tags: Object.keys(response.tags ?? {}).length,
    comments: commentsOf(text, response),
    specialCharacters: specialCharactersOf(response, core.shortcodes),
  };
}
