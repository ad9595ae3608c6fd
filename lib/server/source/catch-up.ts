import 'server-only';
import type { Anchor } from '../../domain/annotation/anchor-types';
import type { Failure } from '../../domain/failure';
import { ok, type Result } from '../../domain/result';
import type { KnownText, StandingGroup } from '../../domain/source/version-plan';
import type { SourceFacts } from '../../domain/source/view';
import { database } from '../database/client';
import { inTransaction } from '../database/transaction';
import { log } from '../log';
import { lockAsRead, snapshotOf } from './snapshot';
import { sourceFacts } from './source-reads';
import { groupsOf, settled, writeSettled } from './standing';
import { anchorsIn } from './version-in-worker';

const MOST_ROUNDS = 4;
const WRITE_TIMEOUT_MS = 30_000;

type Find = (groups: { group: StandingGroup; isOriginal: boolean }[], to: KnownText) => Promise<Anchor[][]>;

/**
 * Whoever had an older text before them may have tied something to it when the new one was there already: it is looked for
 * in the new one like the rest. Where it cannot be found it stays, and waits for somebody's look.
 */
export async function catchUpSource(
  debateId: string,
  source: SourceFacts,
  find: Find = anchorsIn,
): Promise<void> {
  const { prisma } = database();
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const { snapshot, texts } = await snapshotOf(prisma, source);
    const { newest, newestText, standing } = snapshot;
    const isLate = new Set(
      standing.filter(({ place, earlier }) => place.versionId !== newest.id && !earlier).map(({ id }) => id),
    );
    if (isLate.size === 0) return;
    const groups = groupsOf(
      standing.filter(({ id }) => isLate.has(id)),
      texts,
    );
    // What stood in a digest follows the paragraphs of its original, not the words.
    const anchors = await find(
      groups.map(({ group }) => ({ group, isOriginal: newest.isOriginal })),
      newestText,
    );
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
    if (written.ok) return;
  }
}

/**
 * After something was tied to these versions: where one of them is not the newest of its source, what is tied to it is
 * looked for in the newest. Who tied it has their answer all the same: when this fails it is tried again with the next
 * thing that is tied to the source, and with its next version.
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
    for (const source of sources.values()) await catchUpSource(debateId, source);
  } catch (error) {
    log.warn({ err: error, debateId }, 'what was tied to an older text was not looked for in the new one');
  }
}
