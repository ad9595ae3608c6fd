import 'server-only';
import { type ChangedNoun, type EditKind, type MapChange, mapChange } from '../../domain/edit/changes';
import type { Person } from '../../policy/actor';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { readStates } from './states';

/**
 * The map of a debate changes one edit at a time: whatever looks at several rows before it writes holds this lock until
 * its transaction ends. It is taken first; then rows of claims in the order of their ids, then those of relations.
 */
export const lockMap = (tx: Transaction, debateId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`map/${debateId}`}, 0))`;

/** An edit while it is made. */
export interface Tracker {
  /** Before these rows change. */
  watch(noun: ChangedNoun, ids: readonly string[]): Promise<void>;
  /** Rows that the edit makes. */
  makes(noun: ChangedNoun, ids: readonly string[]): void;
  /** What became of everything watched; rows that are as before are left out. */
  changes(): Promise<MapChange[]>;
}

/** Starts to follow an edit: what is watched is read before and after. */
export function track(tx: Transaction): Tracker {
  const before = new Map<ChangedNoun, Map<string, unknown>>();
  const knownOf = (noun: ChangedNoun): Map<string, unknown> => {
    const known = before.get(noun) ?? new Map<string, unknown>();
    before.set(noun, known);
    return known;
  };
  return {
    makes(noun, ids) {
      for (const id of ids) knownOf(noun).set(id, null);
    },
    async watch(noun, ids) {
      const known = knownOf(noun);
      const fresh = ids.filter((id) => !known.has(id));
      if (fresh.length === 0) return;
      const states = await readStates[noun](tx, fresh);
      for (const id of fresh) known.set(id, states.get(id) ?? null);
    },
    async changes() {
      const changes: MapChange[] = [];
      for (const [type, known] of before) {
        const now = await readStates[type](tx, [...known.keys()]);
        for (const [id, then] of known) {
          const after = now.get(id);
          if (after === undefined || JSON.stringify(after) === JSON.stringify(then)) continue;
          changes.push(mapChange.parse({ type, id, before: then, after }));
        }
      }
      return changes;
    },
  };
}

/** Appends to the log of edits, in the transaction of what it records; nothing when nothing changed. */
export async function recordEdit(
  tx: Transaction,
  actor: Person,
  room: Pick<RoomContext, 'id' | 'debateId'>,
  kind: EditKind,
  subjectId: string,
  tracker: Tracker,
  undoesId?: string,
): Promise<void> {
  const changes = await tracker.changes();
  if (changes.length === 0 && !undoesId) return;
  await tx.mapEdit.create({
    data: {
      debateId: room.debateId,
      roomId: room.id,
      userId: actor.userId,
      kind,
      subjectId,
      changes,
      undoesId: undoesId ?? null,
    },
  });
}
