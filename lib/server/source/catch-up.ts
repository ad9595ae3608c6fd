import 'server-only';
import type { Anchor } from '../../domain/annotation/anchor-types';
import type { Failure } from '../../domain/failure';
import { ok, type Result } from '../../domain/result';
import type { KnownText } from '../../domain/source/version-plan';
import type { SourceFacts } from '../../domain/source/view';
import { database } from '../database/client';
import { inTransaction } from '../database/transaction';
import { log } from '../log';
import { lockAsRead, snapshotOf } from './snapshot';
import { sourceFacts } from './source-reads';
import { groupsOf, settled, writeSettled } from './standing';
import { anchorsHere, anchorsIn, type ToFind } from './version-in-worker';

const MOST_ROUNDS = 4;
const WRITE_TIMEOUT_MS = 30_000;

/** Null when it is not to be found now. */
type Find = (groups: ToFind[], to: KnownText) => Promise<Anchor[][] | null>;

/**
 * Whoever had an older text before them may have tied something to it when the new one was there already: it is looked for
 * in the new one like the rest. Where it cannot be found it stays, and waits for somebody's look.
 * @returns false when the search was put off
 */
export async function catchUpSource(
  debateId: string,
  source: SourceFacts,
  find: Find = anchorsIn,
): Promise<boolean> {
  const { prisma } = database();
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const { snapshot, texts } = await snapshotOf(prisma, source);
    const { newest, newestText, standing } = snapshot;
    const isLate = new Set(
      standing.filter(({ place, earlier }) => place.versionId !== newest.id && !earlier).map(({ id }) => id),
    );
    if (isLate.size === 0) return true;
    const groups = groupsOf(
      standing.filter(({ id }) => isLate.has(id)),
      texts,
    );
    // What stood in a digest follows the paragraphs of its original, not the words.
    const anchors = await find(
      groups.map(({ group }) => ({ group, isOriginal: newest.isOriginal })),
      newestText,
    );
    if (!anchors) return false;
    const found = groups.flatMap(({ members }, index) =>
      members.flatMap((one, at) => {
        const anchor = anchors[index]?.[at];
        return anchor ? [{ one, anchor }] : [];
      }),
    );
    const others = standing.filter(({ id }) => !isLate.has(id));
    const written = await inTransaction(async (tx): Promise<Result<null, Failure>> => {
      const locked = await lockAsRead(tx, debateId, snapshot);
      if (!locked.ok) return locked;
      const to = { id: newest.id, text: newestText.text };
      await writeSettled(tx, debateId, newest.id, settled(found, to, others));
      return ok(null);
    }, WRITE_TIMEOUT_MS);
    if (written.ok) return true;
  }
  return false;
}

/**
 * After something was tied to these versions: where one of them is not the newest of its source, what is tied to it is
 * looked for in the newest. Who tied it does not wait for a thread that others may hold for a minute: what takes no time is
 * done before their answer, the rest after it. When it fails it is tried again with the next thing that is tied to the
 * source, and with its next version.
 */
export async function catchUp(debateId: string, versionIds: readonly string[]): Promise<void> {
  if (versionIds.length === 0) return;
  try {
    const { prisma } = database();
    const older = await prisma.sourceVersion.findMany({
      where: { id: { in: [...new Set(versionIds)] }, debateId },
      select: {
        number: true,
        source: {
          select: {
            ...sourceFacts,
            versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
          },
        },
      },
    });
    const behind = older.filter(({ number, source }) => number !== source.versions[0]?.number);
    const sources = new Map(behind.map(({ source: { versions: _, ...facts } }) => [facts.id, facts]));
    for (const source of sources.values()) {
      if (!(await catchUpSource(debateId, source, anchorsHere))) later(debateId, source);
    }
  } catch (error) {
    warn(debateId, error);
  }
}

const warn = (debateId: string, error: unknown): void =>
  log.warn({ err: error, debateId }, 'what was tied to an older text was not looked for in the new one');

/** Sources that are looked through after the answers. `isAgain`: something more was tied meanwhile. */
const underWay = new Map<string, { isAgain: boolean; done: Promise<void> }>();

/** One search at a time for each source: what is tied to it while one runs is found by the next, all together. */
function later(debateId: string, source: SourceFacts): void {
  const running = underWay.get(source.id);
  if (running) {
    running.isAgain = true;
    return;
  }
  const search = { isAgain: false, done: Promise.resolve() };
  const run = async (): Promise<void> => {
    try {
      do {
        search.isAgain = false;
        if (!(await catchUpSource(debateId, source)))
          log.warn({ debateId }, 'a search in a new text was put off');
      } while (search.isAgain);
    } catch (error) {
      warn(debateId, error);
    } finally {
      underWay.delete(source.id);
    }
  };
  underWay.set(source.id, search);
  search.done = run();
}

/** Resolves when what was put off until after the answers is done. */
export async function caughtUp(): Promise<void> {
  await Promise.all([...underWay.values()].map(({ done }) => done));
}
