// npm run -s standpoint -- stance DIR|VOTES.csv [--mode native|polis] [--warm published.json] [--groups given.csv] [-o out.json]:
// the opinion map of a Polis export and its statistics, as one JSON object. Refused input: one line, exit code 2.

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { standingsOf } from '@/lib/domain/stance/opinion/standings';
import { mapOfGroups } from '@/lib/domain/stance/opinion-map/given-groups';
import { nativeMap } from '@/lib/domain/stance/opinion-map/native-mode';
import { OPINION_MODES, type OpinionMode } from '@/lib/domain/stance/opinion-map/opinion-map';
import { polisMap } from '@/lib/domain/stance/opinion-map/polis-mode';
import { historyOfPublished } from '@/lib/domain/stance/polis-export/published';
import { CallError, callerMessage, resolved } from './convert-files';
import { answerOf, type Moderation, type StanceMap } from './stance-answer';
import { type PolisExport, readExport, readGroups, readPublished } from './stance-files';

const USAGE = `usage: standpoint stance DIR|VOTES.csv [--mode ${OPINION_MODES.join('|')}] [--warm PUBLISHED.json] [--groups GROUPS.csv] [-o OUT.json]`;
const REFUSED = 2;

interface Command {
  path: string;
  mode: OpinionMode;
  warm: string | undefined;
  groups: string | undefined;
  out: string | undefined;
}

function commandOf(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mode: { type: 'string' },
      warm: { type: 'string' },
      groups: { type: 'string' },
      out: { type: 'string', short: 'o' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new CallError(USAGE);
  const { warm, groups, out } = values;
  // Only the established algorithm can go on from what a Polis server published.
  const named = values.mode ?? (warm === undefined || groups !== undefined ? 'native' : 'polis');
  const mode = OPINION_MODES.find((known) => known === named);
  if (mode === undefined) {
    throw new CallError(`unknown mode "${named}"; known are ${OPINION_MODES.join(', ')}`);
  }
  if (warm !== undefined && mode === 'native' && groups === undefined) {
    throw new CallError('--warm goes with --mode polis');
  }
  return { path, mode, warm, groups, out };
}

/** Who is out: by comments.csv, and by what was published beside it or is given to go on from. */
function moderationOf({ votes, comments, published }: PolisExport): Moderation {
  const { claimIds } = votes;
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const isMeta = Uint8Array.from(claimIds, (id) =>
    byId.get(id)?.isMeta === true || published?.meta.has(id) === true ? 1 : 0,
  );
  const isOut = Uint8Array.from(claimIds, (id, c) =>
    isMeta[c] !== 0 || byId.get(id)?.moderation === -1 || published?.out.has(id) === true ? 1 : 0,
  );
  return { isOut, isMeta };
}

const note = (line: string): void => {
  process.stderr.write(`standpoint stance: ${line.replace(/[\p{Cc}\s]+/gu, ' ').trim()}\n`);
};

async function mapOf(command: Command, read: PolisExport, { isOut }: Moderation): Promise<StanceMap> {
  const { votes } = read;
  if (command.groups !== undefined) {
    const { group, unknown } = await readGroups(command.groups, votes.participants);
    if (unknown > 0)
      note(`${unknown} participants of ${command.groups} are not in the export and are left out`);
    return { map: mapOfGroups(command.mode, votes.matrix, isOut, group), between: [] };
  }
  if (command.mode === 'native') {
    const map = nativeMap(votes.matrix, isOut);
    const { between } = standingsOf(votes.matrix, map);
    return { map, between: between.flatMap((pair, p) => (pair === null ? [] : [p])) };
  }
  const history =
    command.warm === undefined || read.published === null
      ? undefined
      : historyOfPublished(read.published, votes.participants, votes.claimIds);
  return { map: polisMap(votes.matrix, isOut, history), between: [] };
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  const path = resolved(out);
  const draft = `${path}.${process.pid}.part`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new CallError(
      `${out}: It cannot be written (${error instanceof Error && 'code' in error ? error.code : error}).`,
    );
  }
}

/** @returns the exit code: 0, or 2 when the command or a file is refused */
export const run = async (args: string[]): Promise<number> => {
  try {
    const command = commandOf(args);
    const start = performance.now();
    const read = await readExport(command.path);
    if (command.warm !== undefined) read.published = await readPublished(command.warm);
    const moderation = moderationOf(read);
    const whenRead = performance.now();
    const map = await mapOf(command, read, moderation);
    const whenMapped = performance.now();
    const answer = answerOf(read.votes, moderation, map);
    const whenDone = performance.now();
    const milliseconds = {
      read: whenRead - start,
      map: whenMapped - whenRead,
      statistics: whenDone - whenMapped,
      total: whenDone - start,
    };
    write(`${JSON.stringify({ ...answer, milliseconds })}\n`, command.out);
    return 0;
  } catch (error) {
    // Arguments and files that cannot be read are the caller's to mend; anything else is a fault of ours and is thrown.
    const message = callerMessage(error);
    if (message === null) throw error;
    note(message);
    return REFUSED;
  }
};
