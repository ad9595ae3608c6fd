// Where the stance command reads: a Polis export as a folder, or its participants-votes.csv with what lies beside it.

import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RefusedError, refusalLine } from '@/lib/domain/formats/refusal';
import { LIMITS } from '@/lib/domain/stance/polis-export/limits';
import {
  type PublishedConversation,
  publishedConversation,
} from '@/lib/domain/stance/polis-export/published';
import {
  commentsReader,
  groupsReader,
  type PolisComment,
} from '@/lib/domain/stance/polis-export/table-reader';
import { type PolisVotes, VotesReader } from '@/lib/domain/stance/polis-export/votes-reader';
import { CallError, readUpTo, resolved } from './convert-files';

const VOTES = 'participants-votes.csv';
const COMMENTS = 'comments.csv';
/** What a Polis server published, when somebody put it beside the export: it knows claims about the conversation itself. */
const PUBLISHED = 'published.json';
/** A hundred times what the largest conversations publish; it is read whole. */
const MOST_PUBLISHED_BYTES = 10_000_000;

/** Bytes read at a time. */
const PIECE = 1 << 18;

interface Reader<Item> {
  push(chunk: Uint8Array): void;
  finish(): Item;
}

/** Says of which file a refusal is. */
async function ofFile<Value>(path: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RefusedError) throw new CallError(`${path}: ${refusalLine(error.refusal)}`);
    throw error;
  }
}

/** Reads piece by piece, so that a large file takes no more memory than what is kept of it; nothing else waits meanwhile. */
const readThrough = <Item>(path: string, reader: Reader<Item>): Promise<Item> =>
  ofFile(path, async () => {
    const { size } = statSync(resolved(path));
    if (size > LIMITS.bytes) throw new RefusedError('too-large', { limit: LIMITS.bytes });
    const file = openSync(resolved(path), 'r');
    try {
      for (;;) {
        const piece = new Uint8Array(PIECE);
        const length = readSync(file, piece);
        if (length === 0) return reader.finish();
        reader.push(piece.subarray(0, length));
      }
    } finally {
      closeSync(file);
    }
  });

export const readPublished = (path: string): Promise<PublishedConversation> =>
  ofFile(path, async () => {
    const limit = MOST_PUBLISHED_BYTES;
    const bytes = await readUpTo(resolved(path), limit);
    if (bytes.length > limit) throw new RefusedError('too-large', { limit });
    return publishedConversation(new TextDecoder().decode(bytes));
  });

export interface PolisExport {
  votes: PolisVotes;
  /** Empty when there is no comments.csv. */
  comments: PolisComment[];
  published: PublishedConversation | null;
}

/**
 * Reads an export.
 * @param path of the folder or of its participants-votes.csv
 * @throws CallError when a file is missing or refused
 */
export async function readExport(path: string): Promise<PolisExport> {
  const place = resolved(path);
  if (!existsSync(place)) throw new CallError(`${path}: There is no such file.`);
  const isFolder = statSync(place).isDirectory();
  const votes = isFolder ? join(path, VOTES) : path;
  if (!existsSync(resolved(votes))) throw new CallError(`${path}: There is no ${VOTES} in this folder.`);
  const beside = (name: string): string | null => {
    const file = join(isFolder ? path : dirname(path), name);
    return existsSync(resolved(file)) ? file : null;
  };
  const [comments, published] = [beside(COMMENTS), beside(PUBLISHED)];
  return {
    votes: await readThrough(votes, new VotesReader()),
    comments: comments === null ? [] : await readThrough(comments, commentsReader()),
    published: published === null ? null : await readPublished(published),
  };
}

/**
 * The groups that somebody gives, for each participant -1 or an id.
 * @returns how many rows are of participants who are not in the export, too
 */
export async function readGroups(
  path: string,
  participants: readonly string[],
): Promise<{ group: Int16Array; unknown: number }> {
  const placeOf = new Map(participants.map((name, p) => [name, p]));
  const group = new Int16Array(participants.length).fill(-1);
  let unknown = 0;
  for (const row of await readThrough(path, groupsReader())) {
    const p = placeOf.get(row.participant);
    if (p === undefined) unknown += 1;
    else group[p] = row.group;
  }
  return { group, unknown };
}
